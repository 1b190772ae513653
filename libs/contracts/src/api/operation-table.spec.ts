import { flag, page, repeated, role, type Operation } from './operation.js';
import { internalOperations, publicOperations } from './operation-table.js';
import { problemTypes } from './problem.js';
import { z } from 'zod';

const all = [...publicOperations, ...internalOperations];
const keyOf = ({ service, method, path }: Operation, base = ''): string =>
  `${base}${service} ${method} ${path.replace(/\{\w+\}/g, '{}')}`;
const doublets = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);

describe('the table of operations', () => {
  it('holds each id once, and each method and path once in its service and at the gateway', () => {
    expect(doublets(all.map(({ id }) => id))).toEqual([]);
    expect(doublets(all.map((one) => keyOf(one)))).toEqual([]);
    expect(doublets(publicOperations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`))).toEqual(
      [],
    );
  });

  it('declares the parameters of each path, and no others', () => {
    for (const { id, path, params } of all) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect([id, Object.keys(params?.shape ?? {}).sort()]).toEqual([id, named]);
    }
  });

  it('refuses unknown fields in paths, queries and bodies', () => {
    for (const { id, params, query, body } of all)
      for (const part of [params, query, body]) {
        if (!part) continue;
        const issues = part.safeParse({ 'a field that there is not': 1 }).error?.issues ?? [];
        expect([id, issues.some(({ code }) => code === 'unrecognized_keys')]).toEqual([id, true]);
      }
  });

  it('lets nobody but services ask for what is internal, and services for nothing else', () => {
    for (const { id, who, internal, path } of internalOperations)
      expect([id, who, internal, path.startsWith('/internal/')]).toEqual([id, ['service'], true, true]);
    for (const { id, who, internal, path } of publicOperations) {
      expect([id, internal ?? false, path.startsWith('/internal/')]).toEqual([id, false, false]);
      if (who === 'anyone') continue;
      expect(who.length).toBeGreaterThan(0);
      expect(who).not.toContain('service');
      for (const one of who) expect(role.options).toContain(one);
    }
  });

  it('reads without bodies, and answers 204 exactly where there is nothing to say', () => {
    for (const { id, method, body, status, answer, items } of all) {
      if (method === 'GET') expect([id, body]).toEqual([id, undefined]);
      expect([id, status === 204]).toEqual([id, answer === null && items === undefined]);
    }
  });
});

describe('what queries share', () => {
  const list = z.strictObject({ ...page, place: repeated(z.string().regex(/^\d{4}$/), 3), remote: flag.optional() });

  it('is read out of strings, with bounds', () => {
    expect(list.parse({})).toEqual({ limit: 20, offset: 0, place: [] });
    expect(list.parse({ limit: '5', offset: '40', place: '2580', remote: 'false' })).toEqual({
      limit: 5,
      offset: 40,
      place: ['2580'],
      remote: false,
    });
    expect(list.parse({ place: ['2580', '2482'] }).place).toEqual(['2580', '2482']);
    for (const wrong of [{ limit: '0' }, { limit: '101' }, { offset: '-1' }, { limit: 'x' }, { limit: '1.5' }])
      expect([wrong, list.safeParse(wrong).success]).toEqual([wrong, false]);
    expect(list.safeParse({ place: ['1', '2580'] }).success).toBe(false);
    expect(list.safeParse({ place: Array.from({ length: 4 }, () => '2580') }).success).toBe(false);
    expect(list.safeParse({ remote: 'yes' }).success).toBe(false);
  });
});

describe('problem types', () => {
  it('have a status of a fault', () => {
    for (const status of Object.values(problemTypes)) expect(status).toBeGreaterThanOrEqual(400);
  });
});

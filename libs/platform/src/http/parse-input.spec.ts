import { operation, page, repeated } from '#contracts';
import { z } from 'zod';
import { DomainError } from '../errors/domain-error.js';
import { parseInput } from './parse-input.js';

const asked = operation({
  id: 'test',
  method: 'POST',
  path: '/things/{thingId}',
  service: 'profile',
  tag: 'test',
  who: 'anyone',
  status: 200,
  summary: 'A test',
  params: z.strictObject({ thingId: z.uuid() }),
  query: z.strictObject({ ...page, place: repeated(z.string().length(4)) }),
  body: z.strictObject({
    name: z.string().min(1),
    'a/b~c': z.int().optional(),
    parts: z.array(z.strictObject({ level: z.int().max(5) })).default([]),
  }),
  answer: null,
});
const thingId = '0191a0d0-0000-7000-8000-000000000001';
const parse = (over: object) =>
  parseInput(asked, { params: { thingId }, query: {}, body: { name: 'x' }, ...over } as never);
const errorOf = (over: object): DomainError => {
  try {
    parse(over);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('it was taken');
};

describe('parseInput', () => {
  it('gives path, query and body with their defaults', () => {
    expect(parse({ query: { limit: '3', place: '2580' } })).toEqual({
      params: { thingId },
      query: { limit: 3, offset: 0, place: ['2580'] },
      body: { name: 'x', parts: [] },
    });
  });

  it('points at everything that is wrong, in body and query at once', () => {
    const { type, errors } = errorOf({
      query: { limit: '1000', place: ['2580', '1'], extra: '1' },
      body: { 'a/b~c': 'x', parts: [{ level: 1 }, { level: 9, deep: 1 }], 'un/known': 1 },
    });
    expect(type).toBe('invalid-input');
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(
      [
        'query/limit',
        'query/place/1',
        'query/extra',
        '/name',
        '/a~1b~0c',
        '/parts/1/level',
        '/parts/1/deep',
        '/un~1known',
      ].sort(),
    );
    expect(errors.find(({ pointer }) => pointer === '/parts/1/deep')!.detail).toBe('unknown field');
  });

  it('points at the whole body where it is none', () => {
    for (const body of [undefined, null, [], 'text', 7])
      expect(errorOf({ body }).errors).toMatchObject([{ pointer: '' }]);
  });

  it('takes an id that cannot be one for one that there is not, whatever else is wrong', () => {
    expect(errorOf({ params: { thingId: '..' }, body: null }).type).toBe('not-found');
  });

  it('tells 50 faults at most', () => {
    const parts = Array.from({ length: 200 }, () => ({ level: 9 }));
    expect(errorOf({ body: { name: 'x', parts } }).errors).toHaveLength(50);
  });
});

import type { Fact } from '#contracts';
import fc from 'fast-check';
import { factKey } from './fact-key.js';
import { mergeFacts, type NewFact } from './merge-facts.js';

let count = 0;
const newId = (): string => `new-${(count += 1)}`;
const fact = (over: Partial<Fact>): Fact => ({
  id: 'a',
  kind: 'skill',
  conceptId: 'c1',
  words: null,
  level: null,
  years: null,
  origin: 'extracted',
  span: null,
  ...over,
});
const read = (over: Partial<NewFact>): NewFact => {
  const { id: _, ...rest } = fact(over);
  return rest;
};

it.each(['stated', 'confirmed', 'denied'] as const)('leaves what the person %s', (origin) => {
  const said = fact({ origin, level: 2 });
  expect(mergeFacts([said], [read({ level: 5 })], newId)).toEqual([said]);
});

it('replaces what was extracted before, and keeps the id of what is the same', () => {
  const before = [fact({ id: 'same', level: 1 }), fact({ id: 'gone', conceptId: 'c2' })];
  const after = mergeFacts(before, [read({ level: 3 }), read({ conceptId: 'c3' })], newId);
  expect(after).toEqual([fact({ id: 'same', level: 3 }), fact({ id: `new-${count}`, conceptId: 'c3' })]);
});

it('tells words without a concept apart, whatever their case', () => {
  const said = fact({ origin: 'denied', conceptId: null, words: 'Kryptonit' });
  expect(mergeFacts([said], [read({ conceptId: null, words: 'kryptonit' })], newId)).toEqual([said]);
});

it('holds one fact for each kind and concept, loses nothing said, and is the same again', () => {
  const some = fc.record({
    kind: fc.constantFrom('skill' as const, 'language' as const),
    conceptId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    origin: fc.constantFrom('stated' as const, 'confirmed' as const, 'extracted' as const, 'denied' as const),
    level: fc.option(fc.integer({ min: 1, max: 5 })),
  });
  const stored = fc.uniqueArray(some, { selector: ({ kind, conceptId }) => `${kind}${conceptId}` });
  fc.assert(
    fc.property(stored, fc.array(some), (stored, found) => {
      const before = stored.map((one, index) => fact({ ...one, id: `old-${index}` }));
      const news = found.map((one) => read({ ...one, origin: 'extracted' }));
      const after = mergeFacts(before, news, newId);
      expect(new Set(after.map(factKey)).size).toBe(after.length);
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      for (const said of before.filter(({ origin }) => origin !== 'extracted')) expect(after).toContainEqual(said);
      const wanted = new Set([...before.filter(({ origin }) => origin !== 'extracted'), ...news].map(factKey));
      expect(new Set(after.map(factKey))).toEqual(wanted);
      expect(mergeFacts(after, news, newId)).toEqual(after);
    }),
  );
});

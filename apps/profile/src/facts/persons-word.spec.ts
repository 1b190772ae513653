import type { Fact, FactChange } from '#contracts';
import { DomainError } from '#platform';
import type { Concept, Taxonomy } from '#taxonomy';
import { saidFacts, withChange, without, withSaid, type SettledFactInput } from './persons-word.js';

const kinds: Record<string, Concept['kind']> = { python: 'skill', java: 'skill', welder: 'occupation', sv: 'language' };
const taxonomy = {
  concept: (id: string) => (kinds[id] ? ({ id, kind: kinds[id] } as Concept) : undefined),
} as Taxonomy;

let count = 0;
const newId = (): string => `id-${(count += 1)}`;
const said = (over: Partial<SettledFactInput> = {}): SettledFactInput => ({
  kind: 'skill',
  conceptId: 'python',
  words: null,
  level: null,
  years: null,
  denied: false,
  ...over,
});
const stored = (over: Partial<Fact> = {}): Fact => ({
  id: 'f1',
  kind: 'skill',
  conceptId: 'python',
  words: 'Python',
  level: 3,
  years: null,
  origin: 'extracted',
  span: { field: 'cv', start: 0, end: 6, quote: 'Python' },
  ...over,
});

const pointersOf = (act: () => unknown): string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.errors.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
};

describe('stating', () => {
  it('takes the place of what was read of the same kind and concept, under its id', () => {
    expect(withSaid([stored()], said({ level: 5 }), taxonomy, newId)).toEqual([
      {
        id: 'f1',
        kind: 'skill',
        conceptId: 'python',
        words: null,
        level: 5,
        years: null,
        origin: 'stated',
        span: null,
      },
    ]);
  });

  it('denies a skill that nobody stored, so that it is never inferred', () => {
    const [fact] = withSaid([], said({ denied: true, level: 4 }), taxonomy, newId);
    expect(fact).toMatchObject({ conceptId: 'python', origin: 'denied', level: null });
  });

  it('takes a denial back', () => {
    expect(withSaid([stored({ origin: 'denied' })], said(), taxonomy, newId)).toMatchObject([{ origin: 'stated' }]);
  });

  it.each([
    [said({ conceptId: 'nobody' }), '/conceptId'],
    [said({ conceptId: 'sv' }), '/conceptId'],
    [said({ level: 6 }), '/level'],
    [said({ kind: 'occupation', conceptId: 'welder', level: 1 }), '/level'],
    [said({ kind: 'language', conceptId: 'sv', years: 2 }), '/years'],
  ])('refuses %j', (input, pointer) => {
    expect(pointersOf(() => withSaid([], input, taxonomy, newId))).toEqual([pointer]);
  });

  it('refuses the same fact twice in one profile', () => {
    expect(pointersOf(() => saidFacts([said(), said({ level: 1 })], taxonomy, newId))).toEqual(['/facts/1']);
  });

  it('refuses more than a profile holds', () => {
    const full = Array.from({ length: 300 }, (_, index) =>
      stored({ id: `f${index}`, conceptId: null, words: `w${index}` }),
    );
    expect(() => withSaid(full, said(), taxonomy, newId)).toThrow('at most 300');
    expect(withSaid(full, said({ conceptId: null, words: 'w7' }), taxonomy, newId)).toHaveLength(300);
  });
});

describe('changing', () => {
  it.each<[Fact['origin'], FactChange, Partial<Fact>]>([
    ['extracted', { origin: 'confirmed' }, { origin: 'confirmed', level: 3 }],
    ['extracted', { level: 4 }, { origin: 'confirmed', level: 4 }],
    ['extracted', {}, { origin: 'extracted', level: 3 }],
    ['extracted', { origin: 'denied' }, { origin: 'denied', level: null }],
    ['stated', { origin: 'confirmed' }, { origin: 'stated', level: 3 }],
    ['stated', { level: null, years: 2 }, { origin: 'stated', level: null, years: 2 }],
    ['denied', { origin: 'confirmed', level: 2 }, { origin: 'confirmed', level: 2 }],
  ])('%s with %j', (origin, change, after) => {
    const before = stored(origin === 'denied' ? { origin, level: null } : { origin });
    expect(withChange([before], 'f1', change, taxonomy)).toMatchObject([after]);
  });

  it('refuses a level of what is denied, a level too high, and a fact that is not there', () => {
    expect(pointersOf(() => withChange([stored()], 'f1', { origin: 'denied', level: 2 }, taxonomy))).toEqual([
      '/level',
    ]);
    expect(pointersOf(() => withChange([stored()], 'f1', { level: 6 }, taxonomy))).toEqual(['/level']);
    expect(() => withChange([stored()], 'f2', {}, taxonomy)).toThrow('not-found');
    expect(() => without([stored()], 'f2')).toThrow('not-found');
    expect(without([stored()], 'f1')).toEqual([]);
  });
});

import type { ConceptKind } from '#contracts';
import { DomainError } from '#platform';
import { demandErrors, statedDemands, withChange, withStated, type KnownConcepts } from './demand-rules.js';
import type { StoredDemand } from './stored-demand.js';

const kinds: Record<string, ConceptKind> = {
  weld: 'skill',
  mig: 'skill',
  fi: 'language',
  sun3: 'education-level',
  tech: 'education-field',
};
const taxonomy: KnownConcepts = {
  concept: (id) => {
    const kind = kinds[id];
    return kind && { id, kind, label: { sv: id, en: id }, alternatives: { sv: [], en: [] }, code: null, broader: [] };
  },
};

const input = (conceptId: string | null, more: object = {}) => ({
  kind: 'skill' as const,
  conceptId,
  words: null,
  necessity: 'requirement' as const,
  level: null,
  years: null,
  weight: 5,
  ...more,
});
const stored = (id: string, conceptId: string, origin: StoredDemand['origin']): StoredDemand => ({
  ...input(conceptId),
  id,
  origin,
  span: null,
});
const newId = (): string => 'new';

function problemOf(work: () => unknown): [string, string[]] {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return [error.type, error.errors.map(({ pointer }) => pointer)];
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a demand', () => {
  const pointers = (demand: Parameters<typeof demandErrors>[1]): string[] =>
    demandErrors(taxonomy, demand, '/demands/3').map(({ pointer }) => pointer);

  it('asks for a concept of its kind, at a level that the kind has', () => {
    expect(pointers({ kind: 'skill', conceptId: 'weld', level: 5 })).toEqual([]);
    expect(pointers({ kind: 'education', conceptId: 'sun3', level: 6 })).toEqual([]);
    expect(pointers({ kind: 'education', conceptId: 'tech', level: null })).toEqual([]);
    expect(pointers({ kind: 'skill', conceptId: 'fi', level: 6 })).toEqual([
      '/demands/3/conceptId',
      '/demands/3/level',
    ]);
    expect(pointers({ kind: 'work-permit', conceptId: null, level: 1 })).toEqual(['/demands/3/level']);
    expect(pointers({ kind: 'skill', conceptId: 'unknown', level: null })).toEqual(['/demands/3/conceptId']);
  });

  it('stands once in a vacancy, words ignoring case', () => {
    const words = (text: string) => input(null, { words: text });
    expect(statedDemands([words('Isborrning'), input('weld')], newId)).toHaveLength(2);
    expect(problemOf(() => statedDemands([words('Isborrning'), input('weld'), words('ISBORRNING')], newId))).toEqual([
      'invalid-input',
      ['/demands/2'],
    ]);
  });
});

describe('stating a demand', () => {
  it.each(['read', 'rejected'] as const)('makes one that was %s the own, under the same id', (origin) => {
    const [demand] = withStated([stored('d1', 'weld', origin)], input('weld', { level: 4 }), newId);
    expect(demand).toMatchObject({ id: 'd1', origin: 'stated', level: 4 });
  });

  it.each(['stated', 'confirmed'] as const)('conflicts with one that is %s', (origin) => {
    expect(problemOf(() => withStated([stored('d1', 'weld', origin)], input('weld'), newId))[0]).toBe('conflict');
  });
});

describe('changing a demand', () => {
  const change = (origin: StoredDemand['origin'], changes: object): StoredDemand =>
    withChange([stored('d1', 'weld', origin)], 'd1', changes, taxonomy)[0]!;

  it.each([
    ['read', { origin: 'confirmed' }, 'confirmed'],
    ['read', { origin: 'rejected' }, 'rejected'],
    ['read', { level: 3 }, 'confirmed'],
    ['read', {}, 'read'],
    ['stated', { origin: 'confirmed' }, 'stated'],
    ['stated', { weight: 9 }, 'stated'],
    ['stated', { origin: 'rejected' }, 'rejected'],
    ['rejected', { origin: 'confirmed' }, 'confirmed'],
    ['rejected', { weight: 9 }, 'rejected'],
  ] as const)('that is %s by %j makes it %s', (before, changes, after) => {
    expect(change(before, changes).origin).toBe(after);
  });

  it('remembers what was read when the employer puts another concept in its place', () => {
    expect(change('read', { conceptId: 'mig' })).toMatchObject({
      conceptId: 'mig',
      origin: 'confirmed',
      readAs: 'skill|weld',
    });
    expect(change('stated', { conceptId: 'mig' })).not.toHaveProperty('readAs');
  });

  it('says what cannot be', () => {
    const two = [stored('d1', 'weld', 'read'), stored('d2', 'mig', 'read')];
    expect(problemOf(() => withChange(two, 'd9', {}, taxonomy))[0]).toBe('not-found');
    expect(problemOf(() => withChange(two, 'd1', { conceptId: 'mig' }, taxonomy))[1]).toEqual(['/conceptId']);
    expect(problemOf(() => withChange(two, 'd1', { conceptId: 'fi', level: 6 }, taxonomy))[1]).toEqual([
      '/conceptId',
      '/level',
    ]);
  });

  it('takes a demand of the feed out of its hands once the employer has touched it', () => {
    const ofFeed: StoredDemand = { ...stored('d1', 'weld', 'stated'), fromFeed: true };
    expect(withChange([ofFeed], 'd1', { weight: 8 }, taxonomy)[0]).not.toHaveProperty('fromFeed');
    expect(withChange([ofFeed], 'd1', {}, taxonomy)[0]).toHaveProperty('fromFeed', true);
  });
});

import { wishes, type Fact } from '#contracts';
import { ReferenceMove, type Concept, type Succession, type Successions } from '#taxonomy';
import { moveProfile } from './moved-profile.js';

const concept = (id: string, sv = id): Concept => ({
  id,
  kind: 'skill',
  label: { sv, en: `${sv} in English` },
  alternatives: { sv: [], en: [] },
  code: null,
  broader: [],
});
const known: Record<string, Succession> = {
  kept: { state: 'kept', before: concept('kept'), now: concept('kept') },
  old: { state: 'replaced', before: concept('old'), now: concept('kept') },
  gone: { state: 'gone', before: concept('gone', 'Telegrafi') },
};
const successions = { of: (id: string) => known[id] } as Successions;

const fact = (id: string, conceptId: string | null, more: Partial<Fact> = {}): Fact => ({
  id,
  kind: 'skill',
  conceptId,
  words: null,
  level: null,
  years: null,
  origin: 'stated',
  span: null,
  ...more,
});

function moved(facts: Fact[], wished: Parameters<typeof wishes.parse>[0] = {}, language: 'sv' | 'en' = 'sv') {
  const profile = { facts, wishes: wishes.parse(wished), language };
  moveProfile(profile, new ReferenceMove(successions));
  return profile;
}

describe('a profile that moves to another taxonomy', () => {
  it('holds what takes the place of what it held, and the rest in words of its language', () => {
    expect(moved([fact('a', 'old'), fact('b', 'gone', { years: 4 })]).facts).toMatchObject([
      { id: 'a', conceptId: 'kept' },
      { id: 'b', conceptId: null, words: 'Telegrafi', years: 4 },
    ]);
    expect(moved([fact('b', 'gone')], {}, 'en').facts[0]?.words).toBe('Telegrafi in English');
    expect(moved([fact('b', 'gone', { words: 'morse' })]).facts[0]?.words).toBe('morse');
  });

  it('holds once what has become the same, by the person’s word, with the most that was said', () => {
    const facts = [
      fact('a', 'old', { origin: 'extracted', years: 9 }),
      fact('b', 'kept', { origin: 'confirmed', level: 3 }),
    ];
    expect(moved(facts).facts).toMatchObject([{ id: 'b', origin: 'confirmed', level: 3, years: 9 }]);
    const denied = [fact('a', 'old', { level: 4 }), fact('b', 'kept', { origin: 'denied' })];
    expect(moved(denied).facts).toMatchObject([{ id: 'b', origin: 'denied', level: null }]);
  });

  it('wishes for what takes the place of what it wished for, and keeps the rest in words', () => {
    const { wishes: now } = moved([], {
      occupations: ['gone', 'old', 'kept'],
      employmentTypes: ['gone'],
      inWords: ['Sjöman'],
    });
    expect(now.occupations).toEqual(['kept']);
    expect(now.employmentTypes).toEqual([]);
    expect(now.inWords).toEqual(['Sjöman', 'Telegrafi']);
    expect(wishes.safeParse(now).success).toBe(true);
  });

  it('without anything to move stays the same to the letter', () => {
    const profile = {
      facts: [fact('a', 'kept'), fact('b', null, { words: 'x' })],
      wishes: wishes.parse({ occupations: ['kept'] }),
      language: 'sv' as const,
    };
    const before = JSON.stringify(profile);
    moveProfile(profile, new ReferenceMove(successions));
    expect(JSON.stringify(profile)).toBe(before);
  });
});

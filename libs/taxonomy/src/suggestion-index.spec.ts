import fc from 'fast-check';
import type { Concept } from './concept.js';
import { fold } from './fold.js';
import { SuggestionIndex } from './suggestion-index.js';
import { bitCount, letterSet, startsNearly } from './typo-distance.js';

function concept(id: string, kind: Concept['kind'], sv: string, en: string, alternatives: string[] = []): Concept {
  return { id, kind, label: { sv, en }, alternatives: { sv: alternatives, en: [] }, code: null, broader: [] };
}
const index = new SuggestionIndex([
  concept('welder', 'occupation', 'Svetsare', 'Welder', ['licenssvetsare']),
  concept('welding', 'skill', 'Svetsning', 'Welding', ['svets']),
  concept('nurse', 'occupation', 'Sjuksköterska', 'Registered nurse', ['leg sjuksköterska']),
  concept('icu', 'occupation', 'Intensivvårdssjuksköterska', 'Intensive care nurse'),
  concept('cpp', 'skill', 'C++', 'C++'),
]);
const ids = (query: string, more: { kinds?: Concept['kind'][]; language?: 'sv' | 'en'; limit?: number } = {}) =>
  index.suggest(query, { language: 'sv', limit: 10, ...more }).map((one) => one.concept.id);

describe('suggestions', () => {
  it('come by prefix, occupations before skills, own language first', () => {
    expect(ids('svet')).toEqual(['welder', 'welding']);
    expect(ids('weld')).toEqual(['welder', 'welding']);
    expect(ids('SVETS')[0]).toBe('welding');
    expect(index.suggest('svets', { language: 'sv', limit: 1 })[0]).toMatchObject({
      matched: 'svets',
      quality: 'exact',
    });
  });

  it('come by any word, in any order, and inside compounds', () => {
    expect(ids('nurse reg')).toEqual(['nurse']);
    expect(ids('nurse', { language: 'en' })).toEqual(['nurse', 'icu']);
    expect(ids('sköterska')).toEqual(['nurse', 'icu']);
  });

  it('forgive diacritics and slips of the finger', () => {
    expect(ids('sjukskoterska')[0]).toBe('nurse');
    expect(ids('sjukskötreska')).toEqual(['nurse']);
    expect(ids('svtesare')).toEqual(['welder']);
    expect(index.suggest('svtesare', { language: 'sv', limit: 5 })[0]).toMatchObject({ quality: 'typo' });
  });

  it('keep to kinds and limit, and take anything typed', () => {
    expect(ids('svet', { kinds: ['skill'] })).toEqual(['welding']);
    expect(ids('s', { limit: 1 })).toHaveLength(1);
    expect(ids('c++')).toEqual(['cpp']);
    for (const nothing of ['', '   ', '///', 'x'.repeat(5000)]) expect(ids(nothing)).toEqual([]);
    expect(ids('svet', { limit: 0 })).toEqual([]);
  });

  it('never fail and never repeat a concept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (query) => {
        const found = ids(query);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('fold', () => {
  it('leaves letters, digits, + and #', () => {
    expect(fold('  Sjuksköterska, IVA (natt) ')).toBe('sjukskoterska iva natt');
    expect(fold('B-körkort & C#/C++')).toBe('b korkort c# c++');
    expect(fold('Ærø Straße')).toBe('aero strasse');
    expect(fold('SVETSARE'.normalize('NFD'))).toBe('svetsare');
  });

  it('is settled after one time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(fold(fold(text))).toBe(fold(text))));
  });
});

/** Optimal string alignment of `typed` with every prefix of `word`, the whole table, the plain way. */
function plainDistance(word: string, typed: string): number {
  const table = Array.from({ length: typed.length + 1 }, (_, row) => [row]);
  for (let column = 0; column <= word.length; column++) table[0]![column] = column;
  for (let row = 1; row <= typed.length; row++) {
    for (let column = 1; column <= word.length; column++) {
      const options = [
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (typed[row - 1] === word[column - 1] ? 0 : 1),
      ];
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        options.push(table[row - 2]![column - 2]! + 1);
      }
      table[row]![column] = Math.min(...options);
    }
  }
  return Math.min(...table[typed.length]!);
}

describe('typo distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 12 });

  it('agrees with the whole table', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (one, typed, limit) => {
        expect(startsNearly(one, typed, limit)).toBe(plainDistance(one, typed) <= limit);
      }),
    );
  });

  it('is never below the number of letters that one lacks', () => {
    fc.assert(
      fc.property(word, word, (one, typed) => {
        expect(bitCount(letterSet(typed) & ~letterSet(one))).toBeLessThanOrEqual(plainDistance(one, typed));
      }),
    );
  });

  it('takes words of any length', () => {
    expect(startsNearly('a'.repeat(500), 'a'.repeat(300), 2)).toBe(true);
    expect(startsNearly('b'.repeat(500), 'a'.repeat(300), 2)).toBe(false);
  });
});

describe('what a larger taxonomy brings', () => {
  const many = new SuggestionIndex([
    { ...concept('lathe', 'skill', 'Svarvning', 'Svarvning'), borrowed: 'en' },
    { ...concept('lathes', 'skill', 'Svarvar', 'Lathes'), searchWords: ['sorvi'] },
    concept('turning', 'skill', 'Svarvteknik', 'Turning'),
    concept('metal', 'industry', 'Svarvning av metall', 'Turning of metal'),
  ]);
  const found = (query: string, more: Partial<Parameters<typeof many.suggest>[1]> = {}) =>
    many.suggest(query, { language: 'sv', limit: 10, ...more }).map((one) => one.concept.id);

  it('is found by words of any language, after those that are named so', () => {
    expect(found('sorvi')).toEqual(['lathes']);
    expect(many.suggest('svarvning', { language: 'en', limit: 1 })[0]).toMatchObject({ language: 'sv' });
  });

  it('comes by how much it is used, of two that match equally well', () => {
    expect(found('svarv')).toEqual(['lathes', 'lathe', 'turning']);
    const usage = (id: string) => (id === 'turning' ? 40 : id === 'lathe' ? 3 : 0);
    expect(found('svarv', { usage })).toEqual(['turning', 'lathe', 'lathes']);
    expect(found('svarv', { usage, limit: 1 })).toEqual(['turning']);
    expect(found('svarvar', { usage })[0]).toBe('lathes');
  });

  it('leaves out what nobody looks for, unless asked', () => {
    expect(found('metall')).toEqual([]);
    expect(found('metall', { kinds: ['industry'] })).toEqual(['metal']);
  });
});

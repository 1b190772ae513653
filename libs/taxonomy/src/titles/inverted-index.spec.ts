import fc from 'fast-check';
import { InvertedIndex, type TermField } from './inverted-index.js';

const letters: TermField<string> = { weight: 2, terms: (text) => counted([...text]) };
const ends: TermField<string> = { weight: 0.5, terms: (text) => counted(text === '' ? [] : [`$${text.at(-1)}`]) };
const texts = fc.array(fc.stringMatching(/^[a-h]{0,6}$/), { minLength: 1, maxLength: 30 });

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function found(index: InvertedIndex<string>, query: string): Map<number, number> {
  const answers = new Map<number, number>();
  index.query(query, (document, likeness) => answers.set(document, likeness));
  return answers;
}

/** The sum of weighted cosines, computed text by text. */
function likeness(all: readonly string[], query: string, text: string): number {
  return [letters, ends].reduce((sum, { weight, terms }) => {
    const documentsWith = (term: string): number => all.filter((one) => terms(one).has(term)).length || 0.5;
    const vector = (of: string) =>
      new Map(
        [...terms(of)].map(([term, n]) => [term, (1 + Math.log(n)) * Math.log((all.length + 1) / documentsWith(term))]),
      );
    const [one, other] = [vector(query), vector(text)];
    const length = (of: Map<string, number>): number => Math.hypot(...of.values()) || 1;
    const dot = [...one].reduce((dots, [term, x]) => dots + x * (other.get(term) ?? 0), 0);
    return sum + (weight * dot) / (length(one) * length(other));
  }, 0);
}

it('tells the likeness that comparing text by text gives', () => {
  fc.assert(
    fc.property(texts, fc.stringMatching(/^[a-j]{0,6}$/), (all, query) => {
      const index = new InvertedIndex(all, [letters, ends]);
      for (const [document, value] of found(index, query))
        expect(value).toBeCloseTo(likeness(all, query, all[document]!), 4);
    }),
  );
});

it('answers the same whatever was asked before', () => {
  fc.assert(
    fc.property(texts, fc.stringMatching(/^[a-j]{0,6}$/), fc.stringMatching(/^[a-j]{0,6}$/), (all, one, other) => {
      const index = new InvertedIndex(all, [letters, ends]);
      const first = found(index, one);
      found(index, other);
      expect(found(index, one)).toEqual(first);
    }),
  );
});

it('brings in what shares any term where no rare one is shared', () => {
  expect([...found(new InvertedIndex(['ab', 'cd', 'ad'], [letters]), 'a').keys()].sort()).toEqual([0, 2]);
  expect(found(new InvertedIndex(['ab', 'cd'], [letters]), 'x').size).toBe(0);
  expect(found(new InvertedIndex([], [letters]), 'x').size).toBe(0);
});

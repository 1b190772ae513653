import fc from 'fast-check';
import { editDistance } from './edit-distance.js';

/** Optimal string alignment by its definition, without a limit. */
function slow(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [i, j] = [a.length, b.length];
  const ways = [
    slow(a.slice(1), b) + 1,
    slow(a, b.slice(1)) + 1,
    slow(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (i > 1 && j > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(slow(a.slice(2), b.slice(2)) + 1);
  return Math.min(...ways);
}

describe('editDistance', () => {
  it.each([
    ['svetsare', 'svetsare', 0],
    ['svetare', 'svetsare', 1],
    ['svetasre', 'svetsare', 1],
    ['målare', 'malare', 1],
    ['sjukskotreska', 'sjukskoterska', 1],
    ['kock', 'kockar', 2],
    ['kock', 'lärare', 3],
  ])('from %s to %s is %d', (one, other, expected) => {
    expect(editDistance(one, other, 2)).toBe(expected);
  });

  it('agrees with the definition', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a.join(''), b.join(''), limit)).toBe(Math.min(slow(a, b), limit + 1));
      }),
      { seed: 20_260_924, numRuns: 300 },
    );
  });
});

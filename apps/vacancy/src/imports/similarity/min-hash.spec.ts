import { likeness, textSketch } from './min-hash.js';

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `ord${from + at}`).join(' ');
const estimate = (one: string, other: string): number => likeness(textSketch(one), textSketch(other));

/** Jaccard's index over runs of three words, counted out. */
function exact(one: string, other: string): number {
  const runs = (text: string): Set<string> => {
    const all = text.split(' ');
    return new Set(all.slice(2).map((_, at) => all.slice(at, at + 3).join(' ')));
  };
  const [a, b] = [runs(one), runs(other)];
  const both = [...a].filter((run) => b.has(run)).length;
  return both / (a.size + b.size - both);
}

describe('the likeness of texts', () => {
  it('is 1 for the same words, whatever stands between them, and 0 for others', () => {
    expect(estimate('Vi söker en kock, nu!', 'vi SÖKER en – kock nu')).toBe(1);
    expect(estimate(words(0, 200), words(500, 200))).toBe(0);
    expect(estimate('', '')).toBe(1);
  });

  it.each([0, 20, 60, 120, 180])('is near the exact share where %d of 200 words differ', (changed) => {
    const [one, other] = [words(0, 200), `${words(1_000, changed)} ${words(changed, 200 - changed)}`.trim()];
    expect(Math.abs(estimate(one, other) - exact(one, other))).toBeLessThan(0.16);
  });
});

import fc from 'fast-check';
import { passage, type Range, withoutOverlaps } from './passage.js';
import { wordsOf } from './words.js';

describe('passage', () => {
  it('keeps the ranges on the same words, whatever is cut', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'å', 'z', '🔭'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 150 }), fc.nat(149), fc.nat(149), (words, one, other) => {
        const text = words.join(' ');
        const all = wordsOf(text);
        const ranges = withoutOverlaps(
          [one, other].flatMap((at): Range[] => {
            const found = all[at];
            return found ? [[found.start, found.end]] : [];
          }),
        );
        if (ranges.length === 0) return;
        const cut = passage('text', text, ranges);
        const originals = ranges.map(([start, end]) => text.slice(start, end));
        const kept = cut.ranges.map(([start, end]) => cut.text.slice(start, end));
        expect(kept.length).toBeGreaterThan(0);
        expect(originals).toEqual(expect.arrayContaining(kept));
        expect(text).toContain(cut.text.replace(/^…|…$/gu, ''));
        expect(cut.text.length).toBeLessThan(400);
      }),
      { seed: 20_260_924, numRuns: 300 },
    );
  });

  it('shows where most of the words are', () => {
    const text = `${'fyll '.repeat(100)}svets ${'fyll '.repeat(100)}svets montör skift${' fyll'.repeat(100)}`;
    const ranges = wordsOf(text)
      .filter(({ word }) => word !== 'fyll')
      .map(({ start, end }): Range => [start, end]);
    expect(passage('text', text, ranges).text).toContain('svets montör skift');
  });
});

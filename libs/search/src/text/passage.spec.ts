import fc from 'fast-check';
import { fromMarked, MARKS, passage, type Range, withoutOverlaps } from './passage.js';
import { wordsOf } from './words.js';

const mark = (text: string) => text.replaceAll('[', MARKS.open).replaceAll(']', MARKS.close);

describe('fromMarked', () => {
  it.each([
    ['nothing marked', 'nothing marked', []],
    ['[Svetsare] sökes', 'Svetsare sökes', ['Svetsare']],
    ['[sjuk]sköterska', 'sjuksköterska', ['sjuksköterska']],
    ['en [svets]are och [montör].', 'en svetsare och montör.', ['svetsare', 'montör']],
    ['[under] [jord]', 'under jord', ['under', 'jord']],
    ['🔭 [stjärna]', '🔭 stjärna', ['stjärna']],
  ])('reads %s', (marked, text, words) => {
    const plain = fromMarked(mark(marked));
    expect(plain.text).toBe(text);
    expect(plain.ranges.map(([start, end]) => text.slice(start, end))).toEqual(words);
  });
});

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

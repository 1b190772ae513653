import fc from 'fast-check';
import { expandPattern, PhraseTrie } from './phrase-trie.js';

it('writes patterns out', () => {
  expect(expandPattern('[en|ett|] merit [om|att]')).toEqual([
    'en merit om',
    'en merit att',
    'ett merit om',
    'ett merit att',
    'merit om',
    'merit att',
  ]);
});

it('finds the longest phrase, as trying every phrase does', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(phrase, { maxLength: 8 }),
      fc.array(word, { maxLength: 10 }),
      fc.nat(9),
      (phrases, text, start) => {
        const trie = new PhraseTrie<string>();
        for (const one of phrases) trie.add(one, one.join(' '));
        const longest = phrases
          .filter((one) => one.every((key, at) => text[start + at] === key))
          .reduce((most, one) => (one.length > most ? one.length : most), 0);
        const run = trie.longestRun((at) => text[at] ?? '', start, text.length);
        const walk = trie.longest((at) => (at < text.length ? [text[at] ?? ''] : []), start);
        expect(run).toEqual(walk);
        expect(run === undefined ? 0 : run.end - start).toBe(longest);
      },
    ),
  );
});

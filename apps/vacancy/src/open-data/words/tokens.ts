import { createRequire } from 'node:module';

/** Words of ads: letters and digits, with `c#`, `c++`, `.net`, `node.js` and `#word` as people write them. */
const word = /#?\.?[\p{L}\p{N}]+(?:[.&][\p{L}\p{N}]+)*(?:\+\+?|#)?/gu;
const mostWords = 12_000;
const longestWord = 60;

/** Lower-case words in their order. Text and query are split by the same rule, so that what is typed as it stands is found. */
export function wordsOf(text: string): string[] {
  const found = text.normalize('NFC').toLowerCase().match(word) ?? [];
  return found.slice(0, mostWords).map(settle);
}

/** `.net` keeps its point; one that only ends the sentence before does not count. */
const settle = (found: string): string => (/^\.(?!net\b)/.test(found) ? found.slice(1) : found).slice(0, longestWord);

/** Under which words a word of a text is found too: `node` and `js` for `node.js`, `word` for `#word`. */
export function partsOf(one: string): string[] {
  const parts = one.split(/[.&#]+/).filter((part) => part !== '');
  return parts.length === 1 && parts[0] === one ? [] : parts;
}

interface Stemmers {
  newStemmer(language: 'swedish'): { stem(word: string): string };
}
const swedish = (createRequire(import.meta.url)('snowball-stemmers') as Stemmers).newStemmer('swedish');
const remembered = new Map<string, string>();
const mostRemembered = 100_000;

/** What the word's inflections have in common, by Snowball's Swedish rules; the same for text and query, whatever their language. */
export function stemOf(one: string): string {
  let stem = remembered.get(one);
  if (stem === undefined) {
    stem = swedish.stem(one);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(one, stem);
  }
  return stem;
}

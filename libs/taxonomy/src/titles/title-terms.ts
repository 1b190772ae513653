import { englishStem, swedishStem } from '../reading/text/inflection.js';
import type { TermCounts, TermField } from './inverted-index.js';
import { titleWords } from './title-words.js';
import type { WordParts } from './word-parts.js';

const GRAM_SIZES = [3, 4];
const LONGEST_WORD = 40;
/** Likeness of stemmed words and compound parts, against that of letters. */
const PARTS_WEIGHT = 0.5;

/** Letters in runs of three and four, each word padded so that beginnings and ends count. */
function grams(words: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const word of words) {
    const padded = ` ${word.slice(0, LONGEST_WORD)} `;
    for (const size of GRAM_SIZES)
      for (let at = 0; at + size <= padded.length; at += 1) add(counts, padded.slice(at, at + size));
  }
  return counts;
}

/** Stems of the words and of their parts; marked, so that none is taken for a run of letters. */
function stems(words: readonly string[], parts: WordParts): TermCounts {
  const counts = new Map<string, number>();
  for (const word of words) {
    add(counts, `=${swedishStem(word)}`);
    for (const part of parts.split(word) ?? []) add(counts, `=${swedishStem(part)}`);
  }
  return counts;
}

function add(counts: Map<string, number>, term: string): void {
  counts.set(term, (counts.get(term) ?? 0) + 1);
}

/** What two titles are compared by. */
export const titleFields = (parts: WordParts): TermField<readonly string[]>[] => [
  { weight: 1, terms: grams },
  { weight: PARTS_WEIGHT, terms: (words) => stems(words, parts) },
];

/** The most that two titles can be alike. */
export const mostAlike = 1 + PARTS_WEIGHT;

/** What two ways to write one name share: their stems in any order ("tekniker, bygg"), or their letters ("full-stack", "fullstack"). */
export function nameKeys(text: string): string[] {
  const words = titleWords(text);
  if (words.length === 0) return [];
  const stems = words.map((word) => swedishStem(englishStem(word))).sort();
  return [stems.join(' '), `=${words.join('')}`];
}

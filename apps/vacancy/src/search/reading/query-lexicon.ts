import type { SearchChip } from '#contracts';
import { fold, stemOf, wordsOf } from '#search';

/** What words of a search may stand for. */
export interface Meaning {
  readonly kind: SearchChip['kind'];
  /** The concept, code, employer or value. */
  readonly value: string;
  readonly label: SearchChip['label'];
  /** What vacancies call it, where that may be other words than those typed. */
  readonly wording: string | null;
}

const longestName = 6;

/** Names of things, found in any inflection, and without å, ä and ö where nothing is found with them. */
export class QueryLexicon {
  private readonly exact = new Map<string, Meaning[]>();
  private readonly folded = new Map<string, Meaning[]>();

  add(name: string, meaning: Meaning): void {
    const words = wordsOf(name).map(({ word }) => word);
    if (words.length === 0 || words.length > longestName || words.join('').length < 2) return;
    const key = keyOf(words);
    put(this.exact, key, meaning);
    put(this.folded, fold(key), meaning);
    put(this.folded, fold(words.join(' ')), meaning);
  }

  /** What these words, all of them, are the name of. @param words lower case */
  meaningsOf(words: readonly string[]): readonly Meaning[] {
    if (words.length === 0 || words.length > longestName) return [];
    const key = keyOf(words);
    return this.exact.get(key) ?? this.folded.get(key) ?? this.folded.get(words.join(' ')) ?? [];
  }
}

const keyOf = (words: readonly string[]): string => words.map(stemOf).join(' ');

function put(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const known = map.get(key);
  if (!known) map.set(key, [meaning]);
  else if (!known.some(({ kind, value }) => kind === meaning.kind && value === meaning.value)) known.push(meaning);
}

import type { ConceptKind } from '#contracts';
import type { Concept, ConceptSuggestion, TaxonomyLanguage } from './concept.js';
import { fold } from './fold.js';
import { bitCount, letterSet, startsNearly } from './typo-distance.js';

export interface SuggestOptions {
  /** Only these kinds; all when absent or empty. */
  readonly kinds?: readonly ConceptKind[];
  /** Whose labels come first, of two that match equally well. */
  readonly language: TaxonomyLanguage;
  readonly limit: number;
}

interface Entry {
  readonly concept: Concept;
  readonly text: string;
  readonly folded: string;
  readonly language: TaxonomyLanguage;
  readonly isLabel: boolean;
  /** Place among all entries: of two that match equally well, the one earlier in the snapshot comes first. */
  readonly order: number;
}

interface Found {
  readonly entry: Entry;
  readonly quality: ConceptSuggestion['quality'];
  readonly rank: number;
}

/** Kinds that people look for most come first, of two concepts that match equally well. */
const kindOrder: readonly ConceptKind[] = [
  'occupation',
  'skill',
  'municipality',
  'county',
  'language',
  'professional-licence',
  'driving-licence',
  'occupation-group',
  'occupation-field',
];

const tier = { exact: 0, prefix: 1, word: 2, inside: 3, typo: 4 } as const;
type Tier = keyof typeof tier;

/** Words shorter than this are searched as typed: a slip in three letters is another word. */
const shortestWithTypo = 4;
const shortestInside = 4;
const oneSlipUpTo = 7;

/** Typeahead over labels and alternative labels of both languages: label prefix, word prefix, inside a compound, then with slips of the finger. */
export class SuggestionIndex {
  private readonly entries: Entry[] = [];
  private readonly words: string[];
  private readonly entriesOfWord: number[][];
  private readonly lettersOfWord: Uint32Array;

  constructor(concepts: Iterable<Concept>) {
    const postings = new Map<string, number[]>();
    for (const concept of concepts) {
      for (const language of ['sv', 'en'] as const) {
        this.add(postings, concept, concept.label[language], language, true);
        for (const text of concept.alternatives[language]) this.add(postings, concept, text, language, false);
      }
    }
    this.words = [...postings.keys()].sort();
    this.entriesOfWord = this.words.map((word) => postings.get(word)!);
    this.lettersOfWord = Uint32Array.from(this.words, letterSet);
  }

  suggest(query: string, options: SuggestOptions): readonly ConceptSuggestion[] {
    const typed = fold(query.slice(0, 200));
    if (typed === '' || options.limit < 1) return [];
    const tokens = typed.split(' ');
    const best = new Map<Concept, Found>();
    this.collect(best, typed, options, this.matching(tokens.map((token) => this.wordsStarting(token))), 'word');
    if (best.size < options.limit) {
      this.collect(best, typed, options, this.matching(tokens.map((token) => this.wordsHolding(token))), 'inside');
    }
    if (best.size < options.limit) {
      this.collect(best, typed, options, this.matching(tokens.map((token) => this.wordsNear(token))), 'typo');
    }
    return [...best.values()]
      .sort((a, b) => a.rank - b.rank || compare(a.entry.folded, b.entry.folded) || a.entry.order - b.entry.order)
      .slice(0, options.limit)
      .map(({ entry, quality }) => ({
        concept: entry.concept,
        matched: entry.text,
        language: entry.language,
        quality,
      }));
  }

  private add(
    postings: Map<string, number[]>,
    concept: Concept,
    text: string,
    language: TaxonomyLanguage,
    isLabel: boolean,
  ): void {
    const folded = fold(text);
    if (folded === '') return;
    const entry = this.entries.length;
    this.entries.push({ concept, text, folded, language, isLabel, order: entry });
    for (const word of folded.split(' ')) {
      const list = postings.get(word);
      if (!list) postings.set(word, [entry]);
      else if (list.at(-1) !== entry) list.push(entry);
    }
  }

  /** Entries that have, for each token, one of its words. */
  private matching(wordsOfTokens: readonly (readonly number[])[]): Iterable<number> {
    let matching: Set<number> | undefined;
    for (const words of wordsOfTokens) {
      const entries = new Set<number>();
      for (const word of words) {
        for (const entry of this.entriesOfWord[word]!) if (!matching || matching.has(entry)) entries.add(entry);
      }
      matching = entries;
    }
    return matching ?? [];
  }

  private collect(
    best: Map<Concept, Found>,
    typed: string,
    options: SuggestOptions,
    entries: Iterable<number>,
    found: 'word' | 'inside' | 'typo',
  ): void {
    for (const index of entries) {
      const entry = this.entries[index]!;
      if (options.kinds?.length && !options.kinds.includes(entry.concept.kind)) continue;
      const reached = found === 'word' ? tierOf(entry.folded, typed) : found;
      const rank = rankOf(entry, reached, typed, options.language);
      const before = best.get(entry.concept);
      if (!before || rank < before.rank) {
        best.set(entry.concept, { entry, rank, quality: reached === 'inside' ? 'word' : reached });
      }
    }
  }

  private wordsStarting(token: string): number[] {
    const found: number[] = [];
    for (let word = lowerBound(this.words, token); this.words[word]?.startsWith(token); word++) found.push(word);
    return found;
  }

  private wordsHolding(token: string): number[] {
    if (token.length < shortestInside) return this.wordsStarting(token);
    const found: number[] = [];
    for (let word = 0; word < this.words.length; word++) if (this.words[word]!.includes(token)) found.push(word);
    return found;
  }

  /** Words that start nearly like the token; the first letter, or a swap of the first two, is taken as typed. */
  private wordsNear(token: string): number[] {
    if (token.length < shortestWithTypo) return this.wordsStarting(token);
    const slips = token.length <= oneSlipUpTo ? 1 : 2;
    const letters = letterSet(token);
    const found: number[] = [];
    for (const first of new Set([token[0]!, token[1]!])) {
      for (let word = lowerBound(this.words, first); this.words[word]?.startsWith(first); word++) {
        if (bitCount(letters & ~this.lettersOfWord[word]!) > slips) continue;
        if (startsNearly(this.words[word]!, token, slips)) found.push(word);
      }
    }
    return found;
  }
}

function tierOf(folded: string, typed: string): Tier {
  if (folded === typed) return 'exact';
  return folded.startsWith(typed) ? 'prefix' : 'word';
}

/** Lower is better: how it matched, own language, label before alternative, kind, then how much of the text is left untyped. */
function rankOf(entry: Entry, reached: Tier, typed: string, language: TaxonomyLanguage): number {
  const kind = kindOrder.indexOf(entry.concept.kind);
  const untyped = Math.min(99, Math.max(0, entry.folded.length - typed.length));
  return (
    tier[reached] * 100_000 +
    (entry.language === language ? 0 : 50_000) +
    (entry.isLabel ? 0 : 10_000) +
    (kind < 0 ? kindOrder.length : kind) * 100 +
    untyped
  );
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

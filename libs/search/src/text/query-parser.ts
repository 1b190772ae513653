import { STOP_WORDS } from './stop-words.js';
import { clean, wordsOf } from './words.js';

/** Words that must stand next to each other in this order, or one word. */
export interface QueryTerm {
  words: string[];
  /** Quoted: no typos, no half words. */
  phrase: boolean;
  excluded: boolean;
  /** The last word may be the beginning of a longer one. */
  prefix: boolean;
  /** A word so common that it need not be there; it still ranks. */
  optional: boolean;
}

/** What a document must hold: all of `terms`, or any of `others`, which mean the same. */
export interface Clause {
  terms: QueryTerm[];
  others: QueryTerm[];
}

/** Other words for a stretch of what was typed: "nurse" may be said "sjuksköterska". Words are lower case, as {@link wordsOf} gives them. */
export interface Wording {
  words: string[];
  others: string[][];
}

const MAX_CHARACTERS = 500;
/** Meilisearch looks at ten words; so do we, so that both engines answer the same. */
const MAX_WORDS = 10;
const SHORTEST_PREFIX = 3;
const PART = /(?<minus>(?<!\S)-)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<plain>[^\s"]+))/gu;

/** Reads what was typed. Never fails: whatever holds no letter or digit is skipped, what is too long is cut. */
export function parseQuery(text: string): QueryTerm[] {
  const typed = clean(text.slice(0, MAX_CHARACTERS)).replace(/[“”„«»]/gu, '"');
  const terms: QueryTerm[] = [];
  let room = MAX_WORDS;
  for (const { groups = {} } of typed.matchAll(PART)) {
    const words = wordsOf(groups['phrase'] ?? groups['plain'] ?? '')
      .map(({ word }) => word)
      .slice(0, room);
    room -= words.length;
    if (words.length === 0) continue;
    const phrase = groups['phrase'] !== undefined;
    const optional = !phrase && words.every((word) => STOP_WORDS.has(word));
    terms.push({ words, phrase, excluded: groups['minus'] !== undefined, prefix: false, optional });
  }
  return settle(terms, /[\p{L}\p{N}]$/u.test(typed));
}

function settle(terms: QueryTerm[], halfTyped: boolean): QueryTerm[] {
  const last = terms.at(-1);
  if (halfTyped && last && !last.phrase && !last.excluded) {
    last.prefix = (last.words.at(-1)?.length ?? 0) >= SHORTEST_PREFIX;
  }
  const included = terms.filter((term) => !term.excluded);
  if (included.every((term) => term.optional)) for (const term of included) term.optional = false;
  return terms;
}

/** Puts the terms that a wording speaks of together with its other words. Phrases and exclusions are meant as they were typed. */
export function clausesOf(terms: readonly QueryTerm[], wordings: readonly Wording[]): Clause[] {
  const clauses: Clause[] = [];
  for (let at = 0; at < terms.length;) {
    const found = wordings.flatMap((wording) => {
      const length = lengthAt(terms, at, wording.words);
      return length === 0 ? [] : [{ length, others: wording.others }];
    });
    const [longest] = found.sort((a, b) => b.length - a.length);
    clauses.push({
      terms: terms.slice(at, at + (longest?.length ?? 1)),
      others: (longest?.others ?? []).filter((words) => words.length > 0).map(asPhrase),
    });
    at += longest?.length ?? 1;
  }
  return clauses;
}

/** How many terms from here on say these words; 0 when they do not. */
function lengthAt(terms: readonly QueryTerm[], at: number, words: readonly string[]): number {
  const said: string[] = [];
  for (let end = at; end < terms.length && said.length < words.length; end++) {
    const term = terms[end];
    if (!term || term.phrase || term.excluded) return 0;
    said.push(...term.words);
    if (said.length === words.length && said.every((word, index) => word === words[index])) return end - at + 1;
  }
  return 0;
}

function asPhrase(words: string[]): QueryTerm {
  return { words, phrase: true, excluded: false, prefix: false, optional: false };
}

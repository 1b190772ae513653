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

const MAX_CHARACTERS = 500;
/** Meilisearch looks at ten words; so do we, so that both engines answer the same. */
const MAX_WORDS = 10;
const SHORTEST_PREFIX = 2;
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

import { COMPOUND_HEADS } from './compound-heads.js';
import { stemOf } from './inflection.js';

const CAPACITY = 200_000;
const SHORTEST_HEAD = 3;
const SHORTEST_FRONT = 3;
const heads = new Set(COMPOUND_HEADS.map(stemOf));
const known = new Map<string, Compound | null>();
const NO_PARTS: readonly string[] = [];

/** A word made of two, each by its stem: `lastbilsförare` is `lastbil` and `förare`. */
export interface Compound {
  front: string;
  head: string;
  /** Heads within the head: `ambulanssjuksköterska` also ends with `sköterska`. */
  inner: readonly string[];
}

/** Takes a compound apart where its end is a known head; null for other words. */
export function compoundOf(word: string): Compound | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= CAPACITY) known.clear();
  const compound = takeApart(word);
  known.set(word, compound);
  return compound;
}

/** Stems of a compound's parts, the head first; empty for other words. */
export function partsOf(word: string): readonly string[] {
  const compound = compoundOf(word);
  return compound ? [compound.head, compound.front, ...compound.inner] : NO_PARTS;
}

function takeApart(word: string): Compound | null {
  const found: string[] = [];
  let front = '';
  for (let at = SHORTEST_FRONT; at <= word.length - SHORTEST_HEAD - 1; at++) {
    const head = stemOf(word.slice(at));
    if (!heads.has(head) || found.includes(head)) continue;
    const before = word.slice(0, at);
    if (found.length === 0) {
      if (!/[aeiouyåäö]/u.test(before)) continue;
      front = stemOf(before);
    }
    found.push(head);
  }
  const [head, ...inner] = found;
  return head === undefined ? null : { front, head, inner };
}

import { isCut } from './concept-lexicon.js';
import { HEADS, LIST_ENDS, OBJECT_ENDS, OBJECT_OPENERS, SKILL_LEVELS, type HeadKind } from './heads.lexicon.js';
import { expandPattern, PhraseTrie } from './phrase-trie.js';
import { type TokenRange } from './sentences.js';
import { type SourceText } from './source-text.js';
import { Gap } from './tokens.js';

/** One thing in a sentence: the object of a head ("erfarenhet av"), or an element of a plain list. */
export interface DemandObject extends TokenRange {
  readonly head: HeadKind | null;
  /** First token of the head's phrase; `from` where there is none. */
  readonly headFrom: number;
  /** Skill level 1 to 5 that the words before the head give. */
  readonly level: number | null;
}

interface Head extends TokenRange {
  readonly kind: HeadKind;
}

const HEAD_TRIE = new PhraseTrie<HeadKind>();
for (const kind of ['occupation', 'experience', 'knowledge', 'education', 'proof', 'person'] as const) {
  for (const phrase of HEADS[kind].flatMap(expandPattern)) HEAD_TRIE.add(phrase.split(/[ -]/), kind);
}
const LEVEL_TRIE = new PhraseTrie<number>();
for (const [level, patterns] of SKILL_LEVELS) for (const phrase of patterns.flatMap(expandPattern)) LEVEL_TRIE.add(phrase.split(/[ -]/), level);

const SEPARATORS = new Set(['och', 'samt', 'eller', 'and', 'or', 'alternativt', 'respektive', 'alt', 'resp', 'gärna', 'men', 'but', 'liksom', 'plus']);
const APART = Gap.comma | Gap.semicolon | Gap.colon | Gap.dash | Gap.open | Gap.close | Gap.stop | Gap.line | Gap.bullet;
const LEVEL_REACH = 4;

/** Cuts a sentence into its objects, in reading order. What a head reaches ends at the next head, a contrast, or a new thought. */
export function demandObjects(source: SourceText, range: TokenRange): DemandObject[] {
  const objects: DemandObject[] = [];
  let head: Head | null = null;
  let level: number | null = null;
  let from = range.from;
  const close = (to: number): void => {
    const object = trimmed(source, from, to);
    if (object.to > object.from) objects.push({ ...object, head: head?.kind ?? null, headFrom: head?.from ?? object.from, level });
  };
  for (let at = range.from; at < range.to; ) {
    const next = headAt(source, at, range.to);
    if (next !== undefined) {
      close(at);
      head = next;
      level = levelBefore(source, at, range.from);
      at = from = next.to;
      continue;
    }
    const isSeparator = SEPARATORS.has(source.word(at)) && !isCut(source, at - 1);
    if (isSeparator || (at > from && source.gap(at) & APART && !isCut(source, at - 1)) || splitsAtSlash(source, at, from)) {
      close(at);
      from = isSeparator ? at + 1 : at;
      if (head !== null && endsList(source, from, source.gap(at))) {
        head = null;
        level = null;
      }
      at = Math.max(at + 1, from);
      continue;
    }
    at += 1;
  }
  close(range.to);
  return objects;
}

/** The object without what opens it ("olika", "att arbeta med") and what follows it ("inom gruva", "för kunder"). */
export function coreOf(source: SourceText, object: TokenRange): TokenRange {
  let to = object.from;
  while (to < object.to && !(to > object.from && OBJECT_ENDS.has(source.word(to)) && !isCut(source, to - 1))) to += 1;
  return { from: object.from, to };
}

function trimmed(source: SourceText, from: number, to: number): TokenRange {
  let start = from;
  while (start < to && OBJECT_OPENERS.has(source.word(start))) start += 1;
  return { from: start, to };
}

function headAt(source: SourceText, at: number, to: number): Head | undefined {
  const found = HEAD_TRIE.longestRun(source.wordAt, at, to);
  return found && { kind: found.value, from: at, to: found.end };
}

function splitsAtSlash(source: SourceText, at: number, from: number): boolean {
  return at > from && (source.gap(at) & Gap.slash) !== 0 && (source.gap(at) & Gap.hyphen) === 0 && source.word(at).length > 3 && source.word(at - 1).length > 3;
}

function endsList(source: SourceText, from: number, gap: number): boolean {
  if (gap & (Gap.semicolon | Gap.stop)) return true;
  return LIST_ENDS.has(source.word(from));
}

function levelBefore(source: SourceText, head: number, least: number): number | null {
  let level: number | null = null;
  for (let at = Math.max(least, head - LEVEL_REACH); at < head; ) {
    const found = LEVEL_TRIE.longestRun(source.wordAt, at, head);
    if (found !== undefined) level = found.value;
    at = found?.end ?? at + 1;
  }
  return level;
}

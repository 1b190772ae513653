import { isCut } from '../concepts/concept-lexicon.js';
import {
  HEADS,
  LIST_ENDS,
  NO_KNOWN_THINGS,
  NO_THING_WORDS,
  OBJECT_ENDS,
  OBJECT_OPENERS,
  SKILL_LEVELS,
  SKILLED_VERBS,
  TRAIT_HEADS,
  type HeadKind,
  type ObjectHead,
} from './heads.lexicon.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

/** One thing in a sentence: the object of a head ("erfarenhet av"), or an element of a plain list. */
export interface DemandObject extends TokenRange {
  readonly head: ObjectHead | 'interest' | 'ability' | null;
  /** First token of the head's phrase; `from` where there is none. */
  readonly headFrom: number;
  /** The one after the head's last token; `from` where there is none. */
  readonly headTo: number;
  /** Whether a head follows at once: then the words only say how much ("fördjupad kunskap"). */
  readonly beforeHead: boolean;
  /** Skill level 1 to 5 that the words before the head give. */
  readonly level: number | null;
}

interface Head extends TokenRange {
  readonly kind: HeadKind;
}

const HEAD_TRIE = new PhraseTrie<HeadKind>();
for (const kind of ['none', 'interest', 'ability'] as const) {
  for (const phrase of TRAIT_HEADS[kind].flatMap(expandPattern)) HEAD_TRIE.add(phrase.split(' '), kind);
}
for (const kind of ['occupation', 'experience', 'knowledge', 'education', 'proof', 'person'] as const) {
  for (const phrase of HEADS[kind].flatMap(expandPattern)) HEAD_TRIE.add(phrase.split(/[ -]/), kind);
}
const LEVEL_TRIE = new PhraseTrie<number>();
for (const [level, patterns] of SKILL_LEVELS)
  for (const phrase of patterns.flatMap(expandPattern)) LEVEL_TRIE.add(phrase.split(/[ -]/), level);

const SEPARATORS = new Set([
  'och',
  'samt',
  'eller',
  'and',
  'or',
  'alternativt',
  'respektive',
  'alt',
  'resp',
  'gärna',
  'men',
  'but',
  'liksom',
  'plus',
]);
/** A verb in the middle of an object starts another thought, even where the comma before it is missing. */
const VERBS = new Set(['är', 'har', 'kan', 'ska', 'trivs', 'is', 'are', 'has', 'can']);
const APART =
  Gap.comma | Gap.semicolon | Gap.colon | Gap.dash | Gap.open | Gap.close | Gap.stop | Gap.line | Gap.bullet;
/** "Eller motsvarande erfarenhet inom …" stands in for what was asked for, and asks for nothing more. */
const STANDS_IN = new Set(['motsvarande', 'likvärdig', 'equivalent']);
const CONTRASTS = new Set(['men', 'but']);
const INFINITIVE = /^\p{Ll}{3,}a$/u;
const LEVEL_REACH = 4;
const KNOWS = new Set(['kan', 'kunna', 'can']);
const SPENT: ReadonlyMap<string, HeadKind> = new Map<string, HeadKind>([
  ...'med inom i av in of with on'.split(' ').map((word) => [word, 'experience'] as const),
  ...['som', 'as'].map((word) => [word, 'occupation'] as const),
]);

/** Cuts a sentence into its objects, in reading order. What a head reaches ends at the next head, a contrast, or a new thought. */
export function demandObjects(
  source: SourceText,
  range: TokenRange,
  lead: ObjectHead | null,
  isCue: (index: number) => boolean,
  lengths: readonly TokenRange[] = [],
): DemandObject[] {
  const objects: DemandObject[] = [];
  let head: Head | null = lead && { kind: lead, from: range.from, to: range.from };
  let level: number | null = null;
  let from = range.from;
  const close = (to: number, beforeHead = false): void => {
    const object = trimmed(source, from, to);
    if (object.to > object.from && head?.kind !== 'none')
      objects.push({
        ...object,
        head: head?.kind ?? null,
        headFrom: head?.from ?? object.from,
        headTo: head?.to ?? object.from,
        beforeHead,
        level,
      });
  };
  for (let at = range.from; at < range.to;) {
    const next = headAt(source, at, range.to) ?? headOfLength(source, at, range.to, lengths);
    if (next !== undefined && !(isTrait(head) && !isTrait(next) && at === from)) {
      close(at, source.joins(at));
      if (STANDS_IN.has(source.word(at - 1)) && at > range.from) return objects;
      head = next;
      level = levelBefore(source, at, range.from);
      at = from = next.to;
      continue;
    }
    if (isCue(at)) {
      close(at);
      at = from = at + 1;
      continue;
    }
    if (VERBS.has(source.word(at)) && at > from) {
      close(at);
      head = null;
      level = null;
      from = at;
    }
    const isSeparator =
      (SEPARATORS.has(source.word(at)) && !isCut(source, at - 1) && !joinsVerbs(source, at)) ||
      (at > from && namesFollow(source, at, range.to));
    if (
      isSeparator ||
      (at > from && source.gap(at) & APART && !isCut(source, at - 1)) ||
      splitsAtSlash(source, at, from)
    ) {
      close(at);
      from = isSeparator ? at + 1 : at;
      if (head !== null && (CONTRASTS.has(source.word(at)) || endsList(source, from, source.gap(at)))) {
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

/** "Läsa och tolka ritningar" is one thing. */
function joinsVerbs(source: SourceText, at: number): boolean {
  if (SKILLED_VERBS.has(source.word(at - 1)) && SKILLED_VERBS.has(source.word(at + 1))) return true;
  return source.word(at - 2) === 'att' && INFINITIVE.test(source.word(at - 1)) && INFINITIVE.test(source.word(at + 1));
}

function isTrait(head: Head | null): boolean {
  return head?.kind === 'interest' || head?.kind === 'ability';
}

/** The head that a lead-in leaves open for its list: "Kunskap och erfarenhet inom:". */
export function openHead(source: SourceText, range: TokenRange): ObjectHead | null {
  let open: HeadKind | null = null;
  for (let at = range.from; at < range.to;) {
    const head = headAt(source, at, range.to);
    if (head !== undefined) open = head.kind;
    else if (!OBJECT_OPENERS.has(source.word(at)) && !SEPARATORS.has(source.word(at))) open = null;
    at = head?.to ?? at + 1;
  }
  return open === 'person' || open === 'none' || open === 'interest' || open === 'ability' ? null : open;
}

/** The object without what opens it ("olika", "att arbeta med") and what follows it ("inom gruva", "för kunder"). */
export function coreOf(source: SourceText, object: TokenRange): TokenRange {
  let to = object.from + 1;
  while (to < object.to && !(OBJECT_ENDS.has(source.word(to)) && !isCut(source, to - 1))) to += 1;
  return { from: object.from, to };
}

function trimmed(source: SourceText, from: number, to: number): TokenRange {
  let start = from;
  while (start < to && OBJECT_OPENERS.has(source.word(start)) && !isNamed(source, start)) start += 1;
  return { from: start, to };
}

/** A capital inside a sentence begins a name: "Arbete på väg". */
function isNamed(source: SourceText, at: number): boolean {
  const casing = source.tokens[at]?.casing;
  return casing === 'all' || (casing === 'first' && at > 0 && source.gap(at) === Gap.space);
}

function headAt(source: SourceText, at: number, to: number): Head | undefined {
  const found = HEAD_TRIE.longestRun(source.wordAt, at, to);
  if (found === undefined) return knownThing(source, at, to);
  const isSkilled = found.value === 'ability' && SKILLED_VERBS.has(source.word(found.end));
  const isClause = source.word(found.end) === 'att' && NO_THING_WORDS.has(source.word(found.end + 1));
  return { kind: isSkilled ? 'knowledge' : isClause ? 'none' : found.value, from: at, to: found.end };
}

/** "Kan läsa ritningar", "kan Heidenhain": what follows is known, unless it is another verb. */
function knownThing(source: SourceText, at: number, to: number): Head | undefined {
  if (!KNOWS.has(source.word(at)) || at + 1 >= to || !source.joins(at + 1)) return undefined;
  const next = source.word(at + 1);
  if (!SKILLED_VERBS.has(next) && (NO_KNOWN_THINGS.test(next) || NO_THING_WORDS.has(next))) return undefined;
  return { kind: 'knowledge', from: at, to: at + 1 };
}

/** "Minst tre år med C#", "2-4 years in mining": a length of time and what it was spent with. */
function headOfLength(source: SourceText, at: number, to: number, lengths: readonly TokenRange[]): Head | undefined {
  const length = lengths.find((one) => one.from === at);
  if (length === undefined || length.to >= to) return undefined;
  const kind = SPENT.get(source.word(length.to));
  return kind && { kind, from: at, to: length.to + 1 };
}

/** "System som Cosmic", "t.ex. SAP": names of what came before, apart. */
function namesFollow(source: SourceText, at: number, to: number): boolean {
  const word = source.word(at);
  if (word === 'såsom' || word === 'exempelvis') return true;
  return (
    (word === 'som' || word === 'like') &&
    at + 1 < to &&
    source.joins(at + 1) &&
    source.tokens[at + 1]?.casing !== 'lower'
  );
}

function splitsAtSlash(source: SourceText, at: number, from: number): boolean {
  return (
    at > from &&
    (source.gap(at) & Gap.slash) !== 0 &&
    (source.gap(at) & Gap.hyphen) === 0 &&
    source.word(at).length > 3 &&
    source.word(at - 1).length > 3
  );
}

function endsList(source: SourceText, from: number, gap: number): boolean {
  if (gap & Gap.semicolon) return true;
  return LIST_ENDS.has(source.word(from));
}

function levelBefore(source: SourceText, head: number, least: number): number | null {
  let level: number | null = null;
  for (let at = Math.max(least, head - LEVEL_REACH); at < head;) {
    const found = LEVEL_TRIE.longestRun(source.wordAt, at, head);
    if (found !== undefined) level = found.value;
    at = found?.end ?? at + 1;
  }
  return level;
}

import { demandHeadOf, splitDemandHead } from '../concepts/compound.js';
import { isCut } from '../concepts/concept-lexicon.js';
import { coreOf, type DemandObject } from './demand-objects.js';
import {
  EMPTY_OBJECTS,
  NO_THING,
  NO_THING_ENDING,
  NO_THING_WORDS,
  VERB_ENDING,
  WORK_WORDS,
  type ObjectHead,
} from './heads.lexicon.js';
import { PERSON_NOUN } from './traits.lexicon.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const LONGEST = 6;
const LONGEST_NAME = 3;
const LONGEST_THING = 5;
/** After these the object is anything alike ("liknande verktyg"), or how somebody works ("arbeta självständigt"). */
const OTHERS = new Set(
  'liknande annan annat andra övriga motsvarande arbeta jobba similar other another working work'.split(' '),
);
const PREPOSITIONS = new Set('mot vid för till från hos under via inom i på with within for to from'.split(' '));
/** Adjectives that say how much of something, not of what: "god erfarenhet", "relevant utbildning". */
const VAGUE =
  /^(?:fantastisk|logisk|klassisk|typisk|praktisk|praktiska|praktiskt|realistisk|energisk|optimistisk|kritisk|analytisk|pedagogisk|strategisk|metodisk|empatisk|dynamisk|systematisk)$/;
const ADJECTIVE = /(?:isk|iska|iskt|ell|ella|ellt)$/;

export interface OwnWords extends TokenRange {
  readonly head: ObjectHead;
}

/** How plainly the object stands where a demand is expected. */
export interface ObjectPlace {
  readonly isCue: (index: number) => boolean;
  readonly listed: boolean;
  /** The sentence demands or wishes outright here, or is an item of a list that does. */
  readonly plain: boolean;
  /** Lengths of time, which are no part of a name: "plåtvana 3 år". */
  readonly years: readonly TokenRange[];
}

/** What a demand names where no concept fits: a head's object, a compound ("agronomutbildning", "SAK-kompetens"), an adjective with its head ("teknisk utbildning"). */
export function ownWords(source: SourceText, object: DemandObject, place: ObjectPlace): OwnWords | undefined {
  const core = withoutCues(beforeLength(coreOf(source, object), place.years), place.isCue);
  const compound = compoundIn(source, core);
  const done = object.head === 'experience' || object.head === 'knowledge' ? object.head : null;
  const named =
    compound && done !== null ? { ...compound, head: done } : (compound ?? headed(source, object, core, place));
  if (named === undefined) return undefined;
  const length = named.to - named.from;
  if (OTHERS.has(source.word(named.from - 1)) && named.from > object.headFrom && !isWork(source, named))
    return undefined;
  if (length < 1 || length > LONGEST || source.word(named.from).length < 2) return undefined;
  return saysSomething(source, named) ? named : undefined;
}

/** "tak- och plåtvana" names two things: the whole, and the one that completes it. */
export function cutParts(source: SourceText, { from, to }: TokenRange): TokenRange[] {
  for (let at = to - 2; at > from; at -= 1)
    if (isCut(source, at - 1))
      return [
        { from, to },
        { from: at + 1, to },
      ];
  return [{ from, to }];
}

/** The range up to a length of time, or after one that it begins with. */
export function beforeLength(range: TokenRange, lengths: readonly TokenRange[]): TokenRange {
  let { from, to } = range;
  for (const length of lengths) {
    if (length.from <= from && length.to > from) from = Math.min(length.to, to);
    else if (length.from > from && length.from < to) to = length.from;
  }
  return { from, to };
}

/** Some word of it must name something: "pedagogiskt arbete" does, "arbete" alone does not. */
function saysSomething(source: SourceText, { from, to }: TokenRange): boolean {
  let isSaying = false;
  for (let at = from; at < to; at += 1) {
    const word = source.word(at);
    if (/^\d+$/.test(word)) {
      if (to - from === 1) return false;
      continue;
    }
    if (NO_THING_WORDS.has(word) && source.tokens[at]?.casing !== 'all') return false;
    isSaying ||= !EMPTY_OBJECTS.test(word);
  }
  return isSaying;
}

function isWork(source: SourceText, { from, to }: TokenRange): boolean {
  return to - from > 1 && WORK_WORDS.test(source.word(from));
}

/** The object of a head, or a thing named where a demand is expected: "JBoss", "ISO 9001", "storskaliga system". */
function headed(source: SourceText, object: DemandObject, core: TokenRange, place: ObjectPlace): OwnWords | undefined {
  if (object.head === 'interest' || object.head === 'ability') return undefined;
  if (object.head !== null && object.head !== 'person') return { ...afterPreposition(source, core), head: object.head };
  if (object.head === 'person') return undefined;
  if (place.listed && isName(source, core)) return { ...core, head: 'knowledge' };
  return place.plain && isThing(source, object, core) ? { ...core, head: 'knowledge' } : undefined;
}

/** "Mot företagskunder": the words after it. */
function afterPreposition(source: SourceText, core: TokenRange): TokenRange {
  return core.to - core.from > 1 && PREPOSITIONS.has(source.word(core.from))
    ? { from: core.from + 1, to: core.to }
    : core;
}

function isName(source: SourceText, core: TokenRange): boolean {
  if (core.to - core.from > LONGEST_NAME || source.word(core.from).length < 3) return false;
  let isName = source.tokens[core.from]?.casing !== 'lower';
  for (let at = core.from; at < core.to; at += 1)
    isName &&= /[\d+#.]/.test(source.word(at)) || ['mixed', 'all'].includes(source.tokens[at]?.casing ?? 'lower');
  return isName;
}

/** A short noun phrase: no clause, no person, nothing that only describes. */
function isThing(source: SourceText, object: DemandObject, core: TokenRange): boolean {
  const length = core.to - core.from;
  if (object.beforeHead || length < 1 || length > LONGEST_THING || core.from !== object.from) return false;
  for (let at = core.from; at < core.to; at += 1) if (NO_THING_WORDS.has(source.word(at))) return false;
  const [first, last] = [source.word(core.from), source.word(core.to - 1)];
  const isCased = source.tokens[core.from]?.casing !== 'lower' && source.gap(core.from) === Gap.space;
  if (
    (NO_THING.test(last) && !(length > 1 && WORK_WORDS.test(last))) ||
    NO_THING.test(first) ||
    NO_THING_ENDING.test(last) ||
    PERSON_NOUN.test(last)
  )
    return false;
  if (isCased) return true;
  if (last.length < 3 || isAside(source, core)) return false;
  return length === 1 ? !last.endsWith('a') : !VERB_ENDING.test(first);
}

/** "(grund)": one word in brackets only explains. */
function isAside(source: SourceText, { from, to }: TokenRange): boolean {
  return (source.gap(from) & Gap.open) !== 0 && (source.gap(to) & Gap.close) !== 0;
}

function withoutCues(range: TokenRange, isCue: (index: number) => boolean): TokenRange {
  let { from } = range;
  while (from < range.to && isCue(from)) from += 1;
  let to = from;
  while (to < range.to && !isCue(to)) to += 1;
  return { from, to };
}

function compoundIn(source: SourceText, range: TokenRange): OwnWords | undefined {
  for (let at = range.from; at < range.to; at += 1) {
    const word = source.word(at);
    const head = splitDemandHead(word)?.head;
    if (head !== undefined) {
      let from = at;
      while (
        from > range.from &&
        (source.gap(from) === Gap.hyphen || isCut(source, from - 1) || isCut(source, from - 2))
      )
        from -= 1;
      return { from, to: at + 1, head };
    }
    const next = demandHeadOf(source.word(at + 1));
    if (next === undefined || at + 1 >= range.to) continue;
    const gap = source.gap(at + 1);
    if (gap === Gap.hyphen || (gap === Gap.space && ADJECTIVE.test(word) && !VAGUE.test(word)))
      return { from: at, to: at + 2, head: next };
  }
  return undefined;
}

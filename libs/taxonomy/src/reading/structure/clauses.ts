import {
  CLAUSE_OPENERS,
  CONTRASTS,
  DEMAND_NOUN,
  JOINERS,
  NO_SEEK_OBJECTS,
  ONLY,
  OPENING_NEGATIONS,
  OPENING_VERBS,
  PERSONAL_AIMS,
  PERSONS,
  SEEK_LINKS,
  SEEK_REACH,
  SUBJECTS,
} from './cue-words.lexicon.js';
import { FINITE_VERBS, NEGATIONS } from './cues.lexicon.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

const RELATIVE_SUBJECTS = new Set(['vi', 'we']);

/** "Behärskar svenska", "Har B-körkort": the person sought is understood. */
export function opensWithVerb(source: SourceText, from: number, to: number): boolean {
  return OPENING_VERBS.has(source.word(from)) && !SUBJECTS.has(source.word(from + 1)) && to - from > 1;
}

export function startsClause(source: SourceText, at: number): boolean {
  const before = source.word(at - 1);
  if (CONTRASTS.has(before) || source.gap(at) & Gap.semicolon) return true;
  const joined = JOINERS.has(before) || (source.gap(at) & Gap.comma) !== 0;
  return joined && (FINITE_VERBS.has(source.word(at)) || PERSONS.has(source.word(at)));
}

export function opensWithNegation(source: SourceText, from: number): boolean {
  return [from, from + 1].some((at) => OPENING_NEGATIONS.has(source.word(at)));
}

export function hasDemandNoun(source: SourceText, end: number, to: number): boolean {
  for (let at = end; at < Math.min(end + 5, to); at += 1) if (DEMAND_NOUN.test(source.word(at))) return true;
  return false;
}

/** "De system vi använder": the words say which system, and start nothing of their own. */
export function isRelative(source: SourceText, at: number): boolean {
  return (
    RELATIVE_SUBJECTS.has(source.word(at)) &&
    (source.gap(at) & ~Gap.space) === 0 &&
    !CLAUSE_OPENERS.has(source.word(at - 1))
  );
}

/** "För att möta efterfrågan krävs …" says nothing of a person; "för att lyckas krävs …" does. */
export function hasOtherAim(source: SourceText, from: number): boolean {
  return source.word(from) === 'för' && source.word(from + 1) === 'att' && !PERSONAL_AIMS.test(source.word(from + 2));
}

/** "Vi söker en svetsare med …": what the person has follows. */
export function linksToPerson(source: SourceText, at: number, searched: number): boolean {
  return SEEK_LINKS.has(source.word(at)) && at - searched <= SEEK_REACH && !NO_SEEK_OBJECTS.test(source.word(at + 1));
}

/** Whether a cue from `start` to `end` is turned into none, shortly before it or right after it, in a sentence from `from` to `to`. */
export function isNegated(
  source: SourceText,
  { from, start, end, to }: Readonly<Record<'from' | 'start' | 'end' | 'to', number>>,
  isCue: (at: number) => boolean,
): boolean {
  for (let at = start - 1; at >= Math.max(from, start - 3) && !isCue(at); at -= 1) {
    if (NEGATIONS.has(source.word(at))) return !ONLY.has(source.word(at + 1));
    if (source.gap(at) & (Gap.comma | Gap.semicolon) || CONTRASTS.has(source.word(at))) break;
  }
  const next = source.word(end);
  return end < to && NEGATIONS.has(next) && next !== 'utan' && !ONLY.has(source.word(end + 1));
}

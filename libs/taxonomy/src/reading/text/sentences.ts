import type { SourceText } from './source-text.js';
import { Gap } from './tokens.js';

/** A run of tokens: `from` up to but not including `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** A line of a text: its tokens, and how it stands there. */
export interface Line extends TokenRange {
  readonly bullet: boolean;
  /** Whether a blank line (or the text's start) is before it. */
  readonly afterBlank: boolean;
}

const ABBREVIATIONS = new Set(
  'leg ex t bl ca inkl exkl m fl dvs resp tel nr st jur med fil dr prof min max etc e g i d v s o k osv mm tex bla eg ie'.split(
    ' ',
  ),
);

/** Longer runs without a full stop are cut: so that what looks around inside a sentence stays linear on any input. */
const LONGEST_SENTENCE = 300;
const WRAPPED_FROM = 60;

/** Lines, and items of lists written inside a line. Every token is in exactly one. */
export function linesOf(source: SourceText): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 1; at <= source.length; at += 1) {
    if (at < source.length && (!startsLine(source, at) || isWrapped(source, from, at))) continue;
    const gap = source.gap(from);
    if (at > from)
      lines.push({
        from: skipMark(source, from, at),
        to: at,
        bullet: isItem(source, from, gap),
        afterBlank: from === 0 || (gap & Gap.blankLine) !== 0,
      });
    from = at;
  }
  return lines;
}

/** Sentences of a token range. */
export function sentencesOf(source: SourceText, range: TokenRange): TokenRange[] {
  const sentences: TokenRange[] = [];
  let from = range.from;
  for (let at = range.from + 1; at < range.to; at += 1) {
    if (at - from < LONGEST_SENTENCE && !startsSentence(source, at)) continue;
    sentences.push({ from, to: at });
    from = at;
  }
  if (range.to > from) sentences.push({ from, to: range.to });
  return sentences;
}

function startsLine(source: SourceText, at: number): boolean {
  const gap = source.gap(at);
  if (gap & (Gap.blankLine | Gap.bullet)) return true;
  return (gap & Gap.line) !== 0 && !(source.word(at - 1) === 'leg' && gap & (Gap.stop | Gap.dot));
}

/** A hard-wrapped line goes on: after a comma, or in lower case after a long line without an end. */
function isWrapped(source: SourceText, from: number, at: number): boolean {
  const gap = source.gap(at);
  if (gap & (Gap.blankLine | Gap.bullet | Gap.stop | Gap.dot | Gap.colon | Gap.semicolon)) return false;
  if (gap & Gap.comma) return true;
  const width = (source.tokens[at - 1]?.end ?? 0) - (source.tokens[from]?.start ?? 0);
  return width >= WRAPPED_FROM && source.tokens[at]?.casing === 'lower';
}

/** Skips a number ("1. ", "2) ") or a lone "o" that stands for a bullet. */
function skipMark(source: SourceText, from: number, to: number): number {
  if (to - from < 2) return from;
  const word = source.word(from);
  const gap = source.gap(from + 1);
  if (/^\d{1,2}$/.test(word) && gap & (Gap.stop | Gap.close)) return from + 1;
  return word === 'o' && source.tokens[from]?.casing === 'lower' && gap & Gap.space ? from + 1 : from;
}

function isItem(source: SourceText, from: number, gap: number): boolean {
  return (gap & Gap.bullet) !== 0 || skipMark(source, from, source.length) !== from;
}

function startsSentence(source: SourceText, at: number): boolean {
  const gap = source.gap(at);
  const before = source.tokens[at - 1];
  const casing = source.tokens[at]?.casing;
  if (before === undefined) return true;
  if (gap & Gap.stop)
    return casing !== 'lower' && !(ABBREVIATIONS.has(before.lower) && source.text[before.end] === '.');
  return (gap & Gap.dot) !== 0 && casing === 'first' && before.casing !== 'all' && before.lower.length > 3;
}

import { AD_HEADINGS, type Section } from './headings.lexicon.js';
import { expandPattern, PhraseTrie } from '../text/phrase-trie.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

/** A heading at a line's start; what follows `end` on the same line is the section's own text. */
export interface HeadingMatch<S extends string> {
  readonly section: S;
  readonly end: number;
}

const LONGEST_UNKNOWN = 6;
/** An unknown heading with one of these words tells its section. */
const TELLING: readonly (readonly [Section, RegExp])[] = [
  [
    'merit',
    /^(?:meriterande|meriter|önskvärt|önskvärda|merit|merits|preferred|desirable|desired|nice|bonus|plus|optional)$/u,
  ],
  ['tasks', /^(?:arbetsuppgifter|ansvar|ansvarsområden|uppgifter|responsibilities|tasks|duties)$/u],
  ['offer', /^(?:erbjuder|erbjudande|förmåner|villkor|benefits|offer|perks|salary|lön)$/u],
  [
    'requirement',
    /^(?:\p{L}*(?:krav|kvalifikationer|kompetens|kompetenser|kompetenskrav|kunskaper|erfarenhet|erfarenheter)|kraven|utbildning|requirements|requirement|qualifications|skills|experience|education|competence|knowledge)$/u,
  ],
];

/** Headings by their words, for lines of an ad or of a CV. */
export class HeadingLexicon<S extends string> {
  private readonly trie = new PhraseTrie<S>();

  constructor(headings: Readonly<Partial<Record<S, readonly string[]>>>) {
    for (const [section, patterns] of Object.entries(headings) as [S, readonly string[]][]) {
      for (const phrase of patterns.flatMap(expandPattern)) {
        const words = phrase.split(' ').filter((word) => word !== '' && /[\p{L}]/u.test(word));
        if (words.length > 0)
          this.trie.add(
            words.flatMap((word) => word.split('-')),
            section,
          );
      }
    }
  }

  /** A known heading at the start of a line of tokens `from` to `to`: alone on it, before a colon, or glued to what follows ("KravDu har"). */
  match(source: SourceText, from: number, to: number): HeadingMatch<S> | undefined {
    const keys = (index: number, first: boolean): readonly string[] =>
      index < to &&
      (first || source.joins(index) || source.gap(index) === Gap.other || (source.gap(index) & Gap.slash) !== 0)
        ? [source.word(index), ...(glued(source, index)?.head ?? [])]
        : [];
    const found = this.trie.longest(keys, from, (_, end) => isHeadingEnd(source, from, end, to));
    return found && { section: found.value, end: found.end };
  }
}

/** "sökerVi" is "söker" and "Vi" run together. */
function glued(source: SourceText, index: number): { head: string[] } | undefined {
  const token = source.tokens[index];
  if (token?.casing !== 'mixed') return undefined;
  const parts = /^(\p{Lu}?\p{Ll}{2,})\p{Lu}\p{Ll}+$/u.exec(source.text.slice(token.start, token.end));
  return parts?.[1] === undefined ? undefined : { head: [parts[1].toLowerCase()] };
}

function isHeadingEnd(source: SourceText, from: number, end: number, to: number): boolean {
  if (end >= to) return (source.gap(to) & Gap.comma) === 0 && !endsSentence(source, from, to);
  if (source.gap(end) & Gap.colon) return true;
  if (glued(source, end - 1) !== undefined) return true;
  return (source.gap(end) & Gap.dash) !== 0 && end - from <= 3 && source.tokens[from]?.casing !== 'lower';
}

/** "Du har." is a sentence, "Om dig." hardly: short lines in a full stop are headings only when they are one or two words. */
function endsSentence(source: SourceText, from: number, to: number): boolean {
  const end = source.tokens[to - 1]?.end ?? 0;
  return to - from > 2 && source.text[end] === '.';
}

/** The section that an unknown heading-like line opens: a short line before a list or after a blank line, without a full stop. */
export function guessSection(source: SourceText, from: number, to: number): Section | undefined {
  const token = source.tokens[from];
  const end = source.tokens[to - 1]?.end ?? 0;
  if (
    token === undefined ||
    to - from > LONGEST_UNKNOWN ||
    token.casing === 'lower' ||
    /[.,!;]/.test(source.text[end] ?? '')
  )
    return undefined;
  for (const [section, words] of TELLING) {
    for (let at = from; at < to; at += 1) if (words.test(source.word(at))) return section;
  }
  return 'neutral';
}

export const AD_HEADING_LEXICON = new HeadingLexicon<Section>(AD_HEADINGS);

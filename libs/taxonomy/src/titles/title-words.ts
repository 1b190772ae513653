import { SourceText } from '../reading/text/source-text.js';
import type { TokenRange } from '../reading/text/sentences.js';
import { Gap, tokenize } from '../reading/text/tokens.js';

/** A title longer than this, in letters or in words, is no title: the rest is not read. */
const LONGEST_TITLE = 300;
const MOST_WORDS = 16;

/** From these words on a title says where, for whom or when. */
const CUTS = new Set(
  'till to at hos på åt sökes söks wanted i in för for med with tillsvidare heltid deltid sommarjobb vikariat vikarie sommaren'.split(
    ' ',
  ),
);
const OPENERS = new Set(
  'vi nu söker en ett erfaren erfarna senior junior driven duktig är du vår våra vill bli we are looking for a an experienced extra ny nya fler flera engagerad sommarvikarie timvikarie'.split(
    ' ',
  ),
);
const LEAST_ALTERNATIVE = 3;

/** A title taken apart: all of it, the part that names the job, and that part as written. */
export interface TitleText {
  readonly source: SourceText;
  /** Tokens of the name proper: without openers, up to "till", a comma, a dash, a bracket or a bar. */
  readonly core: TokenRange;
  /** From the core's beginning as far as a qualifier goes: "borrare, trä", "danspedagog/danslärare". */
  readonly named: string;
}

export function readTitleText(title: string): TitleText {
  const source = new SourceText(title.slice(0, LONGEST_TITLE), 'sv', 'headline');
  let from = 0;
  while (from < source.length - 1 && OPENERS.has(source.word(from))) from += 1;
  const endOf = (cuts: (at: number) => boolean): number => {
    let to = from;
    while (to < source.length && !(to > from && cuts(to))) to += 1;
    return to;
  };
  const core = { from, to: endOf((at) => cutsCore(source, at)) };
  const end = endOf((at) => cutsName(source, at));
  return { source, core, named: source.length === 0 ? '' : source.span(from, end).quote };
}

/** The words of a name or title in lower case. */
export function titleWords(text: string): string[] {
  return tokenize(text.slice(0, LONGEST_TITLE))
    .map(({ lower }) => lower)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

/** The several names that a slash parts: "Danspedagog/Danslärare". The whole where there is but one. */
export function alternativesOf(text: string): string[] {
  const parts = text
    .slice(0, LONGEST_TITLE)
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part.length >= LEAST_ALTERNATIVE);
  return parts.length > 1 ? parts : [text.slice(0, LONGEST_TITLE)];
}

const STOPS = Gap.dash | Gap.open | Gap.colon | Gap.stop | Gap.line | Gap.bullet | Gap.semicolon | Gap.other;

function cutsName(source: SourceText, at: number): boolean {
  return (source.gap(at) & STOPS) !== 0 || CUTS.has(source.word(at));
}

function cutsCore(source: SourceText, at: number): boolean {
  const gap = source.gap(at);
  if (cutsName(source, at) || (gap & Gap.comma) !== 0) return true;
  return (gap & Gap.slash) !== 0 && source.word(at).length > 4 && source.word(at - 1).length > 4;
}

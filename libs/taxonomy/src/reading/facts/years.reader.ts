import type { DemandObject } from './demand-objects.js';
import type { TokenRange } from '../text/sentences.js';
import type { SourceText } from '../text/source-text.js';
import { Gap } from '../text/tokens.js';

/** A length of experience; of a range ("2-5 år") the lower end. */
export interface YearsMark extends TokenRange {
  /** Whole years; 0 for less than one. */
  readonly years: number;
}

const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ett: 1, två: 2, tre: 3, fyra: 4, fem: 5, sex: 6, sju: 7, åtta: 8, nio: 9, tio: 10, tolv: 12, femton: 15, tjugo: 20, halvt: 0,
    one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20,
  }),
); // prettier-ignore
const YEARS = /^(?:år|års|åren|year|years|years'|yrs|yr|year's)$/;
const MONTHS = /^(?:månad|månader|månaders|månaderna|mån|month|months|months')$/;
const AGE = /^(?:gammal|gamla|fyllda|old|ålder)$/;
const MOST_YEARS = 50;
/** So many tokens may stand between a length of time and what it is a length of. */
const REACH = 4;
const BEFORE_LENGTH = new Set(
  'i minst under för ca cirka över mer än lägst at least over more than about for min'.split(' '),
);

/** Reads lengths of time that may be experience: "minst två års", "3+ years", "2–5 år", "18 månader". Ages and dates are none. */
export function readYears(source: SourceText, range: TokenRange): YearsMark[] {
  const marks: YearsMark[] = [];
  for (let at = range.from; at < range.to; at += 1) {
    const low = numberAt(source, at);
    if (low === undefined) continue;
    let unit = at + 1;
    if (numberAt(source, unit) !== undefined && unit < range.to && source.gap(unit) & (Gap.dash | Gap.hyphen))
      unit += 1;
    else if (['till', 'to', 'eller', 'or'].includes(source.word(unit)) && numberAt(source, unit + 1) !== undefined)
      unit += 2;
    const word = source.word(unit);
    const isMonths = MONTHS.test(word);
    if (
      unit >= range.to ||
      (!YEARS.test(word) && !isMonths) ||
      AGE.test(source.word(unit + 1)) ||
      ['fyllt', 'fylla'].includes(source.word(at - 1))
    )
      continue;
    const years = isMonths ? Math.floor(low / 12) : low;
    if (years <= MOST_YEARS) marks.push({ from: at, to: unit + 1, years });
    at = unit;
  }
  return marks;
}

function numberAt(source: SourceText, at: number): number | undefined {
  const word = source.word(at);
  return /^\d{1,2}$/.test(word) ? Number(word) : WORDS.get(word);
}

/** Years of experience of an object: a length of time belongs to the head after it ("minst två års erfarenhet av"), else to the object before it ("svetsning, minst 3 år"). */
export function yearsOf(
  source: SourceText,
  object: DemandObject,
  range: TokenRange,
  marks: readonly YearsMark[],
): number | null {
  if (object.head !== 'experience' && object.head !== 'occupation') return null;
  const before = marks.findLast((mark) => mark.to <= range.from && object.headFrom - mark.to <= REACH);
  const mark = before ?? marks.find((one) => one.from >= range.to && isLengthOf(source, range.to, one.from));
  return mark === undefined || mark.years === 0 ? null : mark.years;
}

function isLengthOf(source: SourceText, from: number, to: number): boolean {
  if (to - from > REACH) return false;
  for (let at = from; at < to; at += 1) if (!BEFORE_LENGTH.has(source.word(at))) return false;
  return true;
}

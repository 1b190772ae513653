/** A time from one month to another; months are counted from year 0. */
export interface Period {
  readonly from: number;
  /** Null while it goes on. */
  readonly to: number | null;
  /** Whether both ends name a month: then the last month counts too. */
  readonly exact: boolean;
}

const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^feb/, 2],
  [/^mar/, 3],
  [/^apr/, 4],
  [/^ma[ijy]/, 5],
  [/^jun/, 6],
  [/^jul/, 7],
  [/^aug/, 8],
  [/^sep/, 9],
  [/^o[ck]t/, 10],
  [/^nov/, 11],
  [/^de[ck]/, 12],
];
const DATE = String.raw`(?:(\d{1,2})[/.-]|(\p{L}{3,9})\.?\s)?((?:19|20)\d\d)(?:[-/.](\d{1,2})(?!\d))?`;
const PERIOD = new RegExp(
  String.raw`(?<![\d\p{L}])${DATE}\s{0,3}(?:-|–|—|till|to|until)\s{0,3}(?:${DATE}|(nu|nuvarande|pågående|idag|dags dato|present|now|current|ongoing|today|tillsvidare))(?![\d\p{L}])`,
  'iu',
);
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
/** A date stands near the start of its line. */
const LINE_REACH = 300;

/** The period that a line of a CV names: "2019–2023", "2019-01 – 2021-06", "mars 2020 – nu", "01/2019 - present". */
export function periodIn(line: string): Period | undefined {
  const match = PERIOD.exec(line.slice(0, LINE_REACH));
  if (match === null) return undefined;
  const from = monthOf(match[1], match[2], match[3], match[4]);
  if (from === undefined) return undefined;
  if (match[9] !== undefined) return { ...from, from: from.month, to: null };
  const to = monthOf(match[5], match[6], match[7], match[8]);
  if (to === undefined || to.month < from.month) return undefined;
  return { from: from.month, to: to.month, exact: from.exact && to.exact };
}

/** Months that a period lasted; one that goes on lasts at least until the latest year that the text names. */
export function monthsOf(period: Period, latestYear: number | null): number | null {
  if (period.to !== null) return period.to - period.from + (period.exact ? 1 : 0);
  const atLeast = latestYear === null ? 0 : latestYear * 12 - period.from;
  return atLeast >= 12 ? atLeast : null;
}

/** The latest year named anywhere, or null. */
export function latestYear(text: string): number | null {
  let latest: number | null = null;
  for (const [year] of text.matchAll(YEAR)) latest = Math.max(latest ?? 0, Number(year));
  return latest;
}

function monthOf(
  number: string | undefined,
  name: string | undefined,
  year: string | undefined,
  suffix: string | undefined,
): { month: number; exact: boolean } | undefined {
  if (year === undefined) return undefined;
  const named = name === undefined ? undefined : MONTHS.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  const month = named ?? Number(number ?? suffix ?? 0);
  return month >= 1 && month <= 12
    ? { month: Number(year) * 12 + month - 1, exact: true }
    : { month: Number(year) * 12, exact: false };
}

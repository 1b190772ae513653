import type { MonthIndex, Period } from './cv.js';

const middleOfYear = 6;
const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** A month of a year; null for what the calendar does not have. */
export function monthIndex(year: number, month: number | null): MonthIndex | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return null;
  if (month === null) return year * 12 + middleOfYear;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? year * 12 + month - 1 : null;
}

/** Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, with or without a time after it; null for anything else. */
export function readMonth(value: string): MonthIndex | null {
  const match = shape.exec(value.trim());
  if (!match) return null;
  const day = Number(match[3] ?? 1);
  if (day < 1 || day > 31) return null;
  return monthIndex(Number(match[1]), match[2] === undefined ? null : Number(match[2]));
}

/** True for a year without a month. */
export const isYearOnly = (value: string): boolean => /^\d{4}$/.test(value.trim());

/** What follows the last month of a period: a month that is named is included, a year alone ends in its middle. */
export const endAfter = (month: MonthIndex, yearOnly: boolean): MonthIndex => (yearOnly ? month : month + 1);

/** Whole years that some periods cover together; where they overlap, time counts once. Null where no beginning is said. */
export function wholeYears(periods: readonly Period[], today: string): number | null {
  const now = readMonth(today)!;
  const known = periods
    .flatMap(({ from, to, ongoing }) =>
      from === null || (to === null && !ongoing) ? [] : [{ from, to: Math.min(to ?? now, now) }],
    )
    .filter(({ from, to }) => from <= to)
    .sort((left, right) => left.from - right.from);
  if (known.length === 0) return null;
  let months = 0;
  let covered = -Infinity;
  for (const { from, to } of known) {
    months += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return Math.min(70, Math.floor(months / 12));
}

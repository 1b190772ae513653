import type { RankBy } from '#contracts';
import { knockOuts } from '../demands/knock-out-check.js';
import type { KnockOut, RankQuery } from '../engine.types.js';
import { dayNumber } from '../model/calendar-day.js';

const largestList = 10_000;

/** Throws `RangeError`, naming the value, where a question makes no sense. */
export function requireSensible(query: RankQuery): void {
  requireWhole('limit', query.limit, 1, largestList);
  requireWhole('offset', query.offset ?? 0, 0, Number.MAX_SAFE_INTEGER - largestList);
  if (query.filter?.extentMin !== undefined) requireWhole('extentMin', query.filter.extentMin, 1, 100);
  for (const [demandId, weight] of Object.entries(query.weights ?? {}))
    requireWhole(`weight of ${demandId}`, weight, 0, 10);
  dayNumber(query.today);
}

function requireWhole(what: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max)
    throw new RangeError(`${what} is ${value}, not a whole number from ${min} to ${max}`);
}

/** What a scan needs to compute for a kind of list. */
export const scoresSeekers = (rankBy: RankBy): boolean => rankBy !== 'employer';

export const noneRemoved = (): Record<KnockOut, number> =>
  Object.fromEntries(knockOuts.map((reason) => [reason, 0])) as Record<KnockOut, number>;

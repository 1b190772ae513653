import { knockOuts } from '../demands/knock-out-check.js';
import type { KnockOut } from '../engine.types.js';
import { requireWhole } from '../limit.error.js';
import type { BulkQuery, CountQuery, RankQuery, WidenQuery } from '../lists.types.js';
import { dayNumber } from '../model/calendar-day.js';
import type { ListQuestion } from './list-index.js';
import { readPosition } from './list-position.js';

const largestList = 10_000;

const largestBulkList = 1000;

/** The best of a list, and one more, which tells whether there is another page. Throws `RangeError`, naming the value, where a question makes no sense. */
export function questionOf(query: RankQuery): ListQuestion {
  requireWhole('limit', query.limit, 1, largestList);
  const offset = query.offset ?? 0;
  requireWhole('offset', offset, 0, 2 ** 31 - 1 - largestList);
  if (query.after !== undefined && offset > 0) throw new RangeError(`offset ${offset} and after exclude each other`);
  const after = query.after === undefined ? null : readPosition(query.after);
  return { ...countOf(query), rankBy: query.rankBy, k: offset + query.limit + 1, after };
}

export function countOf(query: CountQuery): ListQuestion {
  const { filter = {}, weights = {}, today } = query;
  if (filter.extentMin !== undefined) requireWhole('extentMin', filter.extentMin, 1, 100);
  for (const [demandId, weight] of Object.entries(weights)) requireWhole(`weight of ${demandId}`, weight, 0, 10);
  return {
    rankBy: 'both',
    k: 0,
    after: null,
    filter,
    today: today === undefined ? 0 : dayNumber(today),
    ignoring: null,
  };
}

export function widenedOf(query: WidenQuery): ListQuestion {
  requireWhole('wanted', query.wanted, 1, largestList);
  return countOf(query);
}

export function bulkQuestionOf(query: BulkQuery): ListQuestion {
  requireWhole('limit', query.limit, 1, largestBulkList);
  if (query.count !== undefined) requireWhole('count', query.count, 1, Number.MAX_SAFE_INTEGER);
  requireWhole('threads', query.threads ?? 1, 1, 64);
  return { ...countOf({ today: query.today }), rankBy: query.rankBy, k: query.limit };
}

export const noneRemoved = (): Record<KnockOut, number> =>
  Object.fromEntries(knockOuts.map((reason) => [reason, 0])) as Record<KnockOut, number>;

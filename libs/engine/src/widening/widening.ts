import type { Loosening, RankFilter, Widening } from '../lists.types.js';

/** A change, and how many are on the list with it alone. */
export interface Trial {
  readonly loosening: Loosening;
  readonly count: () => number;
}

/** Trials are made only where there are too few. */
export function widening(total: number, wanted: number, trials: () => Iterable<Trial>): Widening {
  if (total >= wanted) return { total, wanted, loosened: [] };
  const tried = Array.from(trials(), ({ loosening, count }) => ({ loosening, total: count() }));
  const loosened = tried
    .map((one) => ({ ...one, more: one.total - total }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more);
  return { total, wanted, loosened };
}

/** The filter without each of the parts that it has. */
export function* loosenedFilters(filter: RankFilter): Iterable<[Loosening, RankFilter]> {
  const { municipalities, counties, ...elsewhere } = filter;
  if ((municipalities?.length ?? 0) + (counties?.length ?? 0) > 0)
    yield [{ kind: 'filter', field: 'place' }, elsewhere];
  for (const field of ['occupationFields', 'remote', 'employerIds', 'extentMin'] as const) {
    const value = filter[field];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const { [field]: _dropped, ...rest } = filter;
    yield [{ kind: 'filter', field }, rest];
  }
}

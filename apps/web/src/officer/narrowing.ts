import type { DeskFilter } from '#contracts';
import type { Item } from './decisions.js';

/** What the address says about a list: what it is narrowed to. Nothing said is everything. */
export function filterOf(search: URLSearchParams): DeskFilter {
  const fit = Number(search.get('fit') ?? 0);
  return {
    stage: search.getAll('stage').filter(isStage),
    eligibility: search.getAll('eligibility').filter(isEligibility),
    municipality: search.getAll('place').filter((code) => /^\d{4}$/.test(code)),
    minimumFit: Number.isInteger(fit) && fit >= 0 && fit <= 100 ? fit : 0,
    rankBy: rankings.find((one) => one === search.get('rankBy')) ?? 'both',
  };
}

/** The address of a narrowed list; what else it says stays. */
export function withFilter(search: URLSearchParams, filter: DeskFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ['stage', 'eligibility', 'place', 'fit', 'rankBy']) next.delete(name);
  for (const stage of filter.stage) next.append('stage', stage);
  for (const state of filter.eligibility) next.append('eligibility', state);
  for (const code of filter.municipality) next.append('place', code);
  if (filter.minimumFit > 0) next.set('fit', String(filter.minimumFit));
  if (filter.rankBy !== 'both') next.set('rankBy', filter.rankBy);
  return next;
}

export const rankings = ['both', 'employer', 'seeker'] as const;
export const allStages = ['new', 'advance', 'hold', 'not-chosen'] as const;
const states = ['met', 'unknown', 'not-met'] as const;
const isStage = (value: string): value is (typeof allStages)[number] => allStages.some((one) => one === value);
const isEligibility = (value: string): value is (typeof states)[number] => states.some((one) => one === value);

/** Candidates that the filter leaves; within a field any value will do. */
export const narrowed = (items: readonly Item[], filter: DeskFilter): Item[] =>
  items.filter(
    ({ stage, eligibility, fit, candidate }) =>
      (filter.stage.length === 0 || filter.stage.includes(stage)) &&
      (filter.eligibility.length === 0 || filter.eligibility.includes(eligibility)) &&
      (filter.municipality.length === 0 ||
        (candidate.homeMunicipality !== null && filter.municipality.includes(candidate.homeMunicipality))) &&
      fit >= filter.minimumFit,
  );

const figureOf = (item: Item, by: DeskFilter['rankBy']): number =>
  by === 'employer' ? item.employerFit : by === 'seeker' ? item.seekerFit : -item.rank;

/** In the list's own order, or by one of the fits; with scores hidden by alias, so that the order tells nothing. */
export const ordered = (items: readonly Item[], by: DeskFilter['rankBy'], hideScores: boolean): Item[] =>
  [...items].sort((a, b) =>
    hideScores
      ? a.candidate.alias.localeCompare(b.candidate.alias)
      : figureOf(b, by) - figureOf(a, by) || a.rank - b.rank,
  );

/** The next who is undecided after one, around the end; null where there is none. */
export function nextUndecided(items: readonly Item[], after: string): string | null {
  const at = items.findIndex(({ profileId }) => profileId === after);
  const round = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return round.find(({ stage }) => stage === 'new')?.profileId ?? null;
}

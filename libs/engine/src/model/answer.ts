import type { FactKind } from '#contracts';
import type { MatchingModel } from './model.types.js';

/** How far a level goes, in percent; kinds without levels always go all the way. */
export function levelPercent(model: MatchingModel, kind: FactKind, level: number | null): number {
  if (kind !== 'skill' && kind !== 'language') return 100;
  return model.levels[kind][level ?? 0] ?? 100;
}

/** Years as percent of the model's cap. */
export const yearsPercent = (model: MatchingModel, years: number): number =>
  Math.floor((100 * Math.min(years, model.yearsCap)) / model.yearsCap);

/** How far a credit answers what is needed, in percent, rounded down; more than needed is worth no more. */
export const answer = (credit: number, need: number): number =>
  credit >= need ? 100 : Math.floor((100 * credit) / need);

import type { EngineDemand, EngineVacancy } from '../engine.types.js';
import { byCodeUnit } from '../model/code-unit-order.js';
import { alternatives } from './alternatives.js';

/** What a question changes about a vacancy's demands. */
export interface DemandOverrides {
  readonly weights?: Readonly<Record<string, number>>;
  readonly withoutDemandIds?: readonly string[];
}

/**
 * The demands that count, by id: not the rejected, not those that this question leaves out, with this question's weights. Alternatives are all requirements
 * where one of them is.
 */
export function effectiveDemands(vacancy: EngineVacancy, overrides: DemandOverrides = {}): EngineDemand[] {
  const weightOf = (demand: EngineDemand) =>
    overrides.weights && Object.hasOwn(overrides.weights, demand.id) ? overrides.weights[demand.id]! : demand.weight;
  const counting = vacancy.demands
    .filter((demand) => demand.origin !== 'rejected' && !overrides.withoutDemandIds?.includes(demand.id))
    .map((demand) => ({ ...demand, weight: weightOf(demand) }))
    .filter((demand) => demand.weight > 0);
  const weighed = alternatives(counting).flatMap((group) => {
    const required = group.some(({ necessity }) => necessity === 'requirement');
    return group.map((demand) => ({ ...demand, necessity: required ? ('requirement' as const) : demand.necessity }));
  });
  return weighed.sort((a, b) => byCodeUnit(a.id, b.id));
}

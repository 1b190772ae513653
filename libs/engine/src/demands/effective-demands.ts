import type { EngineDemand, EngineVacancy } from '../engine.types.js';
import { byCodeUnit } from '../model/code-unit-order.js';

/** What a question changes about a vacancy's demands. */
export interface DemandOverrides {
  readonly weights?: Readonly<Record<string, number>>;
  readonly withoutDemandId?: string;
}

/** The demands that count, by id: not the rejected, not those that this question leaves out, with this question's weights. */
export function effectiveDemands(vacancy: EngineVacancy, overrides: DemandOverrides = {}): EngineDemand[] {
  const weightOf = (demand: EngineDemand) =>
    overrides.weights && Object.hasOwn(overrides.weights, demand.id) ? overrides.weights[demand.id]! : demand.weight;
  return vacancy.demands
    .filter((demand) => demand.origin !== 'rejected' && demand.id !== overrides.withoutDemandId)
    .map((demand) => ({ ...demand, weight: weightOf(demand) }))
    .filter((demand) => demand.weight > 0)
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

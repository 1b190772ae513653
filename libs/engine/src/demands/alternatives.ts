import type { EngineDemand } from '../engine.types.js';

/** Demands that share `either` stand in for one another. One group for each such number and one for each other demand, in the order of their first. */
export function alternatives(demands: readonly EngineDemand[]): EngineDemand[][] {
  const groups: EngineDemand[][] = [];
  const byNumber = new Map<number, EngineDemand[]>();
  for (const demand of demands) {
    const { either } = demand;
    const known = either == null ? undefined : byNumber.get(either);
    if (known) {
      known.push(demand);
      continue;
    }
    const group = [demand];
    groups.push(group);
    if (either != null) byNumber.set(either, group);
  }
  return groups;
}

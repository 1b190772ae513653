import type { EngineDemand } from '../engine.types.js';

/** Demands with those that stand in for them, each group once, where its first is. */
export const standIns = (demands: readonly EngineDemand[]): EngineDemand[][] =>
  demands
    .map((one) =>
      demands.filter((other) => other === one || (typeof one.either === 'number' && other.either === one.either)),
    )
    .filter((group, at) => group[0] === demands[at]);

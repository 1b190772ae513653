import type { EngineProfile } from '../engine.types.js';
import type { HeldFact } from '../facts/held-facts.js';
import { byCodeUnit } from '../model/code-unit-order.js';
import type { MatchingModel } from '../model/model.types.js';

export interface WantedOccupation {
  readonly conceptId: string;
  /** The most that it earns, in percent. */
  readonly liking: number;
}

/** What a person wants to work as: what they wish, else what they have held. */
export interface WantedOccupations {
  readonly list: readonly WantedOccupation[];
  /** Nothing was wished: the list is what was held. */
  readonly implied: boolean;
}

/** Each step down the list of wishes costs a little; what is implied costs it for each occupation held longer, and is worth less than a wish. */
export function wantedOccupations(
  profile: EngineProfile,
  held: readonly HeldFact[],
  model: MatchingModel,
): WantedOccupations {
  const { occupations } = profile.wishes;
  const likingAt = (step: number) => Math.max(0, 100 - model.wantedStep * step);
  if (occupations.length > 0) {
    const list = occupations.map((conceptId, step) => ({ conceptId, liking: likingAt(step) }));
    return { list, implied: false };
  }
  const yearsHeld = new Map<string, number>();
  for (const { kind, conceptId, years, origin } of held) {
    if (kind !== 'occupation' || conceptId === null || origin === 'inferred') continue;
    yearsHeld.set(conceptId, Math.max(years ?? 0, yearsHeld.get(conceptId) ?? 0));
  }
  const longestFirst = [...yearsHeld].sort(([a, forA], [b, forB]) => forB - forA || byCodeUnit(a, b));
  const list = longestFirst.map(([conceptId, years]) => {
    const step = longestFirst.findIndex(([, longest]) => longest === years);
    return { conceptId, liking: Math.floor((likingAt(step) * model.heldOccupationPercent) / 100) };
  });
  return { list, implied: list.length > 0 };
}

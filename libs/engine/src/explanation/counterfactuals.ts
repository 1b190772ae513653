import type { Counterfactual } from '#contracts';
import type { Eligibility, EngineFact, EngineProfile } from '../engine.types.js';
import type { ModelContext } from '../model-context.js';
import { rootOf } from '../model/fit.js';
import { byCodeUnit } from '../model/code-unit-order.js';
import { pairOf } from '../pair.js';
import type { VacancyForm } from '../vacancy-form.js';
import { candidateChanges, type CandidateChange } from './candidate-changes.js';

const eligibilityRank: Record<Eligibility, number> = { 'not-met': 0, unknown: 1, met: 2 };

/**
 * What one more, or one better, fact would do: each change is made to a copy of the profile and the model is run again. Only changes that raise the fit or the
 * eligibility are kept; those that settle eligibility come first, then by gain for effort.
 */
export function counterfactualsOf(
  profile: EngineProfile,
  vacancy: VacancyForm,
  limit: number,
  context: ModelContext,
): Counterfactual[] {
  const before = pairOf(profile, vacancy, context);
  const was = before.figures;
  const found = candidateChanges(before, context).flatMap((candidate) => {
    const after = pairOf(withChange(profile, candidate.change), vacancy, context).figures;
    const raised = rootOf(after.employerFit * after.seekerFit) - rootOf(was.employerFit * was.seekerFit);
    const settled = eligibilityRank[after.eligibility] - eligibilityRank[was.eligibility];
    if (settled < 0 || raised < 0 || (settled === 0 && raised === 0 && after.employerFit <= was.employerFit)) return [];
    const { change, demandId, effort } = candidate;
    const { employerFit, seekerFit, fit, eligibility } = after;
    const counterfactual = { change, demandId, employerFit, seekerFit, fit, eligibility, effort };
    return [{ counterfactual, settled, raised }];
  });
  found.sort(
    (a, b) =>
      b.settled - a.settled ||
      b.raised * a.counterfactual.effort - a.raised * b.counterfactual.effort ||
      a.counterfactual.effort - b.counterfactual.effort ||
      byCodeUnit(nameOf(a.counterfactual), nameOf(b.counterfactual)),
  );
  return found.slice(0, limit).map(({ counterfactual }) => counterfactual);
}

const nameOf = ({ change }: Counterfactual): string => JSON.stringify(change);

/** The profile as it would be if its person stated the change: levels and years only ever rise. */
export function withChange(profile: EngineProfile, change: CandidateChange['change']): EngineProfile {
  const { kind, conceptId } = change;
  const concerns = (fact: EngineFact) => fact.kind === kind && fact.conceptId === conceptId;
  const before = profile.facts.filter((fact) => concerns(fact) && fact.origin !== 'denied');
  const highest = (value: (fact: EngineFact) => number | null, wanted: number | null) => {
    const said = [wanted, ...before.map(value)].filter((one) => one !== null);
    return said.length === 0 ? null : Math.max(...said);
  };
  const stated: EngineFact = {
    id: before[0]?.id ?? `${kind}:${conceptId}`,
    kind,
    conceptId,
    level: highest((fact) => fact.level, change.level),
    years: highest((fact) => fact.years, change.years),
    origin: 'confirmed',
    span: before[0]?.span ?? null,
  };
  return { ...profile, facts: [...profile.facts.filter((fact) => !concerns(fact)), stated] };
}

import type { MatchFigures } from '#contracts';
import { judgeCheck, type KnockOutCheck } from './demands/knock-out-check.js';
import type { Check, Eligibility } from './engine.types.js';
import type { Knowledge } from './facts/knowledge.js';
import { shownFit } from './model/fit.js';
import { placeState, type PackedPlace } from './wishes/place.js';

/** The knock-outs of a pair: one for each requirement that can knock out, and reach. */
export function judgedChecks(checks: readonly KnockOutCheck[], knowledge: Knowledge, place: PackedPlace): Check[] {
  const ofDemands = checks.map((check) => {
    const { state, member } = judgeCheck(check, knowledge);
    const { reason, level, demand } = member;
    return { reason, state, conceptId: demand.conceptId, level, demandId: demand.id };
  });
  return [...ofDemands, { reason: 'reach', state: placeState(place), conceptId: null, level: null, demandId: null }];
}

export const matchFigures = (
  profileId: string,
  vacancyId: string,
  employerFit: number,
  seekerFit: number,
  checks: Check[],
): MatchFigures => ({
  profileId,
  vacancyId,
  employerFit,
  seekerFit,
  fit: shownFit(employerFit, seekerFit),
  eligibility: worst(checks),
  checks,
});

function worst(checks: readonly Check[]): Eligibility {
  if (checks.some((check) => check.state === 'not-met')) return 'not-met';
  return checks.some((check) => check.state === 'unknown') ? 'unknown' : 'met';
}

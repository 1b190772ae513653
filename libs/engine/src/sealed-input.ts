import type { Span } from '#contracts';
import type { EngineProfile, EngineVacancy } from './engine.types.js';

/** A copy of exactly the fields that matching may know: whatever else an object carries stays outside. */
export function sealProfile(profile: EngineProfile): EngineProfile {
  const { wishes } = profile;
  return {
    profileId: profile.profileId,
    rankable: profile.rankable,
    homeMunicipality: profile.homeMunicipality,
    facts: profile.facts.map(({ id, kind, conceptId, level, years, origin, span }) => {
      return { id, kind, conceptId, level, years, origin, span: sealSpan(span) };
    }),
    wishes: {
      occupations: [...wishes.occupations],
      municipalities: [...wishes.municipalities],
      counties: [...wishes.counties],
      reachMinutes: wishes.reachMinutes,
      reachKm: wishes.reachKm,
      willingToMove: wishes.willingToMove,
      remote: wishes.remote,
      employmentTypes: [...wishes.employmentTypes],
      extent: wishes.extent && { min: wishes.extent.min, max: wishes.extent.max },
      earliestStart: wishes.earliestStart,
      payFloor: wishes.payFloor,
    },
  };
}

export function sealVacancy(vacancy: EngineVacancy): EngineVacancy {
  return {
    vacancyId: vacancy.vacancyId,
    rankable: vacancy.rankable,
    employerId: vacancy.employerId,
    occupationId: vacancy.occupationId,
    demands: vacancy.demands.map(
      ({ id, kind, conceptId, necessity, level, years, weight, origin, span, either = null }) => {
        return { id, kind, conceptId, necessity, level, years, weight, origin, span: sealSpan(span), either };
      },
    ),
    municipalities: [...vacancy.municipalities],
    remote: vacancy.remote,
    employmentTypeId: vacancy.employmentTypeId,
    extent: vacancy.extent && { min: vacancy.extent.min, max: vacancy.extent.max },
    pay: vacancy.pay && { min: vacancy.pay.min, max: vacancy.pay.max },
    deadline: vacancy.deadline,
    start: vacancy.start,
  };
}

/** Frozen, since explanations hand it out. */
const sealSpan = (span: Span | null): Span | null => span && Object.freeze({ ...span });

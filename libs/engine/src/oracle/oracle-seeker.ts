import type { Eligibility, EngineDemand, EngineParts, EngineProfile, EngineVacancy } from '../engine.types.js';
import { countingFacts, demandCredit, sharedDemands, similarityBetween } from './oracle-employer.js';
import { shares, whole } from './shares.js';

/** How a person gets to the job: every way, with its credit and whether it settles reach. */
export function waysThere(profile: EngineProfile, vacancy: EngineVacancy, { model, geography }: EngineParts) {
  const { wishes } = profile;
  const p = model.place;
  const ways: { credit: number; state: Eligibility }[] = [];
  const way = (when: boolean, credit: number, state: Eligibility) => when && ways.push({ credit, state });
  const places = vacancy.municipalities.filter((code) => geography.municipality(code));
  const home = profile.homeMunicipality && geography.municipality(profile.homeMunicipality);
  const names = wishes.municipalities.length > 0 || wishes.counties.length > 0;
  way(vacancy.remote, wishes.remote ? p.remoteWanted : p.remotePossible, 'met');
  way(!vacancy.remote && places.length === 0, model.notSaid, 'unknown');
  way(wishes.willingToMove === true && !names, p.wouldMove, 'met');
  for (const code of places) {
    const place = geography.municipality(code)!;
    way(wishes.municipalities.includes(code) || wishes.counties.includes(place.countyCode), p.named, 'met');
    way(!home, names ? p.elsewhereThanNamed : model.notSaid, 'unknown');
    if (!home) continue;
    way(home.code === code, p.home, 'met');
    if (home.code === code) continue;
    const limit = wishes.reachMinutes ?? wishes.reachKm;
    const near = home.labourMarketRegionId === place.labourMarketRegionId;
    way(limit === null, near ? p.sameRegion : p.reachNotSaid, 'unknown');
    if (limit === null) continue;
    const far = Math.round(
      wishes.reachMinutes === null ? geography.km(home.code, code) : geography.minutes(home.code, code),
    );
    way(far <= limit, limit === 0 ? p.edgeOfReach : 100 - whole((100 - p.edgeOfReach) * far, limit), 'met');
  }
  const any = (state: Eligibility) => ways.some((one) => one.state === state);
  const state: Eligibility = any('met') ? 'met' : any('unknown') ? 'unknown' : 'not-met';
  return { state, credit: Math.max(0, ...ways.map((one) => one.credit)) };
}

/** Wished occupations, or without any those held, each with the most that it is worth. */
function wants(profile: EngineProfile, parts: EngineParts): { wished: string; liking: number }[] {
  const { wantedStep, heldOccupationPercent } = parts.model;
  const wishes = profile.wishes.occupations;
  if (wishes.length > 0)
    return wishes.map((wished, step) => ({ wished, liking: Math.max(100 - wantedStep * step, 0) }));
  const facts = countingFacts(profile, parts).filter(
    ({ kind, origin, conceptId }) => kind === 'occupation' && origin !== 'inferred' && conceptId !== null,
  );
  const ids = [...new Set(facts.map(({ conceptId }) => conceptId!))];
  const yearsIn = (id: string) => Math.max(...facts.map((fact) => (fact.conceptId === id ? (fact.years ?? 0) : 0)));
  return ids.map((wished) => {
    const longer = ids.filter((other) => yearsIn(other) > yearsIn(wished)).length;
    return { wished, liking: whole(Math.max(100 - wantedStep * longer, 0) * heldOccupationPercent, 100) };
  });
}

function wantedCredit(profile: EngineProfile, offered: string, parts: EngineParts): number {
  const { graph } = parts;
  const around = [offered, ...graph.ancestors(offered), graph.occupationGroupOf(offered)];
  const credits = wants(profile, parts).map(({ wished, liking }) => {
    if (around.includes(wished)) return liking;
    return whole(similarityBetween('occupation', wished, offered, parts) * liking, 100);
  });
  return Math.max(0, ...credits);
}

const days = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Seeker's fit from the objects alone. */
export function oracleSeekerFit(
  profile: EngineProfile,
  vacancy: EngineVacancy,
  demands: readonly EngineDemand[],
  parts: EngineParts,
): number {
  const { model, geography, graph } = parts;
  const { wishes } = profile;
  const neutral = model.notSaid;
  const hasPlaceWish =
    (profile.homeMunicipality !== null && geography.municipality(profile.homeMunicipality) !== undefined) ||
    wishes.municipalities.length > 0 ||
    wishes.counties.length > 0 ||
    wishes.willingToMove === true ||
    wishes.remote;
  const lines: { wished: boolean; share: number; credit: () => number }[] = [
    {
      wished: wants(profile, parts).length > 0,
      share: model.seekerShares['wanted-occupation'],
      credit: () => (vacancy.occupationId === null ? neutral : wantedCredit(profile, vacancy.occupationId, parts)),
    },
    { wished: hasPlaceWish, share: model.seekerShares.place, credit: () => waysThere(profile, vacancy, parts).credit },
    {
      wished: wishes.employmentTypes.length > 0,
      share: model.seekerShares['employment-type'],
      credit: () => {
        const type = vacancy.employmentTypeId;
        if (type === null) return neutral;
        return [type, ...graph.ancestors(type)].some((one) => wishes.employmentTypes.includes(one)) ? 100 : 0;
      },
    },
    {
      wished: wishes.extent !== null,
      share: model.seekerShares.extent,
      credit: () => {
        if (!vacancy.extent || !wishes.extent) return neutral;
        const apart = Math.max(vacancy.extent.min - wishes.extent.max, wishes.extent.min - vacancy.extent.max, 0);
        return Math.max(100 - model.extentStep * apart, 0);
      },
    },
    {
      wished: wishes.earliestStart !== null,
      share: model.seekerShares.start,
      credit: () => {
        if (vacancy.start === null) return neutral;
        const early = Math.max(days(wishes.earliestStart!) - days(vacancy.start), 0);
        return Math.max(100 - whole(100 * early, model.startDays), 0);
      },
    },
    {
      wished: wishes.payFloor !== null,
      share: model.seekerShares.pay,
      credit: () => {
        const pay = vacancy.pay?.max ?? vacancy.pay?.min ?? null;
        if (pay === null) return neutral;
        if (pay >= wishes.payFloor!) return 100;
        return Math.max(100 - whole(10_000 * (wishes.payFloor! - pay), wishes.payFloor! * model.payPercent), 0);
      },
    },
    {
      wished: countingFacts(profile, parts).some((fact) => fact.kind === 'skill'),
      share: model.seekerShares['use-of-skills'],
      credit: () => {
        const { judged, having } = sharedDemands(vacancy, demands, parts);
        const skills = judged
          .map((group, at) => ({ group, share: having[at]! }))
          .filter(({ group }) => group.every((demand) => demand.kind === 'skill'));
        const all = skills.reduce((sum, { share }) => sum + share, 0);
        if (all === 0) return neutral;
        const used = skills.reduce((sum, { group, share }) => {
          const credits = group.map((demand) => demandCredit(profile, demand, parts));
          return sum + share * Math.max(...credits);
        }, 0);
        return whole(used, all);
      },
    },
  ];
  const given = shares(
    10_000,
    lines.map(({ wished, share }) => (wished ? share : 0)),
  );
  if (given.every((share) => share === 0)) return model.fitWhenNothingSaid;
  return lines.reduce((sum, { credit }, at) => sum + (given[at] === 0 ? 0 : given[at]! * credit()), 0);
}

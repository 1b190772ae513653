import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import {
  createEngine,
  oracle,
  type EngineProfile,
  type EngineVacancy,
  type Loosening,
  type RankFilter,
} from '../index.js';

const today = '2026-03-03';
const whole = { rankBy: 'both', limit: 1000, today } as const;

function withoutPart(filter: RankFilter, loosening: Loosening): RankFilter {
  if (loosening.kind !== 'filter') return filter;
  const rest = { ...filter };
  for (const field of loosening.field === 'place' ? (['municipalities', 'counties'] as const) : [loosening.field])
    delete rest[field];
  return rest;
}

/** The vacancy as if the loosening were real. */
function looserVacancy(vacancy: EngineVacancy, loosening: Loosening): EngineVacancy {
  if (loosening.kind === 'remote-offered') return { ...vacancy, remote: true };
  if (loosening.kind !== 'demand') return vacancy;
  return { ...vacancy, demands: vacancy.demands.filter(({ id }) => !loosening.demandIds.includes(id)) };
}

function looserProfile(profile: EngineProfile, loosening: Loosening): EngineProfile {
  const wish = (wishes: Partial<EngineProfile['wishes']>) => ({ ...profile, wishes: { ...profile.wishes, ...wishes } });
  if (loosening.kind === 'would-move') return wish({ willingToMove: true, municipalities: [], counties: [] });
  if (loosening.kind !== 'reach') return profile;
  return wish(loosening.unit === 'minutes' ? { reachMinutes: loosening.to } : { reachKm: loosening.to });
}

describe('too few on a list', () => {
  const worlds = [
    world.parts,
    fc.uniqueArray(world.profile, { selector: ({ profileId }) => profileId, minLength: 5, maxLength: 14 }),
    fc.uniqueArray(world.vacancy, { selector: ({ vacancyId }) => vacancyId, minLength: 5, maxLength: 14 }),
    world.query,
  ] as const;

  it('each loosening brings exactly as many as a recount with it finds', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(...worlds, (parts, profiles, vacancies, { filter = {} }) => {
        const engine = createEngine(parts);
        const twin = new oracle.Oracle(parts);
        for (const one of profiles) {
          engine.upsertProfile(one);
          twin.profiles.set(one.profileId, one);
        }
        for (const one of vacancies) {
          engine.upsertVacancy(one);
          twin.vacancies.set(one.vacancyId, one);
        }
        for (const vacancy of vacancies.slice(0, 3)) {
          const { total, loosened } = engine.widenProfiles(vacancy.vacancyId, { wanted: 1000, filter });
          expect(total).toBe(twin.rankProfiles(vacancy, { ...whole, filter }).total);
          for (const { loosening, total: its, more } of loosened) {
            kinds.add(loosening.kind);
            const query = { ...whole, filter: withoutPart(filter, loosening) };
            expect(its).toBe(twin.rankProfiles(looserVacancy(vacancy, loosening), query).total);
            expect(more).toBe(its - total);
          }
        }
        for (const profile of profiles.slice(0, 3)) {
          const { total, loosened } = engine.widenVacancies(profile.profileId, { wanted: 1000, today, filter });
          expect(total).toBe(twin.rankVacancies(profile, { ...whole, filter }).total);
          for (const { loosening, total: its } of loosened) {
            kinds.add(loosening.kind);
            // the oracle has no word for this one: those whose only failure is of this kind come back
            if (loosening.kind === 'knock-out') continue;
            const query = { ...whole, filter: withoutPart(filter, loosening) };
            expect(its).toBe(twin.rankVacancies(looserProfile(profile, loosening), query).total);
          }
        }
      }),
      { numRuns: 60, seed: 20261124 },
    );
    expect([...kinds].sort()).toEqual(['demand', 'filter', 'knock-out', 'reach', 'remote-offered', 'would-move']);
  });

  it('a kind of knock-out that is let through brings those who fail nothing else', () => {
    fc.assert(
      fc.property(...worlds, (parts, profiles, vacancies, _query) => {
        const engine = createEngine(parts);
        for (const one of vacancies) engine.upsertVacancy({ ...one, rankable: true, deadline: null });
        for (const profile of profiles.slice(0, 5)) {
          const { total, loosened } = engine.widenVacancies(profile, { wanted: 1000, today });
          for (const { loosening, total: its } of loosened) {
            if (loosening.kind !== 'knock-out') continue;
            const onlyThat = vacancies.filter((vacancy) => {
              const failed = engine.match(profile, vacancy).checks.filter(({ state }) => state === 'not-met');
              return failed.length > 0 && failed.every(({ reason }) => reason === loosening.reason);
            });
            // a group of alternatives fails under the first of its kinds, which its figures need not name
            expect(its - total).toBeGreaterThanOrEqual(0);
            if (vacancies.every(({ demands }) => demands.every(({ either }) => either == null)))
              expect(its - total).toBe(onlyThat.length);
          }
        }
      }),
      { numRuns: 40, seed: 20261125 },
    );
  });

  it('nothing is tried where there are enough', () => {
    const [parts] = fc.sample(world.parts, { numRuns: 1, seed: 1 });
    const [profile] = fc.sample(world.profile, { numRuns: 1, seed: 1 });
    const engine = createEngine(parts!);
    engine.upsertProfile({ ...profile!, rankable: true });
    const [vacancy] = fc.sample(world.vacancy, { numRuns: 1, seed: 1 });
    const widened = engine.widenProfiles({ ...vacancy!, demands: [], remote: true }, { wanted: 1 });
    expect(widened).toEqual({ total: 1, wanted: 1, loosened: [] });
    expect(() => engine.widenProfiles(vacancy!, { wanted: 0 })).toThrow('wanted is 0, not a whole number from 1');
  });
});

import fc from 'fast-check';
import * as world from '../test/world.arbitrary.js';
import {
  createEngine,
  oracle,
  type EngineParts,
  type EngineProfile,
  type EngineVacancy,
  type RankQuery,
} from './index.js';

type Oracle = InstanceType<typeof oracle.Oracle>;

function apply(change: world.Change, engine: ReturnType<typeof createEngine>, twin: Oracle): void {
  switch (change.do) {
    case 'upsertProfile':
      engine.upsertProfile(change.profile);
      twin.profiles.set(change.profile.profileId, change.profile);
      break;
    case 'upsertVacancy':
      engine.upsertVacancy(change.vacancy);
      twin.vacancies.set(change.vacancy.vacancyId, change.vacancy);
      break;
    case 'removeProfile':
      engine.removeProfile(`p${change.number}`);
      twin.profiles.delete(`p${change.number}`);
      break;
    case 'removeVacancy':
      engine.removeVacancy(`v${change.number}`);
      twin.vacancies.delete(`v${change.number}`);
  }
}

function filled(parts: EngineParts, changes: readonly world.Change[]) {
  const engine = createEngine(parts);
  const twin = new oracle.Oracle(parts);
  for (const change of changes) apply(change, engine, twin);
  return { engine, twin };
}

const weightsFor = (vacancy: EngineVacancy): RankQuery['weights'] =>
  Object.fromEntries(vacancy.demands.slice(0, 3).map((demand, at) => [demand.id, [0, 9, 2][at]!]));

describe('the engine and its oracle', () => {
  it('agree after any sequence of changes, for every kind of list', () => {
    fc.assert(
      fc.property(
        world.parts,
        fc.array(world.change, { minLength: 1, maxLength: 40 }),
        fc.array(world.query, { minLength: 2, maxLength: 2 }),
        world.profile,
        world.vacancy,
        (parts, changes, queries, profile, vacancy) => {
          const { engine, twin } = filled(parts, changes);
          expect([engine.profileCount, engine.vacancyCount]).toEqual([twin.profiles.size, twin.vacancies.size]);
          for (const query of queries) {
            for (const [id, stored] of [...twin.vacancies].slice(0, 5))
              expect(engine.rankProfiles(id, query)).toEqual(twin.rankProfiles(stored, query));
            for (const [id, stored] of [...twin.profiles].slice(0, 5))
              expect(engine.rankVacancies(id, query)).toEqual(twin.rankVacancies(stored, query));
            const weighted = { ...query, weights: weightsFor(vacancy) };
            expect(engine.rankProfiles(vacancy, weighted)).toEqual(twin.rankProfiles(vacancy, weighted));
            expect(engine.rankVacancies(profile, query)).toEqual(twin.rankVacancies(profile, query));
          }
          expect(engine.match(profile, vacancy)).toEqual(twin.figures(profile, vacancy));
          for (const { id } of vacancy.demands) {
            const all = { rankBy: 'both', limit: 50, today: '2026-01-01' } as const;
            expect(engine.countProfiles(vacancy, { withoutDemandId: id })).toBe(
              twin.rankProfiles(vacancy, all, id).total,
            );
          }
        },
      ),
      { numRuns: 50, seed: 20260921 },
    );
  });

  it('agree after churn that closes the gaps of the dead, among those who stay', () => {
    const changes = fc.array(world.change, { minLength: 30, maxLength: 40 });
    const passing = fc.tuple(world.profile, world.vacancy, fc.integer({ min: 70, max: 200 }));
    fc.assert(
      fc.property(world.parts, changes, passing, world.query, (parts, some, [profile, vacancy, rounds], query) => {
        const { engine, twin } = filled(parts, some.slice(0, 20));
        for (let round = 0; round < rounds; round++) {
          const [profileId, vacancyId] = [`passing-${round % 3}`, `passing-${round % 2}`];
          apply({ do: 'upsertProfile', profile: { ...profile, profileId, rankable: true } }, engine, twin);
          apply({ do: 'upsertVacancy', vacancy: { ...vacancy, vacancyId, rankable: true } }, engine, twin);
        }
        for (const one of some.slice(20)) apply(one, engine, twin);
        for (const [id, stored] of [...twin.vacancies].slice(0, 5))
          expect(engine.rankProfiles(id, query)).toEqual(twin.rankProfiles(stored, query));
        for (const [id, stored] of [...twin.profiles].slice(0, 5))
          expect(engine.rankVacancies(id, query)).toEqual(twin.rankVacancies(stored, query));
      }),
      { numRuns: 20, seed: 20260927 },
    );
  });

  it('agree on ties at rank k, and pages meet without gaps or repeats', () => {
    const clones = fc.array(fc.tuple(world.profile, fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(world.parts, clones, world.vacancy, world.query, (parts, groups, vacancy, query) => {
        const changes = groups.flatMap(([profile, copies], group) =>
          Array.from({ length: copies }, (_, copy) => ({
            do: 'upsertProfile' as const,
            profile: { ...profile, rankable: true, profileId: `${(copy * 7) % 5}-${group}-${copy}` },
          })),
        );
        const { engine, twin } = filled(parts, changes);
        const whole = twin.rankProfiles(vacancy, { ...query, limit: 1000, offset: 0 });
        for (const limit of [1, 7, 50]) {
          const pages = [];
          for (let offset = 0; offset < whole.total; offset += limit)
            pages.push(...engine.rankProfiles(vacancy, { ...query, limit, offset }).items);
          expect(pages).toEqual(whole.items);
          const turned = [];
          for (let after: string | undefined, more = true; more;) {
            const { items, next } = engine.rankProfiles(vacancy, { ...query, offset: 0, limit, after });
            turned.push(...items);
            more = next !== null;
            after = next ?? undefined;
          }
          expect(turned).toEqual(whole.items);
        }
      }),
      { numRuns: 30, seed: 20260922 },
    );
  });

  it('agree whatever the order in which facts, demands, people and vacancies came', () => {
    fc.assert(
      fc.property(
        world.parts,
        fc.uniqueArray(world.profile, { selector: ({ profileId }) => profileId, minLength: 2, maxLength: 10 }),
        fc.uniqueArray(world.vacancy, { selector: ({ vacancyId }) => vacancyId, minLength: 2, maxLength: 10 }),
        world.query,
        (parts, profiles, vacancies, query) => {
          const [one, other] = [createEngine(parts), createEngine(parts)];
          for (const profile of profiles) one.upsertProfile(profile);
          for (const vacancy of vacancies) one.upsertVacancy(vacancy);
          for (const vacancy of vacancies.toReversed())
            other.upsertVacancy({ ...vacancy, demands: vacancy.demands.toReversed() });
          for (const profile of profiles.toReversed())
            other.upsertProfile({ ...profile, facts: profile.facts.toReversed() });
          for (const { vacancyId } of vacancies)
            expect(other.rankProfiles(vacancyId, query)).toEqual(one.rankProfiles(vacancyId, query));
          for (const { profileId } of profiles) {
            expect(other.rankVacancies(profileId, query)).toEqual(one.rankVacancies(profileId, query));
            const vacancyIds = vacancies.map(({ vacancyId }) => vacancyId);
            const explained = vacancyIds.map((vacancyId) => one.explain(profileId, vacancyId));
            expect(vacancyIds.map((vacancyId) => other.explain(profileId, vacancyId))).toEqual(explained);
            expect(one.explainVacancies(profileId, vacancyIds)).toEqual(explained);
            expect(vacancyIds.flatMap((vacancyId) => one.explainProfiles(vacancyId, [profileId]))).toEqual(explained);
          }
        },
      ),
      { numRuns: 20, seed: 20260923 },
    );
  });
});

describe('explanations', () => {
  it('sum exactly to both fits, part by part within its bounds', () => {
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, profile, vacancy) => {
        const { employerFit, seekerFit, employerParts, seekerParts } = createEngine(parts).explain(profile, vacancy);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(sum(employerParts.map(({ points }) => points))).toBe(employerFit);
        expect(sum(seekerParts.map(({ points }) => points))).toBe(seekerFit);
        expect(sum(employerParts.map(({ of }) => of))).toBe(1_000_000);
        expect(sum(seekerParts.map(({ of }) => of))).toBe(1_000_000);
        for (const part of [...employerParts, ...seekerParts]) expect(part.points).toBeLessThanOrEqual(part.of);
      }),
      { numRuns: 200, seed: 20260924 },
    );
  });

  it('name a fact for every point that a fact earned, and none for a point that none did', () => {
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, profile, vacancy) => {
        const ids = new Set(profile.facts.filter(({ origin }) => origin !== 'denied').map(({ id }) => id));
        for (const part of createEngine(parts).explain(profile, vacancy).employerParts) {
          if (part.ground === 'nothing-asked') continue;
          expect(part.factId !== null).toBe(part.points > 0);
          expect(part.relation === 'none').toBe(part.points === 0);
          if (part.factId !== null) expect(ids).toContain(part.factId);
        }
      }),
      { numRuns: 200, seed: 20260925 },
    );
  });
});

describe('counterfactuals', () => {
  it('hold when they are really applied, change something, and never for the worse', () => {
    let seen = 0;
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, profile, vacancy) => {
        const engine = createEngine(parts);
        const before = engine.match(profile, vacancy);
        for (const found of engine.counterfactuals(profile, vacancy, 5)) {
          seen++;
          const { employerFit, seekerFit, fit, eligibility } = found;
          const after = new oracle.Oracle(parts).figures(really(profile, found.change), vacancy);
          expect({ employerFit, seekerFit, fit, eligibility }).toEqual({
            employerFit: after.employerFit,
            seekerFit: after.seekerFit,
            fit: after.fit,
            eligibility: after.eligibility,
          });
          const product = (figures: typeof before) => figures.employerFit * figures.seekerFit;
          expect(product(after)).toBeGreaterThanOrEqual(product(before));
          const better = after.employerFit > before.employerFit || after.eligibility !== before.eligibility;
          expect(better || product(after) > product(before)).toBe(true);
        }
      }),
      { numRuns: 100, seed: 20260926 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

/** The change as the person would make it: a fact of that concept, their own word, at least as high as before. */
function really(
  profile: EngineProfile,
  change: {
    kind: EngineProfile['facts'][number]['kind'];
    conceptId: string;
    level: number | null;
    years: number | null;
  },
): EngineProfile {
  const same = profile.facts.filter((fact) => fact.kind === change.kind && fact.conceptId === change.conceptId);
  const kept = same.filter(({ origin }) => origin !== 'denied');
  const most = (values: (number | null)[]) => {
    const numbers = values.filter((value) => value !== null);
    return numbers.length > 0 ? Math.max(...numbers) : null;
  };
  const fact = {
    id: 'added',
    kind: change.kind,
    conceptId: change.conceptId,
    origin: 'stated' as const,
    span: null,
    level: most([change.level, ...kept.map(({ level }) => level)]),
    years: most([change.years, ...kept.map(({ years }) => years)]),
  };
  return { ...profile, facts: [...profile.facts.filter((one) => !same.includes(one)), fact] };
}

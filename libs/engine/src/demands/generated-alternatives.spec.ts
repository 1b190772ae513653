import fc from 'fast-check';
import { demand, fact } from '../../test/small-world.js';
import * as world from '../../test/world.arbitrary.js';
import { createEngine, oracle, type EngineDemand, type EngineVacancy } from '../index.js';

describe('alternatives, over generated worlds', () => {
  const alike = (vacancy: EngineVacancy): EngineDemand[] =>
    vacancy.demands.map((one) => ({
      ...one,
      conceptId: one.conceptId ?? 'never-heard-of',
      years: null,
      necessity: 'requirement' as const,
      origin: 'stated' as const,
      either: 7,
    }));
  const nonEmpty = world.vacancy.filter(({ demands }) => demands.length > 1);

  it('score as the best of vacancies that ask but one of them, and are as eligible', () => {
    const seen = { choices: 0, checks: 0 };
    fc.assert(
      fc.property(world.parts, world.profile, nonEmpty, (parts, profile, vacancy) => {
        const own = createEngine(parts);
        const demands = alike(vacancy);
        const all = own.match(profile, { ...vacancy, demands });
        const each = demands.map((one) => own.match(profile, { ...vacancy, demands: [one] }));
        expect(all.employerFit).toBe(Math.max(...each.map(({ employerFit }) => employerFit)));
        if (each.some(({ employerFit }) => employerFit < all.employerFit)) seen.choices++;
        if (!each.every(({ checks }) => checks.length === 2)) return expect(all.checks).toHaveLength(1);
        seen.checks++;
        const states = each.map(({ checks }) => checks[0]!.state);
        const best = (['met', 'unknown', 'not-met'] as const).find((state) => states.includes(state));
        return expect(all.checks[0]!.state).toBe(best);
      }),
      { numRuns: 300, seed: 20261001 },
    );
    expect(seen.choices).toBeGreaterThan(50);
    expect(seen.checks).toBeGreaterThan(10);
  });

  it('change nothing where a demand stands in for itself', () => {
    fc.assert(
      fc.property(world.parts, world.profile, world.vacancy, (parts, profile, vacancy) => {
        const own = createEngine(parts);
        const plain = vacancy.demands.map((one, at) => ({ ...one, either: at }));
        const twice = plain.flatMap((one) => [one, { ...one, id: `${one.id}, again` }]);
        expect(own.match(profile, { ...vacancy, demands: twice })).toEqual(
          own.match(profile, { ...vacancy, demands: plain }),
        );
      }),
      { numRuns: 100, seed: 20261002 },
    );
  });

  it('of skills alone are listed as the oracle lists them, in both directions', () => {
    const skill = fc.record({
      conceptId: fc.constantFrom('skill-0', 'skill-1', 'skill-2', 'skill-3'),
      level: fc.constantFrom(null, 1, 5),
      either: fc.constantFrom(1, 1, 2, null),
    });
    const demands = fc
      .array(skill, { minLength: 2, maxLength: 6 })
      .map((all) => all.map((one, at) => ({ ...demand('skill', one.conceptId), ...one, id: `${at}` })));
    const vacancies = fc
      .array(fc.tuple(world.vacancy, demands), { minLength: 1, maxLength: 8 })
      .map((all) => all.map(([vacancy, its], at) => ({ ...vacancy, vacancyId: `v${at}`, demands: its })));
    const skilled = fc.tuple(world.profile, fc.subarray(['skill-0', 'skill-1', 'skill-2'])).map(([profile, ids]) => ({
      ...profile,
      facts: [...profile.facts, ...ids.map((id) => fact('skill', id, { level: 3 }))],
    }));
    fc.assert(
      fc.property(world.parts, skilled, vacancies, world.query, (parts, profile, all, asked) => {
        const [own, twin] = [createEngine(parts), new oracle.Oracle(parts)];
        for (const vacancy of all) {
          own.upsertVacancy(vacancy);
          twin.vacancies.set(vacancy.vacancyId, vacancy);
        }
        own.upsertProfile(profile);
        twin.profiles.set(profile.profileId, profile);
        expect(own.rankVacancies(profile, asked)).toEqual(twin.rankVacancies(profile, asked));
        for (const vacancy of all) expect(own.rankProfiles(vacancy, asked)).toEqual(twin.rankProfiles(vacancy, asked));
      }),
      { numRuns: 100, seed: 20261005 },
    );
  });

  it('knock out the same people as the oracle’s, whatever the kinds', () => {
    const licences = fc.record({
      vacancy: world.vacancy,
      kinds: fc.array(
        fc.constantFrom(
          demand('driving-licence', 'B'),
          demand('driving-licence', 'CE'),
          demand('language', 'lang-0', { level: 4 }),
          demand('education', 'edu-0', { level: 4 }),
          demand('work-permit', 'permit-0'),
        ),
        { minLength: 2, maxLength: 4 },
      ),
    });
    const shortcomings = fc.subarray([
      fact('driving-licence', 'AM', { id: 'no-am', origin: 'denied' }),
      fact('driving-licence', 'CE', { id: 'no-ce', origin: 'denied' }),
      fact('language', 'lang-0', { id: 'a-little', level: 2 }),
      fact('education', 'edu-1', { id: 'school', level: 2 }),
      fact('work-permit', 'permit-0', { id: 'no-permit', origin: 'denied' }),
    ]);
    const short = fc.tuple(world.profile, shortcomings).map(([profile, facts]) => ({
      ...profile,
      facts: [...profile.facts, ...facts],
    }));
    const profiles = fc.array(short, { minLength: 1, maxLength: 15 });
    let removed = 0;
    fc.assert(
      fc.property(world.parts, profiles, licences, world.query, (parts, people, { vacancy, kinds }, asked) => {
        const [own, twin] = [createEngine(parts), new oracle.Oracle(parts)];
        const one = {
          ...vacancy,
          rankable: true,
          demands: kinds.map((kind, at) => ({ ...kind, id: `${at}`, either: 3 })),
        };
        own.upsertVacancy(one);
        twin.vacancies.set(one.vacancyId, one);
        for (const profile of people) {
          own.upsertProfile(profile);
          twin.profiles.set(profile.profileId, profile);
        }
        const found = own.rankProfiles(one, asked);
        expect(found).toEqual(twin.rankProfiles(one, asked));
        removed += Object.values({ ...found.removed, reach: 0 }).reduce((sum, count) => sum + count, 0);
        for (const profile of people)
          expect(own.rankVacancies(profile, asked)).toEqual(twin.rankVacancies(profile, asked));
      }),
      { numRuns: 100, seed: 20261003 },
    );
    expect(removed).toBeGreaterThan(10);
  });
});

import fc from 'fast-check';
import * as world from '../../test/world.arbitrary.js';
import { demand, fact, job, person, smallWorld } from '../../test/small-world.js';
import { createEngine, oracle, type EngineDemand, type EngineProfile, type EngineVacancy } from '../index.js';

const engine = createEngine(smallWorld);
const either = (...demands: EngineDemand[]) => demands.map((one) => ({ ...one, either: 1 }));
const query = { rankBy: 'both', limit: 10, today: '2026-01-01' } as const;

describe('alternatives among knock-outs', () => {
  const denied = { origin: 'denied' } as const;
  const licence = demand('driving-licence', 'C', { id: 'licence' });
  const permit = demand('work-permit', 'eu', { id: 'a-permit' });
  const vacancy = job({ demands: either(permit, licence) });

  it.each<[string, EngineProfile['facts'], string, string, string]>([
    ['met by any, which is named', [fact('work-permit', 'eu')], 'met', 'work-permit', 'a-permit'],
    ['unknown if any is', [fact('driving-licence', 'C', denied)], 'unknown', 'work-permit', 'a-permit'],
    ['unknown if nothing is said', [], 'unknown', 'driving-licence', 'licence'],
    [
      'not met if none is, under the first reason',
      [fact('driving-licence', 'C', denied), fact('work-permit', 'eu', denied)],
      'not-met',
      'driving-licence',
      'licence',
    ],
  ])('are one check: %s', (_, facts, state, reason, demandId) => {
    const [check, ...others] = engine.match(person(facts), vacancy).checks;
    expect(check).toMatchObject({ state, reason, demandId });
    expect(others.map((other) => other.reason)).toEqual(['reach']);
  });

  it('take off the list, once, only who meets none, in both directions', () => {
    const own = createEngine(smallWorld);
    own.upsertVacancy(vacancy);
    own.upsertProfile(person([fact('driving-licence', 'C', denied), fact('work-permit', 'eu', denied)]));
    expect(own.rankProfiles('job', query)).toMatchObject({
      total: 0,
      removed: { 'driving-licence': 1, 'work-permit': 0 },
    });
    expect(own.rankVacancies('person', query)).toMatchObject({
      total: 0,
      removed: { 'driving-licence': 1, 'work-permit': 0 },
    });
    own.upsertProfile(person([fact('driving-licence', 'C', denied), fact('work-permit', 'eu')]));
    expect([own.rankProfiles('job', query).total, own.rankVacancies('person', query).total]).toEqual([1, 1]);
  });

  it('are required if one of them is, and left to the points if one of them cannot knock out', () => {
    const reasons = (...demands: EngineDemand[]) =>
      engine.match(person([]), job({ demands: either(...demands) })).checks.map(({ reason }) => reason);
    const merit = { ...permit, necessity: 'merit' as const };
    expect(reasons(merit, licence)).toEqual(['driving-licence', 'reach']);
    expect(reasons(merit, { ...licence, necessity: 'merit' })).toEqual(['reach']);
    expect(reasons(licence, demand('skill', 'welding'))).toEqual(['reach']);
    expect(reasons({ ...demand('skill', 'welding'), origin: 'rejected' }, licence)).toEqual([
      'driving-licence',
      'reach',
    ]);
  });

  it('are counted without one of them, not without all', () => {
    const own = createEngine(smallWorld);
    own.upsertProfile(person([fact('driving-licence', 'C', denied)]));
    expect(own.countProfiles(vacancy)).toBe(1);
    expect(own.countProfiles(vacancy, { withoutDemandId: 'a-permit' })).toBe(0);
  });
});

describe('alternatives in the score', () => {
  const java = demand('skill', 'java', { id: 'a' });
  const typescript = demand('skill', 'typescript', { id: 'b', weight: 10 });
  const welding = demand('skill', 'welding', { id: 'c', weight: 10 });
  const vacancy = job({ demands: [...either(java, typescript), welding] });

  it('weigh as much as the heaviest, and the best answers for all', () => {
    const { employerFit, employerParts } = engine.explain(person([fact('skill', 'java')]), vacancy);
    expect(employerFit).toBe(500_000);
    expect(employerParts.map(({ demandId, points, of, ground }) => [demandId, points, of, ground])).toEqual([
      ['a', 500_000, 500_000, null],
      ['b', 0, 0, 'alternative'],
      ['c', 0, 500_000, null],
    ]);
    expect(engine.match(person([fact('skill', 'java'), fact('skill', 'typescript')]), vacancy).employerFit).toBe(
      500_000,
    );
  });

  it('are the first one’s loss where none is answered', () => {
    const parts = engine.explain(person([]), vacancy).employerParts;
    expect(parts.map(({ points, of, ground }) => [points, of, ground])).toEqual([
      [0, 500_000, null],
      [0, 0, 'alternative'],
      [0, 500_000, null],
    ]);
  });

  it('are one use of skills, if all are skills', () => {
    const use = (demands: EngineDemand[]) =>
      engine
        .explain(person([fact('skill', 'java')]), job({ demands }))
        .seekerParts.find(({ part }) => part === 'use-of-skills');
    expect(use(either(java, typescript))).toMatchObject({ ground: 'met' });
    expect(use([java, typescript])).toMatchObject({ ground: 'partly' });
    expect(use(either(java, demand('driving-licence', 'B')))).toMatchObject({ ground: 'not-said' });
  });

  it('ask for years only where each of them does', () => {
    const parts = (years: number | null) =>
      engine
        .explain(
          person([fact('skill', 'java', { years: 4 })]),
          job({ demands: either({ ...java, years: 8 }, { ...typescript, years }) }),
        )
        .employerParts.filter(({ part }) => part === 'experience')
        .map(({ demandId, points, of, ground }) => [demandId, points, of, ground]);
    expect(parts(null)).toEqual([]);
    expect(parts(2)).toEqual([
      ['a', 100_000, 200_000, null],
      ['b', 0, 0, 'alternative'],
    ]);
  });

  it('offer any of them as a change while none is answered, and none once one is', () => {
    const offered = (facts: EngineProfile['facts']) =>
      engine
        .counterfactuals(person(facts), job({ demands: either(java, typescript) }), 5)
        .map(({ change }) => change.conceptId)
        .sort();
    expect(offered([])).toEqual(['java', 'typescript']);
    expect(offered([fact('skill', 'java')])).toEqual([]);
  });
});

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

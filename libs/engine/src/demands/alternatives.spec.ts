import { demand, fact, job, person, smallWorld } from '../../test/small-world.js';
import { createEngine, type EngineDemand, type EngineProfile } from '../index.js';

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

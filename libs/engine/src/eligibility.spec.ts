import { demand, fact, job, person, smallWorld } from '../test/small-world.js';
import { createEngine, type EngineFact, type EngineProfile, type EngineVacancy, type KnockOut } from './index.js';

const engine = createEngine(smallWorld);
const stateOf = (reason: KnockOut, profile: EngineProfile, vacancy: EngineVacancy) =>
  engine.match(profile, vacancy).checks.find((check) => check.reason === reason)?.state;

describe('knock-outs', () => {
  const asks = (...demands: EngineVacancy['demands']) => job({ demands });
  const has = (...facts: EngineFact[]) => person(facts);
  const denied = { origin: 'denied' } as const;

  it.each([
    ['nothing said', has(), 'unknown'],
    ['the same licence', has(fact('driving-licence', 'C')), 'met'],
    ['a licence that includes it', has(fact('driving-licence', 'CE')), 'met'],
    ['a licence that it includes', has(fact('driving-licence', 'B')), 'unknown'],
    ['only read in a text', has(fact('driving-licence', 'C', { origin: 'extracted' })), 'unknown'],
    ['denied', has(fact('driving-licence', 'C', denied)), 'not-met'],
    ['denied what it includes', has(fact('driving-licence', 'B', denied)), 'not-met'],
    ['denied what includes it', has(fact('driving-licence', 'CE', denied)), 'unknown'],
  ])('licence C, %s', (_, profile, state) => {
    expect(stateOf('driving-licence', profile, asks(demand('driving-licence', 'C')))).toBe(state);
  });

  it.each([
    ['nothing said', has(), 'unknown'],
    ['level not said', has(fact('language', 'swedish')), 'unknown'],
    ['lower', has(fact('language', 'swedish', { level: 3 })), 'not-met'],
    ['lower, read in a text', has(fact('language', 'swedish', { level: 3, origin: 'extracted' })), 'unknown'],
    ['as high', has(fact('language', 'swedish', { level: 4 })), 'met'],
    ['denied', has(fact('language', 'swedish', denied)), 'not-met'],
  ])('Swedish B2, %s', (_, profile, state) => {
    expect(stateOf('language', profile, asks(demand('language', 'swedish', { level: 4 })))).toBe(state);
  });

  it.each([
    ['nothing said', has(), 'unknown'],
    ['lower', has(fact('education', 'machining', { level: 3 })), 'not-met'],
    [
      'a level in words without a concept',
      person([{ ...fact('education', 'x', { level: 5 }), conceptId: null }]),
      'met',
    ],
  ])('education 4, %s', (_, profile, state) => {
    expect(stateOf('education', profile, asks(demand('education', 'engineering', { level: 4 })))).toBe(state);
  });

  it('leaves merits, rejected demands and fields without a level to the points', () => {
    const vacancy = asks(
      demand('driving-licence', 'C', { necessity: 'merit' }),
      demand('language', 'swedish', { origin: 'rejected' }),
      demand('education', 'engineering'),
    );
    expect(engine.match(has(), vacancy).checks.map(({ reason }) => reason)).toEqual(['reach']);
  });
});

describe('reach', () => {
  const wish = (wishes: Partial<EngineProfile['wishes']>, home: string | null = '2580') => person([], wishes, home);

  it.each([
    ['home not said', wish({ reachMinutes: 30 }, null), 'unknown'],
    ['reach not said', wish({}), 'unknown'],
    ['within minutes', wish({ reachMinutes: 35 }), 'met'],
    ['beyond them', wish({ reachMinutes: 34 }), 'not-met'],
    ['beyond km', wish({ reachKm: 34 }), 'not-met'],
    ['beyond, but would move anywhere', wish({ reachMinutes: 10, willingToMove: true }), 'met'],
    ['beyond, but names the place', wish({ reachMinutes: 10, municipalities: ['2582'] }), 'met'],
    ['beyond, but names its county', wish({ reachMinutes: 10, counties: ['25'] }), 'met'],
    [
      'would move, but to named places only',
      wish({ reachMinutes: 10, willingToMove: true, counties: ['24'] }),
      'not-met',
    ],
    ['lives there', wish({ reachMinutes: 0 }, '2582'), 'met'],
  ])('of a job in one place: %s', (_, profile, state) => {
    expect(stateOf('reach', profile, job({ municipalities: ['2582'] }))).toBe(state);
  });

  it('is met by any of several places, and by remote work', () => {
    const stuck = wish({ reachMinutes: 0 });
    expect(stateOf('reach', stuck, job({ municipalities: ['2480', '2580'] }))).toBe('met');
    expect(stateOf('reach', stuck, job({ municipalities: ['2480'], remote: true }))).toBe('met');
    expect(stateOf('reach', stuck, job({ municipalities: [] }))).toBe('unknown');
  });
});

describe('lists', () => {
  const query = { rankBy: 'both', limit: 10, today: '2026-01-01' } as const;

  it('take nobody off for what is unknown, and count the others once, by the first reason', () => {
    const own = createEngine(smallWorld);
    own.upsertProfile({ ...person([]), profileId: 'silent' });
    own.upsertProfile({
      ...person([fact('driving-licence', 'B', { origin: 'denied' })], { reachKm: 0 }),
      profileId: 'two',
    });
    own.upsertProfile({ ...person([fact('driving-licence', 'B')], { reachKm: 0 }), profileId: 'far' });
    const found = own.rankProfiles(job({ municipalities: ['2480'], demands: [demand('driving-licence', 'B')] }), query);
    expect(found.items.map(({ profileId, eligibility }) => [profileId, eligibility])).toEqual([['silent', 'unknown']]);
    expect(found.total).toBe(1);
    expect(found.removed).toMatchObject({ 'driving-licence': 1, reach: 1, language: 0 });
  });

  it('count who fails several knock-outs under the first, in whatever order they were asked', () => {
    const own = createEngine(smallWorld);
    const denials = [
      fact('work-permit', 'eu', { origin: 'denied' }),
      fact('driving-licence', 'B', { origin: 'denied' }),
    ];
    own.upsertProfile(person(denials));
    for (const ids of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const demands = [demand('work-permit', 'eu', { id: ids[0]! }), demand('driving-licence', 'B', { id: ids[1]! })];
      own.upsertVacancy(job({ demands }));
      expect(own.rankProfiles('job', query).removed).toMatchObject({ 'driving-licence': 1, 'work-permit': 0 });
      expect(own.rankVacancies('person', query).removed).toMatchObject({ 'driving-licence': 1, 'work-permit': 0 });
    }
  });

  it('leave out what may not be listed, which can still be explained', () => {
    const own = createEngine(smallWorld);
    own.upsertProfile({ ...person([]), rankable: false });
    own.upsertVacancy(job({ deadline: '2025-12-31' }));
    expect(own.rankProfiles('job', query).total).toBe(0);
    expect(own.rankVacancies('person', query).total).toBe(0);
    expect(own.match('person', 'job').fit).toBeGreaterThan(0);
    own.upsertProfile(person([]));
    expect(own.rankProfiles('job', query).total).toBe(1);
    own.removeProfile('person');
    expect(() => own.match('person', 'job')).toThrow('the engine holds no profile person');
  });

  it('refuse questions that make no sense, naming the number', () => {
    expect(() => engine.rankProfiles(job(), { ...query, limit: 0 })).toThrow('limit is 0');
    expect(() => engine.rankProfiles(job(), { ...query, offset: 1.5 })).toThrow('offset is 1.5');
    expect(() => engine.rankProfiles(job(), { ...query, weights: { a: 11 } })).toThrow('weight of a is 11');
    expect(() => engine.rankProfiles(job(), { ...query, today: '2026-02-30' })).toThrow('2026-02-30 is not a day');
    expect(() => engine.upsertVacancy(job({ vacancyId: 'bad', deadline: 'soon' }))).toThrow('soon is not a day');
    expect(engine.hasVacancy('bad')).toBe(false);
  });
});

import {
  matchingApi,
  seekerApi,
  type AnswerOf,
  type Operation,
  type Principal,
  type ProfileMatchView,
  type VacancyMatchView,
} from '#contracts';
import { until } from '#testing';
import { randomUUID } from 'node:crypto';
import { clock, startMatchingService, type RunningService } from './service.js';
import {
  addProfile,
  addVacancy,
  changeProfile,
  changeVacancy,
  concepts,
  demand,
  fact,
  lulea,
  profileView,
  skelleftea,
  stockholm,
  vacancyView,
  wishes,
} from './world.js';

type Matches = AnswerOf<typeof matchingApi.listMatches>;
type Marked = AnswerOf<typeof seekerApi.listSaved>;
type Questions = AnswerOf<typeof seekerApi.listOpenQuestions>;
type Pairs = AnswerOf<typeof seekerApi.householdPairs>;

let service: RunningService;
let seeker: Principal;
let stranger: Principal;
let profile: ProfileMatchView;
let vacancies: VacancyMatchView[];

beforeAll(async () => {
  service = await startMatchingService();
  const { skills, car } = concepts(service);
  profile = profileView({
    wishes: { ...wishes, counties: ['25', '24', '01'] },
    facts: [fact('skill', skills[0]!)],
  });
  seeker = await addProfile(service, profile);
  stranger = await addProfile(service, profileView());
  vacancies = Array.from({ length: 6 }, (_, at) =>
    vacancyView({
      demands: [demand('skill', skills[at % 3]!), ...(at < 2 ? [demand('driving-licence', car)] : [])],
      municipalities: [[lulea, skelleftea, stockholm][at % 3]!],
      deadline: `2030-06-0${6 - at}`,
    }),
  );
  for (const vacancy of vacancies) await addVacancy(service, vacancy);
  await service.settle();
}, 60_000);
afterEach(() => clock.set(null));
afterAll(() => service?.stop(), 30_000);

const own = () => ({ profileId: profile.profileId });
const matches = (query: object = {}): Promise<Matches> =>
  service.get(matchingApi.listMatches, seeker, { params: own(), query });
const mark = (operation: Operation, vacancyId: string) =>
  service.get(operation, seeker, { params: { ...own(), vacancyId } });
const idsOf = ({ items }: Matches): string[] => items.map(({ vacancyId }) => vacancyId);

describe('what a person marks', () => {
  it('is saved once, listed with how it fits now, and taken off again', async () => {
    const { vacancyId } = vacancies[2]!;
    await mark(seekerApi.saveVacancy, vacancyId);
    await mark(seekerApi.saveVacancy, vacancyId);
    const saved: Marked = await service.get(seekerApi.listSaved, seeker, { params: own() });
    expect(saved).toMatchObject({ total: 1, items: [{ vacancy: { id: vacancyId } }] });
    const inList = (await matches()).items.find((item) => item.vacancyId === vacancyId)!;
    expect(inList.saved).toBe(true);
    expect(saved.items[0]!.figures).toMatchObject({ fit: inList.fit, employerFit: inList.employerFit });
    expect(idsOf(await matches({ show: 'saved' }))).toEqual([vacancyId]);
    await mark(seekerApi.unsaveVacancy, vacancyId);
    expect(await service.get(seekerApi.listSaved, seeker, { params: own() })).toMatchObject({ total: 0, items: [] });
  });

  it('is hidden from every page and count until it is shown again', async () => {
    const whole = await matches();
    const [first] = idsOf(whole);
    await mark(seekerApi.hideVacancy, first!);
    const rest = await matches();
    expect(rest).toMatchObject({ total: whole.total - 1, hidden: 1 });
    expect(idsOf(rest)).toEqual(idsOf(whole).slice(1));
    expect(idsOf(await matches({ limit: 2, offset: 1 }))).toEqual(idsOf(whole).slice(2, 4));
    expect(await service.get(seekerApi.listHidden, seeker, { params: own() })).toMatchObject({ total: 1 });
    // The map counts what the list holds, place by place.
    const { items: places } = await service.get<AnswerOf<typeof matchingApi.matchPlaces>>(
      matchingApi.matchPlaces,
      seeker,
      { params: own() },
    );
    expect(places.length).toBeGreaterThan(1);
    for (const { municipality, matches: count } of places)
      expect([municipality, (await matches({ municipality })).total]).toEqual([municipality, count]);
    await mark(seekerApi.unhideVacancy, first!);
    expect(idsOf(await matches())).toEqual(idsOf(whole));
  });

  it('is nobody else’s, and needs a vacancy that there is', async () => {
    const params = { ...own(), vacancyId: vacancies[0]!.vacancyId };
    expect((await service.ask(seekerApi.saveVacancy, stranger, { params })).status).toBe(404);
    expect((await service.ask(seekerApi.listSaved, stranger, { params: own() })).status).toBe(404);
    const nowhere = { ...own(), vacancyId: randomUUID() };
    expect((await service.ask(seekerApi.saveVacancy, seeker, { params: nowhere })).status).toBe(404);
  });

  it('puts the list in the order that is asked for', async () => {
    const by = async (sort: string) => (await matches({ sort })).items;
    expect((await by('deadline')).map(({ vacancy }) => vacancy.deadline)).toEqual(
      vacancies.map(({ deadline }) => deadline).sort(),
    );
    const distances = (await by('distance')).map(({ nearest }) => nearest!.km);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances[0]).toBe(0);
  });
});

describe('what is new', () => {
  it('came after the visit before; looks within half an hour are one visit', async () => {
    const look = async () =>
      (await service.get<{ newSince: string | null }>(seekerApi.visit, seeker, { params: own() })).newSince;
    expect(await look()).toBeNull();
    expect(await matches()).toMatchObject({ newSince: null, newCount: 0 });
    const now = Date.now();
    clock.set(new Date(now + 60_000).toISOString());
    expect(await look()).toBeNull();
    clock.set(new Date(now + 3_600_000).toISOString());
    expect(await look()).toBe(new Date(now + 60_000).toISOString());
    const late = vacancyView({ municipalities: [lulea] });
    await addVacancy(service, late);
    await service.settle();
    await service.database.query(`UPDATE vacancy_projection SET known_at = $2 WHERE id = $1`, [
      late.vacancyId,
      new Date(now + 7_200_000),
    ]);
    expect(await matches({ show: 'new' })).toMatchObject({ total: 1, newCount: 1, items: [{ isNew: true }] });
    expect((await matches({ sort: 'newest' })).items[0]!.vacancyId).toBe(late.vacancyId);
    await changeVacancy(service, { ...late, revision: 2, rankable: false });
    await service.settle();
    expect(await matches()).toMatchObject({ newCount: 0 });
  });
});

describe('what a person has not said', () => {
  it('is weighed by what an answer changes, which comes true', async () => {
    const { car } = concepts(service);
    const before = await matches();
    const { items }: Questions = await service.get(seekerApi.listOpenQuestions, seeker, { params: own() });
    const licence = items.find(({ conceptId }) => conceptId === car)!;
    expect(licence).toMatchObject({ about: 'fact', kind: 'driving-licence', factId: null });
    expect(before.items.filter(({ eligibility }) => eligibility === 'unknown')).toHaveLength(licence.changes);
    expect(licence.settles).toBe(2);
    const answered = { ...profile, revision: 2, facts: [...profile.facts, fact('driving-licence', car)] };
    await changeProfile(service, answered);
    await service.settle();
    const after = await matches();
    const changed = after.items.filter(
      ({ vacancyId, eligibility }) =>
        before.items.find((item) => item.vacancyId === vacancyId)?.eligibility !== eligibility,
    );
    expect(changed).toHaveLength(licence.settles);
    const rest: Questions = await service.get(seekerApi.listOpenQuestions, seeker, { params: own() });
    expect(rest.items.some(({ conceptId }) => conceptId === car)).toBe(false);
    await changeProfile(service, { ...profile, revision: 3 });
    await service.settle();
  });
});

describe('where few vacancies fit', () => {
  it('says what, given up alone, would bring how many', async () => {
    const query = { municipality: [lulea] };
    const few = await matches(query);
    const answer = await service.get<AnswerOf<typeof matchingApi.widenMatches>>(matchingApi.widenMatches, seeker, {
      params: own(),
      query,
    });
    const all = (await matches()).total;
    expect(answer.total).toBe(few.total);
    expect(answer.loosened).toContainEqual({
      loosening: { kind: 'filter', field: 'place' },
      total: all,
      more: all - few.total,
    });
  });
});

describe('what an employer sees', () => {
  it('is told to the person without their own words', async () => {
    const { skills } = concepts(service);
    await changeProfile(service, {
      ...profile,
      revision: 4,
      facts: [fact('skill', skills[0]!, { words: 'mina egna ord' }), fact('skill', skills[5]!, { origin: 'denied' })],
    });
    await service.settle();
    const params = { ...own(), vacancyId: vacancies[0]!.vacancyId };
    const view = await service.get<AnswerOf<typeof seekerApi.employerView>>(seekerApi.employerView, seeker, { params });
    expect(view.candidate.facts).toMatchObject([{ conceptId: skills[0], words: null, span: null }]);
    expect(JSON.stringify(view)).not.toContain('mina egna ord');
    expect(view.employerParts.reduce((sum, { points }) => sum + points, 0)).toBe(view.employerFit);
  });
});

describe('pairs of jobs for a household', () => {
  const householdId = randomUUID();

  it('come with the place where both would live, and with nothing where one is missing', async () => {
    const { skills } = concepts(service);
    const living = { ...wishes, reachMinutes: 45, municipalities: [lulea, skelleftea] };
    const one = profileView({
      householdId,
      homeMunicipality: stockholm,
      wishes: living,
      facts: [fact('skill', skills[0]!), fact('skill', skills[1]!)],
    });
    const other = profileView({ ...one, profileId: randomUUID() });
    const person = await addProfile(service, one);
    await service.settle();
    const ask = (query: object = {}): Promise<Pairs> =>
      service.get(seekerApi.householdPairs, person, { params: { profileId: one.profileId }, query });
    expect(await ask()).toMatchObject({ members: 1, partnerIsRanked: false, total: 0 });
    await addProfile(service, other);
    await service.settle();
    const answer = await ask({ limit: 100 });
    expect(answer).toMatchObject({ members: 2, partnerIsRanked: true });
    expect(answer.total).toBe(answer.items.length);
    expect(answer.total).toBeGreaterThan(0);
    for (const { municipality, mine, theirs } of answer.items) {
      expect([lulea, skelleftea, stockholm]).toContain(municipality);
      expect(mine.minutes).toBeLessThanOrEqual(45);
      expect(theirs.minutes).toBeLessThanOrEqual(45);
      expect(mine.vacancyId).not.toBe(theirs.vacancyId);
    }
    const fits = answer.items.map(({ fit }) => fit);
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(answer.places.reduce((sum, { count }) => sum + count, 0)).toBe(answer.total);
    const there = await ask({ municipality: skelleftea, limit: 100 });
    expect(new Set(there.items.map(({ municipality }) => municipality))).toEqual(new Set([skelleftea]));
  });
});

describe('what changes while a page is open', () => {
  it('is told as ids and revisions, and only to its person', async () => {
    const token = await service.tokens.mint(seeker, 'matching');
    const address = `${await service.app.getUrl()}/profiles/${profile.profileId}/live`;
    const abort = new AbortController();
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal: abort.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    let text = '';
    const read = (async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) text += chunk;
    })().catch(() => undefined);
    await until(() => text.includes('event: ranked\ndata: {"profileRevision":4}'));
    await changeProfile(service, { ...profile, revision: 5 });
    await until(() => text.includes('data: {"profileRevision":5}'), { timeout: 15_000 });
    expect(text).not.toMatch(/event: (?!ranked)/);
    abort.abort();
    await read;
    expect((await service.ask(seekerApi.live, stranger, { params: own() })).status).toBe(404);
  });
});

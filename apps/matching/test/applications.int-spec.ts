import {
  applicationApi,
  matchingApi,
  type AnswerOf,
  type Principal,
  type ProfileMatchView,
  type VacancyMatchView,
} from '#contracts';
import { clock, startMatchingService, type RunningService } from './service.js';
import {
  addProfile,
  addVacancy,
  changeVacancy,
  concepts,
  demand,
  employerOf,
  fact,
  profileView,
  vacancyView,
} from './world.js';

type Mine = AnswerOf<typeof applicationApi.apply>;
type Received = AnswerOf<typeof applicationApi.open>;
type Question = AnswerOf<typeof applicationApi.ask>;
type Asked = AnswerOf<typeof applicationApi.listAsked>;

let service: RunningService;
let seeker: Principal;
let employer: Principal;
let stranger: Principal;
let profile: ProfileMatchView;
let vacancy: VacancyMatchView;

beforeAll(async () => {
  service = await startMatchingService();
  const { skills } = concepts(service);
  profile = profileView({ facts: [fact('skill', skills[0]!, { words: 'mina egna ord' })] });
  vacancy = vacancyView({ demands: [demand('skill', skills[0]!)] });
  seeker = await addProfile(service, profile);
  employer = await addVacancy(service, vacancy);
  stranger = employerOf(vacancyView());
  await service.settle();
}, 60_000);
afterEach(async () => {
  clock.set(null);
  await service.database.query(`DELETE FROM application`);
  await service.database.query(`DELETE FROM question`);
});
afterAll(() => service?.stop(), 30_000);

const own = () => ({ profileId: profile.profileId });
const apply = (message: string | null = null): Promise<Mine> =>
  service.get(applicationApi.apply, seeker, { params: own(), body: { vacancyId: vacancy.vacancyId, message } });
const received = (): Promise<AnswerOf<typeof applicationApi.listReceived>> =>
  service.get(applicationApi.listReceived, employer, { params: { vacancyId: vacancy.vacancyId } });
const toVacancy = (applicationId: string) => ({ vacancyId: vacancy.vacancyId, applicationId });
const contactOf = (who: Principal) =>
  service.ask(applicationApi.contact, who, { params: { vacancyId: vacancy.vacancyId, ...own() } });
/** How often people were told of a look at them, by its purpose. */
const told = async (): Promise<Record<string, number>> => {
  const rows: { purpose: string; times: number }[] = await service.database.query(
    `SELECT payload ->> 'purpose' AS purpose, count(*)::int AS times FROM outbox
     WHERE name = 'candidate.shown.v1' GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ purpose, times }) => [purpose, times]));
};

describe('an application', () => {
  it('reaches the employer without name or own words of the CV, is opened, answered and withdrawn', async () => {
    const sent = await apply('  Jag söker gärna  ');
    expect(sent).toMatchObject({ state: 'sent', revision: 1, message: 'Jag söker gärna', answer: null });
    expect(
      (await service.ask(applicationApi.apply, seeker, { params: own(), body: { vacancyId: vacancy.vacancyId } }))
        .status,
    ).toBe(409);
    const { items, total } = await received();
    expect([total, items[0]!.state, items[0]!.candidate.profileId]).toEqual([1, 'sent', profile.profileId]);
    expect(JSON.stringify(items)).not.toContain('mina egna ord');
    const opened: Received = await service.get(applicationApi.open, employer, { params: toVacancy(sent.id) });
    expect(opened).toMatchObject({ state: 'seen', revision: 2 });
    expect(await service.get(applicationApi.open, employer, { params: toVacancy(sent.id) })).toMatchObject({
      revision: 2,
    });
    const answer = { revision: 2, state: 'in-process', text: 'Vi hör av oss', by: 'Karin Sundfors' };
    const params = toVacancy(sent.id);
    expect(await service.get(applicationApi.answer, employer, { params, body: answer })).toMatchObject({ revision: 3 });
    expect((await service.ask(applicationApi.answer, employer, { params, body: answer })).status).toBe(409);
    const mine = await service.get<AnswerOf<typeof applicationApi.listMine>>(applicationApi.listMine, seeker, {
      params: own(),
    });
    expect(mine.items).toMatchObject([
      { state: 'in-process', answer: { text: 'Vi hör av oss', by: 'Karin Sundfors' } },
    ]);
    const withdrawn = await service.get(applicationApi.withdraw, seeker, {
      params: { ...own(), applicationId: sent.id },
    });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', message: null });
    expect(await received()).toMatchObject({ total: 0, items: [] });
    expect((await service.ask(applicationApi.open, employer, { params })).status).toBe(404);
    expect(await apply()).toMatchObject({ id: sent.id, state: 'sent', answer: null });
  });

  it('is not taken by a vacancy that is closed or past its last day', async () => {
    const closed = vacancyView();
    const over = vacancyView({ deadline: '2020-01-01' });
    for (const one of [closed, over]) await addVacancy(service, one);
    await changeVacancy(service, { ...closed, revision: 2, rankable: false });
    await service.settle();
    for (const { vacancyId } of [closed, over]) {
      const answer = await service.ask(applicationApi.apply, seeker, { params: own(), body: { vacancyId } });
      expect([answer.status, answer.body]).toMatchObject([409, { type: '/problems/vacancy-not-open' }]);
    }
  });

  it('is told beside the matches and on the shortlist', async () => {
    await apply();
    const matches = await service.get<AnswerOf<typeof matchingApi.listMatches>>(matchingApi.listMatches, seeker, {
      params: own(),
    });
    expect(matches.items.find(({ vacancyId }) => vacancyId === vacancy.vacancyId)!.applicationState).toBe('sent');
    const list = await service.get<AnswerOf<typeof matchingApi.createShortlist>>(
      matchingApi.createShortlist,
      employer,
      {
        params: { vacancyId: vacancy.vacancyId },
        body: {},
      },
    );
    expect(list.items[0]!.applicationState).toBe('sent');
  });

  it('is nobody else’s', async () => {
    const { id } = await apply();
    expect((await service.ask(applicationApi.open, stranger, { params: toVacancy(id) })).status).toBe(404);
    const other = await addProfile(service, profileView());
    await service.settle();
    expect(
      (await service.ask(applicationApi.withdraw, other, { params: { ...own(), applicationId: id } })).status,
    ).toBe(404);
  });
});

describe('name and contact', () => {
  it('are not to be had without the person’s leave, are with it, and each look is told', async () => {
    expect((await contactOf(employer)).status).toBe(404);
    const { id } = await apply();
    const before = await told();
    expect((await contactOf(employer)).body).toMatchObject({
      ground: 'application',
      contact: { email: 'person@example.se' },
    });
    expect(await told()).toEqual({ ...before, contact: (before.contact ?? 0) + 1 });
    expect((await contactOf(stranger)).status).toBe(404);
    await service.get(applicationApi.withdraw, seeker, { params: { ...own(), applicationId: id } });
    expect((await contactOf(employer)).status).toBe(404);
  });
});

describe('a question', () => {
  const ask = (body: object = {}) =>
    service.ask(applicationApi.ask, employer, {
      params: { vacancyId: vacancy.vacancyId, ...own() },
      body: { text: 'Kan du börja i maj?', by: 'Karin Sundfors', ...body },
    });
  const asked = (): Promise<Asked> =>
    service.get(applicationApi.listAsked, employer, { params: { vacancyId: vacancy.vacancyId } });
  const answer = (questionId: string, body: object) =>
    service.get<Question>(applicationApi.answerQuestion, seeker, { params: { ...own(), questionId }, body });

  it('is answered under the alias, and the contact comes only with a yes that can be taken back', async () => {
    const { id } = (await ask()).body as Question;
    expect((await ask()).status).toBe(409);
    const mine = await service.get<AnswerOf<typeof applicationApi.listQuestions>>(
      applicationApi.listQuestions,
      seeker,
      { params: own() },
    );
    expect(mine.items).toMatchObject([{ id, state: 'open', by: 'Karin Sundfors', vacancy: { id: vacancy.vacancyId } }]);
    expect(await answer(id, { answer: 'Ja, från den 3 maj', shareContact: false })).toMatchObject({
      state: 'answered',
    });
    expect((await asked()).items).toMatchObject([
      { answer: 'Ja, från den 3 maj', contactShared: false, alias: expect.stringMatching(/^[A-Z0-9]{6}$/) },
    ]);
    expect((await contactOf(employer)).status).toBe(404);
    await answer(id, { answer: 'Ja', shareContact: true });
    expect((await contactOf(employer)).body).toMatchObject({ ground: 'question' });
    await answer(id, { answer: null, shareContact: false });
    expect((await asked()).items).toMatchObject([{ state: 'declined', answer: null }]);
    expect((await contactOf(employer)).status).toBe(404);
  });

  it('is over after its day, which makes room for another', async () => {
    await ask({ daysToAnswer: 1 });
    clock.set(new Date(Date.now() + 25 * 60 * 60 * 1000).toISOString());
    expect((await asked()).items).toMatchObject([{ state: 'over' }]);
    expect((await ask()).status).toBe(201);
  });

  it('says something, and somebody asks it', async () => {
    expect((await ask({ text: '  ' })).status).toBe(400);
    expect((await ask({ by: '' })).status).toBe(400);
  });
});

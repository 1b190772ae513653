import {
  deskApi,
  matchingApi,
  seekerApi,
  type AnswerOf,
  type Principal,
  type Shortlist,
  type VacancyMatchView,
} from '#contracts';
import { randomUUID } from 'node:crypto';
import { startMatchingService, type RunningService } from './service.js';
import {
  addProfile,
  addVacancy,
  concepts,
  demand,
  fact,
  lulea,
  profileView,
  skelleftea,
  vacancyView,
} from './world.js';

type Log = AnswerOf<typeof deskApi.log>;
type Notes = AnswerOf<typeof deskApi.listNotes>;
type Decided = AnswerOf<typeof matchingApi.decide>;

let service: RunningService;
let anna: Principal;
let bo: Principal;
let stranger: Principal;
let vacancy: VacancyMatchView;

beforeAll(async () => {
  service = await startMatchingService();
  const { skills, car } = concepts(service);
  vacancy = vacancyView({ demands: [demand('skill', skills[0]!), demand('driving-licence', car)] });
  anna = await addVacancy(service, vacancy);
  bo = { ...anna, subject: 'bo', roles: ['officer'] };
  stranger = { ...anna, employerIds: [randomUUID()] };
  for (let at = 0; at < 7; at += 1)
    await addProfile(
      service,
      profileView({
        facts: [fact('skill', skills[0]!), ...(at === 6 ? [fact('driving-licence', car, { origin: 'denied' })] : [])],
      }),
    );
  await service.settle();
}, 60_000);
afterAll(() => service?.stop(), 30_000);

const create = (body: object = {}): Promise<Shortlist> =>
  service.get(matchingApi.createShortlist, anna, { params: { vacancyId: vacancy.vacancyId }, body });
const read = (who: Principal, shortlistId: string): Promise<Shortlist> =>
  service.get(matchingApi.getShortlist, who, { params: { shortlistId } });
const decide = async (who: Principal, shortlistId: string, profileIds: string[], stage: string): Promise<Decided> =>
  service.get(matchingApi.decide, who, {
    params: { shortlistId },
    body: { profileIds, stage, reason: 'Ett skäl', by: who.subject },
  });
const log = (who: Principal, shortlistId: string, query: object = {}): Promise<Log> =>
  service.get(deskApi.log, who, { params: { shortlistId }, query });
const note = (who: Principal, shortlistId: string, profileId: string, text = 'Ring efter tolv') =>
  service.ask(deskApi.addNote, who, { params: { shortlistId }, body: { profileId, text, by: who.subject } });
const notes = (who: Principal, shortlistId: string): Promise<Notes> =>
  service.get(deskApi.listNotes, who, { params: { shortlistId } });

describe('several decisions', () => {
  it('are undone at once, all or none', async () => {
    const list = await create({ size: 5 });
    const ids = list.items.map(({ profileId }) => profileId);
    const { decisions } = await decide(anna, list.id, ids, 'hold');
    const undo = (decisionIds: string[]) =>
      service.ask(deskApi.undoDecisions, anna, { params: { shortlistId: list.id }, body: { decisionIds } });
    const made = decisions.map(({ id }) => id);
    expect((await undo([...made, randomUUID()])).status).toBe(404);
    expect((await read(anna, list.id)).items.map(({ stage }) => stage)).toEqual(Array(5).fill('hold'));
    expect((await undo(made)).status).toBe(200);
    expect((await read(anna, list.id)).items.map(({ stage }) => stage)).toEqual(Array(5).fill('new'));
    expect((await undo(made)).status).toBe(404);
  });
});

describe('the log', () => {
  it('comes page by page, newest first, by stage, by whose and by whether it stands', async () => {
    const list = await create({ size: 4 });
    const ids = list.items.map(({ profileId }) => profileId);
    await decide(anna, list.id, ids.slice(0, 3), 'hold');
    const { decisions } = await decide(bo, list.id, ids.slice(0, 1), 'advance');
    await service.get(matchingApi.undoDecision, bo, { params: { shortlistId: list.id, decisionId: decisions[0]!.id } });
    const whole = await log(anna, list.id);
    expect([whole.total, whole.items[0]!.stage, whole.items[0]!.mine, whole.items[0]!.alias]).toEqual([
      4,
      'advance',
      false,
      list.items[0]!.candidate.alias,
    ]);
    expect((await log(anna, list.id, { limit: 2, offset: 2 })).items).toEqual(whole.items.slice(2));
    expect((await log(anna, list.id, { stage: 'hold' })).total).toBe(3);
    expect((await log(bo, list.id, { mine: 'true' })).total).toBe(1);
    expect((await log(anna, list.id, { undone: 'false' })).total).toBe(3);
    expect((await service.ask(deskApi.log, stranger, { params: { shortlistId: list.id } })).status).toBe(404);
  });
});

describe('an independent list', () => {
  it('shows what colleagues decided and noted after one’s own decision', async () => {
    const list = await create({ size: 3, independent: true });
    const [first, second] = list.items.map(({ profileId }) => profileId);
    await decide(anna, list.id, [first!, second!], 'advance');
    await note(anna, list.id, first!);
    const seen = await read(bo, list.id);
    expect([seen.independent, seen.decisions, seen.items.map(({ stage, notes: count }) => [stage, count])]).toEqual([
      true,
      [],
      Array(3).fill(['new', 0]),
    ]);
    expect(await log(bo, list.id)).toMatchObject({ total: 0 });
    expect(await notes(bo, list.id)).toMatchObject({ total: 0 });
    const undecided = async (who: Principal) =>
      (
        await service.get<AnswerOf<typeof matchingApi.listShortlists>>(matchingApi.listShortlists, who, {
          params: { vacancyId: vacancy.vacancyId },
        })
      ).items.find(({ id }) => id === list.id)!.undecided;
    expect([await undecided(anna), await undecided(bo)]).toEqual([1, 3]);
    await decide(bo, list.id, [first!], 'hold');
    const after = await read(bo, list.id);
    expect(after.decisions.map(({ profileId, mine }) => [profileId, mine])).toEqual([
      [first, false],
      [first, true],
    ]);
    expect(await notes(bo, list.id)).toMatchObject({ total: 1, items: [{ mine: false, text: 'Ring efter tolv' }] });
  });
});

describe('a note', () => {
  it('is about somebody on the list, counted there, and taken away by who wrote it alone', async () => {
    const list = await create({ size: 2 });
    const { profileId } = list.items[0]!;
    expect((await note(anna, list.id, randomUUID())).status).toBe(404);
    const { id } = (await note(anna, list.id, profileId)).body as { id: string };
    expect((await read(bo, list.id)).items[0]!.notes).toBe(1);
    const params = { shortlistId: list.id, noteId: id };
    expect((await service.ask(deskApi.removeNote, bo, { params })).status).toBe(404);
    expect((await service.ask(deskApi.removeNote, anna, { params })).status).toBe(204);
    expect(await notes(anna, list.id)).toMatchObject({ total: 0 });
  });

  it('is told to the person with their data, and goes with them when they are erased', async () => {
    const view = profileView();
    const person = await addProfile(service, view);
    await service.settle();
    const list = await create({ size: 50 });
    await note(anna, list.id, view.profileId);
    await decide(anna, list.id, [view.profileId], 'hold');
    const params = { profileId: view.profileId };
    expect(await service.get(seekerApi.exportTraces, person, { params })).toMatchObject({
      notes: [{ vacancyId: vacancy.vacancyId, text: 'Ring efter tolv' }],
      decisions: [{ stage: 'hold', reason: 'Ett skäl', undoneAt: null }],
      applications: [],
    });
    service.owners.profiles.delete(view.profileId);
    await service.tell('profile.erased.v1', { profileId: view.profileId, revision: 2 });
    await service.settle();
    const rows: unknown[] = await service.database.query(`SELECT 1 FROM note WHERE profile_id = $1`, [view.profileId]);
    expect(rows).toEqual([]);
  });
});

describe('counts and figures', () => {
  const draft = (who: Principal, body: object) =>
    service.ask(deskApi.countDraft, who, { params: { employerId: vacancy.employerId }, body });

  it('of a draft are those of the vacancy that it becomes', async () => {
    const demands = vacancy.demands.map(({ kind, conceptId, necessity }) => ({ kind, conceptId, necessity }));
    const { body } = await draft(anna, { demands, municipalities: vacancy.municipalities });
    const saved = await service.get<AnswerOf<typeof matchingApi.countCandidates>>(matchingApi.countCandidates, anna, {
      params: { vacancyId: vacancy.vacancyId },
    });
    expect(body).toEqual({ count: saved.count, without: saved.without.map(({ more }, index) => ({ index, more })) });
    // One more without the licence: too few to say.
    expect(body).toMatchObject({
      count: 6,
      without: [
        { index: 0, more: null },
        { index: 1, more: null },
      ],
    });
    expect((await draft(stranger, {})).status).toBe(404);
  });

  it('tell too few to be told apart as nothing, and leave out other employers’ vacancies', async () => {
    const other = vacancyView();
    await addVacancy(service, other);
    const view = profileView();
    const seeker = await addProfile(service, view);
    await service.settle();
    await service.get(seekerApi.saveVacancy, seeker, {
      params: { profileId: view.profileId, vacancyId: vacancy.vacancyId },
    });
    const ask = (who: Principal) =>
      service.ask(deskApi.figures, who, {
        params: { employerId: vacancy.employerId },
        query: { vacancyId: [vacancy.vacancyId, other.vacancyId] },
      });
    const { items } = (await ask(anna)).body as AnswerOf<typeof deskApi.figures>;
    expect(items).toMatchObject([{ vacancyId: vacancy.vacancyId, saved: null, applications: 0, unopened: 0 }]);
    expect(items[0]!.candidates).toBeGreaterThan(5);
    expect((await ask(stranger)).status).toBe(404);
  });

  it('takes weights for one question, of demands that there are', async () => {
    const weighed = (weight: string) =>
      service.ask(matchingApi.listCandidates, anna, { params: { vacancyId: vacancy.vacancyId }, query: { weight } });
    const { id } = vacancy.demands[0]!;
    const without = (await weighed(`${id}:0`)).body as AnswerOf<typeof matchingApi.listCandidates>;
    const usual = (await service.ask(matchingApi.listCandidates, anna, { params: { vacancyId: vacancy.vacancyId } }))
      .body as typeof without;
    expect(without.items[0]!.employerFit).not.toBe(usual.items[0]!.employerFit);
    expect((await weighed(`${randomUUID()}:3`)).status).toBe(400);
    expect((await weighed(`${id}:11`)).status).toBe(400);
  });
});

describe('where few fit', () => {
  it('says which requirement, given up alone, would bring more, too few as nothing', async () => {
    const params = { vacancyId: vacancy.vacancyId };
    const answer = await service.get<AnswerOf<typeof deskApi.widen>>(deskApi.widen, anna, { params });
    const licence = vacancy.demands[1]!.id;
    expect(answer.wanted).toBe(20);
    expect(answer.loosened).toContainEqual({
      loosening: { kind: 'demand', reason: 'driving-licence', demandIds: [licence] },
      more: null,
    });
    expect((await service.ask(deskApi.widen, stranger, { params })).status).toBe(404);
  });
});

describe('how somebody wants to work', () => {
  it('is kept for the account', async () => {
    const get = (who: Principal) => service.get(deskApi.getPreference, who);
    expect(await get(anna)).toMatchObject({ hideScores: false, blind: false, keys: true, views: [] });
    const mine = {
      hideScores: true,
      blind: true,
      keys: false,
      signature: 'Anna',
      views: [{ name: 'Att ringa', filter: { stage: ['hold'] } }],
    };
    await service.get(deskApi.setPreference, anna, { body: mine });
    expect(await get(anna)).toMatchObject({
      ...mine,
      views: [{ name: 'Att ringa', filter: { stage: ['hold'], minimumFit: 0 } }],
    });
    expect(await get(bo)).toMatchObject({ blind: false });
  });
});

describe('the supply of people', () => {
  it('is told by where they live, never fewer than five, and by who asks for an employer of their own', async () => {
    const { taxonomy } = service;
    const [one, other] = taxonomy
      .ofKind('occupation')
      .filter(
        ({ id }, at, all) => taxonomy.occupationFieldOf(id) !== taxonomy.occupationFieldOf(all[at - 1]?.id ?? id),
      );
    const live = (count: number, homeMunicipality: string, occupation: string, over: object = {}) =>
      Promise.all(
        Array.from({ length: count }, () =>
          addProfile(service, profileView({ homeMunicipality, facts: [fact('occupation', occupation)], ...over })),
        ),
      );
    await live(5, lulea, one!.id);
    await live(4, skelleftea, one!.id);
    await live(1, skelleftea, one!.id, { rankable: false });
    await live(6, skelleftea, other!.id);
    await service.settle();
    const supply = async (occupation: string): Promise<Map<string, number | null>> => {
      const { field, items } = await service.get<AnswerOf<typeof deskApi.supply>>(deskApi.supply, anna, {
        params: { employerId: vacancy.employerId },
        query: { occupation, county: ['24', '25'] },
      });
      expect(field).toBe(taxonomy.occupationFieldOf(occupation));
      expect(items).toHaveLength(29);
      return new Map(items.map(({ municipality, people }) => [municipality, people]));
    };
    const ofOne = await supply(one!.id);
    expect([ofOne.get(lulea), ofOne.get(skelleftea)]).toEqual([5, null]);
    const ofOther = await supply(taxonomy.occupationFieldOf(other!.id)!);
    expect([ofOther.get(lulea), ofOther.get(skelleftea)]).toEqual([null, 6]);

    const ask = (who: Principal, occupation: string) =>
      service.ask(deskApi.supply, who, { params: { employerId: vacancy.employerId }, query: { occupation } });
    expect((await ask(stranger, one!.id)).status).toBe(404);
    expect((await ask(anna, concepts(service).skills[0]!)).status).toBe(400);
    expect((await ask({ ...anna, roles: ['seeker'] }, one!.id)).status).toBe(403);
  });
});

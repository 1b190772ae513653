import { matchingApi, type AnswerOf, type Principal, type Shortlist, type VacancyMatchView } from '#contracts';
import type { Response } from 'supertest';
import { clock, startMatchingService, type RunningService } from './service.js';
import { addProfile, addVacancy, changeProfile, concepts, demand, fact, profileView, vacancyView } from './world.js';

type Decided = AnswerOf<typeof matchingApi.decide>;
type Lists = AnswerOf<typeof matchingApi.listShortlists>;

let service: RunningService;
let employer: Principal;
let vacancy: VacancyMatchView;
const people = Array.from({ length: 6 }, () => profileView());

beforeAll(async () => {
  service = await startMatchingService();
  const { skills } = concepts(service);
  vacancy = vacancyView({ demands: [demand('skill', skills[0]!, { level: 4 }), demand('skill', skills[1]!)] });
  employer = await addVacancy(service, vacancy);
  for (const [at, view] of people.entries())
    await addProfile(service, {
      ...view,
      facts: [fact('skill', skills[0]!, { level: (at % 4) + 1 }), ...(at % 2 === 0 ? [fact('skill', skills[1]!)] : [])],
    });
  await service.settle();
}, 60_000);
afterEach(() => clock.set(null));
afterAll(() => service?.stop(), 30_000);

const create = (body: object = {}): Promise<Shortlist> =>
  service.get(matchingApi.createShortlist, employer, { params: { vacancyId: vacancy.vacancyId }, body });
const read = (id: string): Promise<Shortlist> =>
  service.get(matchingApi.getShortlist, employer, { params: { shortlistId: id } });
const deciding = (id: string, body: object): Promise<Response> =>
  service.ask(matchingApi.decide, employer, { params: { shortlistId: id }, body });
const decide = async (id: string, profileIds: string[], stage: string): Promise<Decided> => {
  const answer = await deciding(id, { profileIds, stage, reason: 'As we agreed', by: 'Eva Ek' });
  expect(answer.status).toBe(201);
  return answer.body as Decided;
};
const stagesOf = ({ items }: Shortlist): string[] => items.map(({ stage }) => stage);
const pointersOf = ({ body }: Response): string[] =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
const toldOf = (decisionId: string): Promise<{ payload: { undone: boolean } }[]> =>
  service.database.query(
    `SELECT payload FROM outbox WHERE name = 'shortlist.decided.v1' AND payload ->> 'decisionId' = $1 ORDER BY occurred_at`,
    [decisionId],
  );

describe('a shortlist', () => {
  it('holds the best, as they were when it was made, whatever they become', async () => {
    const made = await create({ size: 4 });
    expect(made.items.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(made.items.map(({ fit }) => fit)).toEqual([...made.items.map(({ fit }) => fit)].sort((a, b) => b - a));
    expect(new Set(stagesOf(made))).toEqual(new Set(['new']));
    expect(made.decisions).toEqual([]);

    const { car } = concepts(service);
    const [first, second] = made.items.map(({ profileId }) => service.owners.profiles.get(profileId)!);
    await changeProfile(service, {
      ...first!,
      revision: 2,
      homeMunicipality: '2480',
      facts: [fact('driving-licence', car)],
    });
    await changeProfile(service, { ...second!, revision: 2, rankable: false });
    await service.settle();
    expect(await read(made.id)).toEqual(made);
    expect((await create()).items.map(({ profileId }) => profileId)).not.toContain(second!.profileId);

    await changeProfile(service, { ...first!, revision: 3 });
    await changeProfile(service, { ...second!, revision: 3 });
    await service.settle();
  });

  it('that was read before is read as its rows stand now', async () => {
    const made = await create({ size: 3 });
    const [first, second, third] = made.items;
    const other = { ...employer, subject: 'a colleague' };
    await decide(made.id, [first!.profileId], 'hold');
    expect((await read(made.id)).decisions.map(({ mine }) => mine)).toEqual([true]);
    const theirs = { params: { shortlistId: made.id } };
    expect(
      (await service.get<Shortlist>(matchingApi.getShortlist, other, theirs)).decisions.map(({ mine }) => mine),
    ).toEqual([false]);

    await service.database.query(`DELETE FROM shortlist_item WHERE shortlist_id = $1 AND profile_id = $2`, [
      made.id,
      second!.profileId,
    ]);
    expect((await read(made.id)).items.map(({ profileId }) => profileId)).toEqual([first!.profileId, third!.profileId]);
    await service.database.query(
      `UPDATE shortlist_item SET match = match || '{"fit": 7}' WHERE shortlist_id = $1 AND profile_id = $2`,
      [made.id, third!.profileId],
    );
    expect((await read(made.id)).items.at(-1)).toMatchObject({ profileId: third!.profileId, fit: 7 });
  });

  it('is told to those who stand on it', async () => {
    const made = await create({ size: 3 });
    const told = await service.database.query<{ profile: string }[]>(
      `SELECT payload ->> 'profileId' AS profile FROM outbox
       WHERE name = 'candidate.shown.v1' AND payload ->> 'viewId' = $1 AND payload ->> 'purpose' = 'shortlist'`,
      [made.id],
    );
    expect(told.map(({ profile }) => profile).sort()).toEqual(made.items.map(({ profileId }) => profileId).sort());
  });

  it('lists come newest first, page by page, with what is undecided', async () => {
    const older = await create({ size: 2, rankBy: 'employer' });
    const newer = await create({ size: 3 });
    await decide(older.id, [older.items[0]!.profileId], 'advance');
    const page = (limit: number, offset: number): Promise<Lists> =>
      service.get(matchingApi.listShortlists, employer, {
        params: { vacancyId: vacancy.vacancyId },
        query: { limit, offset },
      });
    const [first, second] = [await page(1, 0), await page(1, 1)];
    expect(first.items).toMatchObject([{ id: newer.id, size: 3, undecided: 3 }]);
    expect(second.items).toMatchObject([{ id: older.id, size: 2, undecided: 1, rankBy: 'employer' }]);
    expect(second.total).toBe(first.total);
  });
});

describe('a decision', () => {
  it('needs a reason and a name, a stage that is one, and people of the list', async () => {
    const made = await create({ size: 2 });
    const [one] = made.items;
    const good = { profileIds: [one!.profileId], stage: 'hold', reason: 'To be seen', by: 'Eva Ek' };
    const { reason: _, ...noReason } = good;
    const { by: __, ...noName } = good;
    expect(pointersOf(await deciding(made.id, noReason))).toEqual(['/reason']);
    expect(pointersOf(await deciding(made.id, { ...good, reason: '   ' }))).toEqual(['/reason']);
    expect(pointersOf(await deciding(made.id, noName))).toEqual(['/by']);
    expect(pointersOf(await deciding(made.id, { ...good, stage: 'new' }))).toEqual(['/stage']);
    const stranger = people.find(({ profileId }) => !made.items.some((item) => item.profileId === profileId))!;
    const bulk = await deciding(made.id, { ...good, profileIds: [one!.profileId, stranger.profileId] });
    expect(pointersOf(bulk)).toEqual(['/profileIds/1']);
    expect((await read(made.id)).decisions).toEqual([]);
  });

  it('about many is one for each, by name, told once, and nobody twice', async () => {
    const made = await create({ size: 5 });
    const ids = made.items.map(({ profileId }) => profileId);
    const { decisions } = await decide(made.id, [...ids.slice(0, 3), ids[0]!], 'not-chosen');
    expect(decisions.map(({ profileId }) => profileId).sort()).toEqual(ids.slice(0, 3).sort());
    expect(decisions[0]).toMatchObject({ stage: 'not-chosen', reason: 'As we agreed', by: 'Eva Ek', undoneAt: null });
    expect(stagesOf(await read(made.id))).toEqual(['not-chosen', 'not-chosen', 'not-chosen', 'new', 'new']);
    for (const { id } of decisions) expect(await toldOf(id)).toMatchObject([{ payload: { undone: false } }]);
  });

  it('that is undone leaves the one before it, and can be undone once', async () => {
    // In one and the same millisecond.
    clock.set('2026-03-01T10:00:00Z');
    const made = await create({ size: 1 });
    const [{ profileId }] = made.items as [Shortlist['items'][number]];
    for (let round = 0; round < 10; round += 1) {
      await decide(made.id, [profileId], 'hold');
      const last = (await decide(made.id, [profileId], 'advance')).decisions[0]!;
      expect(stagesOf(await read(made.id))).toEqual(['advance']);
      const params = { shortlistId: made.id, decisionId: last.id };
      expect((await service.ask(matchingApi.undoDecision, employer, { params })).status).toBe(200);
      expect(stagesOf(await read(made.id))).toEqual(['hold']);
      expect((await service.ask(matchingApi.undoDecision, employer, { params })).status).toBe(404);
      expect((await toldOf(last.id)).map(({ payload }) => payload.undone)).toEqual([false, true]);
    }
    const history = (await read(made.id)).decisions;
    expect(history).toHaveLength(20);
    expect(history.filter(({ undoneAt }) => undoneAt !== null)).toHaveLength(10);
  });

  it('cannot be undone through another list', async () => {
    const [one, other] = [await create({ size: 1 }), await create({ size: 1 })];
    const { decisions } = await decide(one.id, [one.items[0]!.profileId], 'hold');
    const params = { shortlistId: other.id, decisionId: decisions[0]!.id };
    expect((await service.ask(matchingApi.undoDecision, employer, { params })).status).toBe(404);
    expect(stagesOf(await read(one.id))).toEqual(['hold']);
  });
});

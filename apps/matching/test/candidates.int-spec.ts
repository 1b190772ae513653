import { matchingApi, type AnswerOf, type Operation, type Principal, type VacancyMatchView } from '#contracts';
import { randomUUID } from 'node:crypto';
import { startMatchingService, type RunningService } from './service.js';
import {
  addProfile,
  addVacancy,
  changeProfile,
  concepts,
  demand,
  fact,
  lulea,
  operator,
  profileView,
  skelleftea,
  vacancyView,
  wishes,
} from './world.js';

type List = AnswerOf<typeof matchingApi.listCandidates>;
type Explained = AnswerOf<typeof matchingApi.explainCandidate>;
type Counts = AnswerOf<typeof matchingApi.countCandidates>;

let service: RunningService;
let employer: Principal;
let vacancy: VacancyMatchView;
const truckOwners = Array.from({ length: 7 }, (_, at) =>
  profileView({ homeMunicipality: at < 3 ? skelleftea : lulea, wishes: { ...wishes, willingToMove: true } }),
);
const carOwners = Array.from({ length: 6 }, () => profileView());
const quote = 'Svetsade på Norrlackens varv 2019';

beforeAll(async () => {
  service = await startMatchingService();
  const { car, truck, skills } = concepts(service);
  vacancy = vacancyView({
    municipalities: [lulea],
    demands: [demand('driving-licence', truck), demand('skill', skills[0]!), demand('skill', skills[1]!)],
  });
  employer = await addVacancy(service, vacancy);
  for (const [at, view] of truckOwners.entries())
    await addProfile(service, {
      ...view,
      facts: [
        fact('driving-licence', truck),
        ...(at < 4 ? [fact('skill', skills[0]!, { level: (at % 4) + 1 })] : []),
        fact('skill', skills[1]!, {
          origin: 'extracted',
          span: { field: 'cv', start: 3, end: 3 + quote.length, quote },
        }),
        fact('skill', skills[5]!, { origin: 'denied' }),
      ],
    });
  // A denied licence is a no; one that nobody spoke of would be unknown, and no reason to be taken off.
  for (const view of carOwners)
    await addProfile(service, {
      ...view,
      facts: [fact('driving-licence', car), fact('driving-licence', truck, { origin: 'denied' })],
    });
  await service.settle();
}, 60_000);
afterAll(() => service?.stop(), 30_000);

const params = (): { vacancyId: string } => ({ vacancyId: vacancy.vacancyId });
const listed = (query: object = {}): Promise<List> =>
  service.get(matchingApi.listCandidates, employer, { params: params(), query });
const idsOf = ({ items }: List): string[] => items.map(({ profileId }) => profileId);
const explained = (profileId: string): Promise<Explained> =>
  service.get(matchingApi.explainCandidate, employer, { params: { ...params(), profileId } });

describe('candidates', () => {
  it('come page by page without gaps, and say how many were taken off and why', async () => {
    const whole = await listed({ limit: 100 });
    expect(whole.total).toBe(7);
    expect(whole.removed).toMatchObject({ 'driving-licence': 6 });
    const pages: string[] = [];
    for (let offset = 0; offset < 7; offset += 3) pages.push(...idsOf(await listed({ limit: 3, offset })));
    expect(pages).toEqual(idsOf(whole));
    expect(new Set(pages)).toEqual(new Set(truckOwners.map(({ profileId }) => profileId)));
  });

  it('can be narrowed by home', async () => {
    const inSkelleftea = truckOwners
      .slice(0, 3)
      .map(({ profileId }) => profileId)
      .sort();
    expect(idsOf(await listed({ municipality: [skelleftea] })).sort()).toEqual(inSkelleftea);
    expect(idsOf(await listed({ county: ['24'] })).sort()).toEqual(inSkelleftea);
    expect((await listed({ municipality: [skelleftea], county: ['25'] })).total).toBe(7);
  });

  it('show no words of the person, no denied fact, and an alias that is another for each vacancy', async () => {
    const list = await listed();
    const explanation = await explained(truckOwners[0]!.profileId);
    const inspected = await service.get<object>(matchingApi.inspectVacancy, operator, { params: params() });
    for (const answer of [list, explanation, inspected]) expect(JSON.stringify(answer)).not.toContain(quote);
    for (const { candidate } of [...list.items, explanation]) {
      expect(candidate.alias).toMatch(/^[A-Z0-9]{6}$/);
      expect(candidate.facts.length).toBeGreaterThan(0);
      for (const { words, span, origin } of candidate.facts)
        expect({ words, span, isDenied: origin === 'denied' }).toEqual({ words: null, span: null, isDenied: false });
      expect(Object.keys(candidate).sort()).toEqual(
        ['alias', 'demo', 'facts', 'homeCountry', 'homeMunicipality', 'profileId', 'willingToMove'].sort(),
      );
    }
    const parts = [...explanation.employerParts, ...explanation.seekerParts];
    expect(parts.some(({ factOrigin }) => factOrigin === 'extracted')).toBe(true);

    const second = vacancyView({ employerId: vacancy.employerId });
    await addVacancy(service, second);
    await service.settle();
    const there = await service.get<List>(matchingApi.listCandidates, employer, {
      params: { vacancyId: second.vacancyId },
      query: { limit: 100 },
    });
    const aliases = new Map(there.items.map(({ candidate }) => [candidate.profileId, candidate.alias]));
    for (const { candidate } of list.items) expect(aliases.get(candidate.profileId)).not.toBe(candidate.alias);
  });

  it('whom somebody looks at are told, once for each look', async () => {
    const { profileId } = truckOwners[1]!;
    const { shownId } = await explained(profileId);
    const told = await service.database.query<{ payload: object }[]>(
      `SELECT payload FROM outbox WHERE name = 'candidate.shown.v1' AND payload ->> 'viewId' = $1`,
      [shownId],
    );
    expect(told.map(({ payload }) => payload)).toEqual([
      {
        profileId,
        employerId: vacancy.employerId,
        vacancyId: vacancy.vacancyId,
        viewId: shownId,
        purpose: 'candidate',
      },
    ]);
  });

  it('who pause are gone from the list at once, before the engine has followed', async () => {
    const [first] = (await listed()).items;
    const view = service.owners.profiles.get(first!.profileId)!;
    await service.database.query(`UPDATE profile_projection SET view = view || '{"rankable": false}' WHERE id = $1`, [
      first!.profileId,
    ]);
    expect(service.host.engine.hasProfile(first!.profileId)).toBe(true);
    expect(idsOf(await listed())).not.toContain(first!.profileId);
    const path = { ...params(), profileId: first!.profileId };
    expect((await service.ask(matchingApi.explainCandidate, employer, { params: path })).status).toBe(404);

    await changeProfile(service, { ...view, revision: 2, rankable: false });
    await service.settle();
    expect(await listed()).toMatchObject({ total: 6 });
    await changeProfile(service, { ...view, revision: 3 });
    await service.settle();
    expect(await listed()).toMatchObject({ total: 7 });
  });
});

describe('counts', () => {
  it('say how many more there were without a demand, and nothing of fewer than five', async () => {
    const [licence] = vacancy.demands;
    const counts = await service.get<Counts>(matchingApi.countCandidates, employer, { params: params() });
    expect(counts.count).toBe(7);
    expect(counts.without.find(({ demandId }) => demandId === licence!.id)).toEqual({ demandId: licence!.id, more: 6 });
    expect(counts.without.filter(({ demandId }) => demandId !== licence!.id).map(({ more }) => more)).toEqual([
      null,
      null,
    ]);

    // Nobody, and four, are told alike.
    const professional = service.taxonomy.ofKind('professional-licence')[0]!.id;
    const four = truckOwners.slice(0, 4).map((view) => service.owners.profiles.get(view.profileId)!);
    const strict = vacancyView({
      employerId: vacancy.employerId,
      demands: [demand('professional-licence', professional)],
    });
    await addVacancy(service, strict);
    const have = async (holders: typeof four): Promise<Counts> => {
      for (const view of [...service.owners.profiles.values()]) {
        const origin = holders.some(({ profileId }) => profileId === view.profileId) ? 'stated' : 'denied';
        const others = view.facts.filter(({ kind }) => kind !== 'professional-licence');
        await changeProfile(service, {
          ...view,
          revision: view.revision + 1,
          facts: [...others, fact('professional-licence', professional, { origin })],
        });
      }
      await service.settle();
      return service.get<Counts>(matchingApi.countCandidates, employer, { params: { vacancyId: strict.vacancyId } });
    };
    expect((await have([])).count).toBeNull();
    expect((await have(four)).count).toBeNull();
    const five = truckOwners.slice(0, 5).map((view) => service.owners.profiles.get(view.profileId)!);
    expect((await have(five)).count).toBe(5);
  }, 30_000);
});

describe('a vacancy of somebody else', () => {
  it('is not found, like one that there is not, whatever an employer asks', async () => {
    const other: Principal = { subject: 'other', roles: ['employer', 'officer'], employerIds: [randomUUID()] };
    const { profileId } = truckOwners[0]!;
    const { shownId } = await explained(profileId);
    const shortlist = await service.get<AnswerOf<typeof matchingApi.createShortlist>>(
      matchingApi.createShortlist,
      employer,
      { params: params(), body: { size: 2 } },
    );
    const decided = {
      profileIds: [shortlist.items[0]!.profileId],
      stage: 'hold',
      reason: 'To be seen',
      by: 'A. Person',
    };
    const { decisions } = await service.get<AnswerOf<typeof matchingApi.decide>>(matchingApi.decide, employer, {
      params: { shortlistId: shortlist.id },
      body: decided,
    });
    const asked: [Operation, object, object?][] = [
      [matchingApi.listCandidates, params()],
      [matchingApi.explainCandidate, { ...params(), profileId }],
      [matchingApi.countCandidates, params()],
      [matchingApi.createShortlist, params(), {}],
      [matchingApi.listShortlists, params()],
      [matchingApi.getShortlist, { shortlistId: shortlist.id }],
      [matchingApi.decide, { shortlistId: shortlist.id }, decided],
      [matchingApi.undoDecision, { shortlistId: shortlist.id, decisionId: decisions[0]!.id }],
      [matchingApi.replay, { shownId }],
    ];
    const told = ({ body }: { body: unknown }): object => ({ ...(body as object), requestId: null });
    for (const [operation, path, body] of asked) {
      const theirs = await service.ask(operation, other, { params: path, body });
      const nobodys = Object.fromEntries(Object.keys(path).map((name) => [name, randomUUID()]));
      const missing = await service.ask(operation, other, { params: nobodys, body });
      expect([operation.id, theirs.status, missing.status]).toEqual([operation.id, 404, 404]);
      expect(told(theirs)).toEqual(told(missing));
    }
    expect((await service.ask(matchingApi.replay, employer, { params: { shownId } })).status).toBe(200);
  });
});

import {
  matchingApi,
  type AnswerOf,
  type Fact,
  type InputOf,
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
  changeVacancy,
  concepts,
  demand,
  fact,
  lulea,
  operator,
  profileView,
  skelleftea,
  stockholm,
  vacancyView,
  wishes,
} from './world.js';

type ListAnswer = AnswerOf<typeof matchingApi.listMatches>;
type Explained = AnswerOf<typeof matchingApi.explainMatch>;
type Replayed = AnswerOf<typeof matchingApi.replay>;

let service: RunningService;
let seeker: Principal;
let profile: ProfileMatchView;
let vacancies: VacancyMatchView[];
let field: string;
const everywhere = { ...wishes, willingToMove: true, remote: true };

beforeAll(async () => {
  service = await startMatchingService();
  const { skills } = concepts(service);
  const occupation = service.taxonomy.ofKind('occupation')[0]!.id;
  field = service.taxonomy.occupationFieldOf(occupation)!;
  profile = profileView({
    wishes: everywhere,
    facts: [fact('skill', skills[0]!, { level: 4 }), fact('skill', skills[1]!), fact('occupation', occupation)],
  });
  seeker = await addProfile(service, profile);
  // Twelve that differ in what they ask for, where they are and whether they are remote; some tie.
  vacancies = Array.from({ length: 12 }, (_, at) =>
    vacancyView({
      demands: [demand('skill', skills[at % 4]!), demand('skill', skills[(at % 4) + 1]!, { necessity: 'merit' })],
      municipalities: [[lulea, skelleftea, stockholm][at % 3]!],
      remote: at % 5 === 0,
      occupationId: at % 2 === 0 ? occupation : null,
      deadline: '2030-06-01',
    }),
  );
  for (const vacancy of vacancies) await addVacancy(service, vacancy);
  await service.settle();
}, 60_000);
afterEach(() => clock.set(null));
afterAll(() => service?.stop(), 30_000);

const listed = (query: object = {}): Promise<ListAnswer> =>
  service.get(matchingApi.listMatches, seeker, { params: { profileId: profile.profileId }, query });
const idsOf = ({ items }: ListAnswer): string[] => items.map(({ vacancyId }) => vacancyId);

describe('my matches', () => {
  it('come page by page without gaps or doublets, ties too, best first', async () => {
    const whole = await listed({ limit: 100 });
    expect(whole.total).toBe(12);
    const pages: string[] = [];
    for (let offset = 0; offset < 12; offset += 5) pages.push(...idsOf(await listed({ limit: 5, offset })));
    expect(pages).toEqual(idsOf(whole));
    expect(new Set(pages).size).toBe(12);
    const fits = whole.items.map(({ fit }) => fit);
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(fits[0]).toBeGreaterThan(fits.at(-1)!);
    expect(idsOf(await listed({ offset: 12 }))).toEqual([]);
  });

  it('carry the vacancy as its owner shows it, and the strongest evidence', async () => {
    const { items } = await listed({ limit: 1 });
    const [best] = items;
    expect(best!.vacancy).toMatchObject({ id: best!.vacancyId, headline: `The vacancy ${best!.vacancyId}` });
    const points = best!.evidence.filter(({ demandId }) => demandId !== null).map(({ points: given }) => given);
    expect(points.length).toBeGreaterThan(0);
    expect(points.every((given) => given > 0)).toBe(true);
  });

  it('can be narrowed by place, field and remote work', async () => {
    const by = (keep: (vacancy: VacancyMatchView) => boolean): string[] =>
      vacancies
        .filter(keep)
        .map(({ vacancyId }) => vacancyId)
        .sort();
    const found = async (query: object): Promise<string[]> => idsOf(await listed({ limit: 100, ...query })).sort();
    const at = (code: string) => (one: VacancyMatchView) => one.municipalities.includes(code);
    expect(await found({ municipality: [skelleftea] })).toEqual(by(at(skelleftea)));
    expect(await found({ county: ['25'] })).toEqual(by(at(lulea)));
    expect(await found({ municipality: [stockholm], county: ['25'] })).toEqual(by((one) => !at(skelleftea)(one)));
    expect(await found({ remote: 'true' })).toEqual(by(({ remote }) => remote));
    expect(await found({ occupationField: [field] })).toEqual(by(({ occupationId }) => occupationId !== null));
  });

  it('leave out what has passed its last day, at the turn of the Swedish day', async () => {
    clock.set('2030-06-01T21:59:59Z');
    expect((await listed()).total).toBe(12);
    clock.set('2030-06-01T22:00:00Z');
    expect((await listed()).total).toBe(0);
  });

  it('leave out a vacancy that closed, and one that its owner has no more', async () => {
    const closing = vacancyView({ revision: 1 });
    const leaving = vacancyView();
    await addVacancy(service, closing);
    await addVacancy(service, leaving);
    await service.settle();
    expect(idsOf(await listed({ limit: 100 }))).toEqual(expect.arrayContaining([closing.vacancyId, leaving.vacancyId]));

    await changeVacancy(service, { ...closing, revision: 2, rankable: false });
    service.owners.vacancies.delete(leaving.vacancyId);
    await service.settle();
    const ids = idsOf(await listed({ limit: 100 }));
    expect(ids).not.toContain(closing.vacancyId);
    expect(ids).not.toContain(leaving.vacancyId);
    await service.tell('vacancy.erased.v1', { vacancyId: leaving.vacancyId, revision: 2 });
    await service.settle();
  });
});

const explained = (vacancyId: string): Promise<Explained> =>
  service.get(matchingApi.explainMatch, seeker, { params: { profileId: profile.profileId, vacancyId } });

describe('an explanation', () => {
  it('sums to its figures, which are those of the list', async () => {
    for (const match of (await listed({ limit: 100 })).items) {
      const answer = await explained(match.vacancyId);
      const sum = (parts: Explained['employerParts']): number => parts.reduce((all, { points }) => all + points, 0);
      expect(sum(answer.employerParts)).toBe(match.employerFit);
      expect(sum(answer.seekerParts)).toBe(match.seekerFit);
      expect(answer).toMatchObject({ fit: match.fit, eligibility: match.eligibility, profileRevision: 1 });
    }
  });

  it('tells changes that would be true if they were made', async () => {
    const { vacancyId } = (await listed({ limit: 100 })).items.at(-1)!;
    const { counterfactuals } = await explained(vacancyId);
    expect(counterfactuals.length).toBeGreaterThan(0);
    for (const { change, fit } of counterfactuals) {
      const changed: Fact = fact(change.kind, change.conceptId, { level: change.level, years: change.years });
      const facts = [...profile.facts.filter(({ conceptId }) => conceptId !== change.conceptId), changed];
      expect(service.host.engine.match({ ...profile, facts }, vacancyId).fit).toBe(fit);
    }
  });

  it('can be computed again to the bit, also after the vacancies have doubled and the person has changed', async () => {
    const { items } = await listed({ limit: 3 });
    const shown = await Promise.all(items.map(({ vacancyId }) => explained(vacancyId)));
    const before = service.host.versions.idf;
    const { skills } = concepts(service);
    // Rarity shifts: the concept that was rare is in every other vacancy now.
    const many = Array.from({ length: 40 }, () => vacancyView({ demands: [demand('skill', skills[0]!)] }));
    for (const vacancy of many) await addVacancy(service, vacancy);
    service.owners.profiles.set(profile.profileId, { ...profile, revision: 2, facts: [] });
    await service.tell('profile.changed.v1', { profileId: profile.profileId, revision: 2 });
    await service.settle();
    await until(() => service.host.versions.idf !== before, { what: 'a new snapshot' });

    for (const one of shown) {
      const replayed = await service.get<Replayed>(matchingApi.replay, seeker, { params: { shownId: one.shownId } });
      expect(replayed).toMatchObject({ identical: true, versions: { idf: before } });
      expect(replayed.replayed.employerFit).toBe(one.employerFit);
    }
    const now = await explained(items[0]!.vacancyId);
    expect(now.versions.idf).toBe(service.host.versions.idf);
    expect(now.employerFit).not.toBe(shown[0]!.employerFit);

    service.owners.profiles.set(profile.profileId, { ...profile, revision: 3 });
    await service.tell('profile.changed.v1', { profileId: profile.profileId, revision: 3 });
    for (const { vacancyId } of many) await service.tell('vacancy.erased.v1', { vacancyId, revision: 2 });
    await service.settle();
  });

  it('of a version that is not at hand is not guessed', async () => {
    const { shownId } = await explained(vacancies[0]!.vacancyId);
    await service.database.query(`UPDATE shown_match SET versions = versions || '{"model": "model-0"}' WHERE id = $1`, [
      shownId,
    ]);
    expect((await service.ask(matchingApi.replay, seeker, { params: { shownId } })).status).toBe(409);
  });

  it('that does not come out the same says so', async () => {
    const { shownId } = await explained(vacancies[0]!.vacancyId);
    await service.database.query(`UPDATE shown_match SET figures = figures || '{"fit": 1}' WHERE id = $1`, [shownId]);
    const replayed = await service.get<Replayed>(matchingApi.replay, seeker, { params: { shownId } });
    expect(replayed.identical).toBe(false);
  });
});

describe('a preview', () => {
  type Preview = AnswerOf<typeof matchingApi.previewMatches>;
  const preview = (over: object): InputOf<typeof matchingApi.previewMatches>['body'] => ({
    profile: { homeMunicipality: lulea, homeCountry: 'SE', facts: profile.facts, wishes: everywhere, ...over },
    limit: 10,
    rankBy: 'both',
  });

  it('ranks a profile that is not saved as it ranks the saved one, and keeps nothing of it', async () => {
    const tables = `SELECT (SELECT count(*) FROM profile_projection) AS profiles, (SELECT count(*) FROM shown_match) AS shown`;
    const before = await service.database.query<unknown[]>(tables);
    const answer = await service.get<Preview>(matchingApi.previewMatches, operator, { body: preview({}) });
    expect(answer.items.map(({ vacancyId }) => vacancyId)).toEqual(idsOf(await listed({ limit: 10 })));
    for (const { employerParts, employerFit } of answer.items)
      expect(employerParts.reduce((sum, { points }) => sum + points, 0)).toBe(employerFit);
    expect(answer.items.some(({ counterfactuals }) => counterfactuals.length > 0)).toBe(true);
    expect(await service.database.query<unknown[]>(tables)).toEqual(before);
  });

  it('says which places and concepts there are not', async () => {
    const body = preview({
      homeMunicipality: '9999',
      facts: [fact('skill', 'no_such_skill')],
      wishes: { ...everywhere, municipalities: [lulea, '0001'], counties: ['99'], occupations: ['nothing'] },
    });
    const answer = await service.ask(matchingApi.previewMatches, seeker, { body });
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/profile/facts/0/conceptId',
      '/profile/homeMunicipality',
      '/profile/wishes/counties/0',
      '/profile/wishes/municipalities/1',
      '/profile/wishes/occupations/0',
    ]);
  });
});

describe('what is somebody else’s', () => {
  it('is not found, like what there is not, whatever a seeker asks', async () => {
    const other = await addProfile(service, profileView());
    await service.settle();
    const { shownId } = await explained(vacancies[0]!.vacancyId);
    const { id: alertId } = await service.get<{ id: string }>(matchingApi.createAlert, seeker, {
      params: { profileId: profile.profileId },
      body: {},
    });
    const asked: [Operation, object, object?][] = [
      [matchingApi.listMatches, { profileId: profile.profileId }],
      [matchingApi.matchPlaces, { profileId: profile.profileId }],
      [matchingApi.explainMatch, { profileId: profile.profileId, vacancyId: vacancies[0]!.vacancyId }],
      [matchingApi.replay, { shownId }],
      [matchingApi.createAlert, { profileId: profile.profileId }, {}],
      [matchingApi.listAlerts, { profileId: profile.profileId }],
      [matchingApi.listNotifications, { profileId: profile.profileId }],
      [matchingApi.changeAlert, { profileId: profile.profileId, alertId }, { name: 'x' }],
      [matchingApi.removeAlert, { profileId: profile.profileId, alertId }],
    ];
    for (const [operation, params, body] of asked) {
      const theirs = await service.ask(operation, other, { params, body });
      const nobodys = Object.fromEntries(Object.keys(params).map((name) => [name, randomUUID()]));
      const missing = await service.ask(operation, other, { params: nobodys, body });
      const told = ({ body: { requestId: _, ...problem } }: typeof theirs): object => problem as object;
      expect([operation.id, theirs.status, missing.status]).toEqual([operation.id, 404, 404]);
      expect(told(theirs)).toEqual(told(missing));
    }
    const { items } = await service.get<{ items: unknown[] }>(matchingApi.listAlerts, seeker, {
      params: { profileId: profile.profileId },
    });
    expect(items).toHaveLength(1);
  });

  it('is not for other roles: an operator sees the lists of invented people alone', async () => {
    const params = { profileId: profile.profileId };
    expect((await service.ask(matchingApi.listMatches, operator, { params })).status).toBe(403);
    expect((await service.ask(matchingApi.inspectProfile, operator, { params })).status).toBe(404);
    const demo = profileView({ demo: true, wishes: everywhere });
    await addProfile(service, demo);
    await service.settle();
    const answer = await service.get<ListAnswer>(matchingApi.inspectProfile, operator, {
      params: { profileId: demo.profileId },
    });
    expect(answer.total).toBe(12);
  });

  it('is told anew when an account begins anew', async () => {
    const first = profileView();
    const person = await addProfile(service, first);
    await service.settle();
    const list = (profileId: string) => service.ask(matchingApi.listMatches, person, { params: { profileId } });
    expect((await list(first.profileId)).status).toBe(200);
    await service.tell('profile.erased.v1', { profileId: first.profileId, revision: 2 });
    const second = profileView();
    service.owners.profiles.set(second.profileId, second);
    service.owners.profileOf.set(person.subject, second.profileId);
    await service.tell('profile.changed.v1', { profileId: second.profileId, revision: 1 });
    await service.settle();
    expect((await list(first.profileId)).status).toBe(404);
    expect((await list(second.profileId)).status).toBe(200);
  });
});

import {
  deadLetterApi,
  vacancyApi,
  vacancyInternalApi,
  type ConceptView,
  type VacancyMatchView,
  type VacancySummary,
} from '#contracts';
import request from 'supertest';
import { importAds, inventedAd, removalOf } from './ads.js';
import {
  anonymous,
  employerWithMember,
  matching,
  operator,
  seeker,
  startVacancyService,
  type RunningService,
} from './service.js';

describe('the vacancy service', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startVacancyService('all');
  }, 60_000);
  afterAll(() => service?.stop());

  it('is ready when database, queue and search work', async () => {
    await service.drain();
    const { status, body } = await request(service.app.getHttpServer() as never).get('/health/ready');
    expect(body).toMatchObject({
      ok: true,
      parts: { database: { ok: true }, queue: { ok: true }, search: { ok: true } },
    });
    expect(status).toBe(200);
  });

  it('answers nobody without a token, and services only where services ask', async () => {
    const { status } = await request(service.app.getHttpServer() as never).get('/vacancies');
    expect(status).toBe(401);
    for (const who of [operator, seeker, anonymous])
      expect((await service.ask(vacancyInternalApi.matchViewPage, who)).status).toBeGreaterThanOrEqual(401);
  });

  it('gives services every vacancy that has left its desk, page by page, and nothing of drafts', async () => {
    const made = await importAds(service, [inventedAd('m1'), inventedAd('m2'), inventedAd('m3')]);
    await importAds(service, [removalOf('m3')]);
    const { employerId } = await employerWithMember(service, 'Utkast påhitt');
    await service.get(vacancyApi.createVacancy, operator, { params: { employerId }, body: { headline: 'Utkast' } });
    const seen: VacancyMatchView[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page: { items: VacancyMatchView[]; next: string | null } = await service.get(
        vacancyInternalApi.matchViewPage,
        matching,
        {
          query: { limit: 2, ...(after ? { after } : {}) },
        },
      );
      seen.push(...page.items);
      after = page.next;
    }
    expect(seen.map(({ vacancyId }) => vacancyId)).toEqual(made.map(({ vacancyId }) => vacancyId).sort());
    const byId = new Map(seen.map((view) => [view.vacancyId, view]));
    expect(made.map(({ vacancyId }) => byId.get(vacancyId!)?.rankable)).toEqual([true, true, false]);
    expect(byId.get(made[0]!.vacancyId!)).toMatchObject({
      revision: 1,
      municipalities: ['2580'],
      extent: { min: 50, max: 100 },
    });
    expect(JSON.stringify(seen)).not.toContain('Påhittat jobb');
  });

  it('gives summaries and match views by id, and leaves out what is not there', async () => {
    const [{ vacancyId } = { vacancyId: null }] = await importAds(service, [inventedAd('m4')]);
    const ids = ['00000000-0000-4000-8000-000000000000', vacancyId];
    const summaries = await service.get<{ items: VacancySummary[] }>(vacancyInternalApi.summaries, matching, {
      body: { ids },
    });
    expect(summaries.items).toMatchObject([{ id: vacancyId, employer: { name: 'Påhittade Verkstaden AB' } }]);
    const views = await service.get<{ items: VacancyMatchView[] }>(vacancyInternalApi.matchViews, matching, {
      body: { ids },
    });
    expect(views.items).toHaveLength(1);
  });

  it('knows for whom an account acts', async () => {
    const { employerId, member } = await employerWithMember(service, 'Medlemmarnas påhitt');
    const of = (subject: string) => service.get(vacancyInternalApi.memberships, matching, { params: { subject } });
    expect(await of(member.subject)).toEqual({ employerIds: [employerId] });
    expect(await of('nobody')).toEqual({ employerIds: [] });
    const listed = await service.get<{ total: number }>(vacancyApi.listEmployers, member);
    expect(listed).toMatchObject({ total: 1, items: [{ id: employerId }] });
  });

  it('takes an organisation number once, and no person’s', async () => {
    const create = (organisationNumber: string) =>
      service.ask(vacancyApi.createEmployer, operator, { body: { name: 'Påhittat', organisationNumber } });
    expect((await create('5560000099')).status).toBe(201);
    expect((await create('5560000099')).body).toMatchObject({ type: '/problems/conflict' });
    expect((await create('8001010000')).body).toMatchObject({ errors: [{ pointer: '/organisationNumber' }] });
  });

  it('names the concepts of the taxonomy to anybody', async () => {
    const occupation = service.taxonomy.ofKind('occupation')[0]!;
    const found = await service.get<{ items: ConceptView[] }>(vacancyApi.suggestConcepts, anonymous, {
      query: { q: occupation.label.sv, kind: 'occupation' },
    });
    expect(found.items[0]).toMatchObject({ id: occupation.id, kind: 'occupation', label: occupation.label });
    const one = await service.get<ConceptView>(vacancyApi.getConcept, anonymous, {
      params: { conceptId: occupation.id },
    });
    expect(one.id).toBe(occupation.id);
    expect((await service.ask(vacancyApi.getConcept, anonymous, { params: { conceptId: 'no_such' } })).status).toBe(
      404,
    );
    const looked = await service.get<{ items: ConceptView[] }>(vacancyApi.lookUpConcepts, anonymous, {
      body: { ids: ['no_such', occupation.id, occupation.id] },
    });
    expect(looked.items.map(({ id }) => id)).toEqual([occupation.id]);
    const info = await service.get<{ hash: string; concepts: Record<string, number> }>(
      vacancyApi.taxonomyInfo,
      anonymous,
    );
    expect(info.hash).toBe(service.taxonomy.hash);
    expect(info.concepts).toMatchObject({ municipality: 290, county: 21 });
  });

  it('lists dead letters and tries them again', async () => {
    expect(await service.get(deadLetterApi.vacancy.list, matching)).toEqual({ items: [] });
    expect(await service.get(deadLetterApi.vacancy.requeue, matching, { body: {} })).toEqual({ requeued: 0 });
  });
});

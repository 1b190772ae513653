import { vacancyApi, type Principal, type VacancySearchAnswer, type VacancyView } from '#contracts';
import type { SearchIndex, VacancyDocument } from '#search';
import { until } from '#testing';
import { ReconcileSearchService } from '../src/search/reconcile-search.service.js';
import { vacancyIndexToken } from '../src/search/vacancy-index.js';
import { importAds, inventedAd, removalOf } from './ads.js';
import { anonymous, employerWithMember, rebuiltSearch, startVacancyService, type RunningService } from './service.js';

const search = (service: RunningService, query: object): Promise<VacancySearchAnswer> =>
  service.get<VacancySearchAnswer>(vacancyApi.searchVacancies, anonymous, { query });
const headlines = async (service: RunningService, query: object): Promise<string[]> =>
  (await search(service, query)).items.map(({ headline }) => headline);

const ad = (id: string, headline: string, changes: object = {}) => inventedAd(id, { headline, ...changes });
const inUmea = { workplace_address: { municipality_code: '2480', municipality: 'Umeå' } };

describe('searching vacancies', () => {
  let service: RunningService;
  let index: SearchIndex<VacancyDocument>;

  beforeAll(async () => {
    service = await startVacancyService('all');
    index = service.app.get<SearchIndex<VacancyDocument>>(vacancyIndexToken);
  }, 60_000);
  afterAll(() => service?.stop());

  it('finds what is published, with highlights and labelled facets, and no longer what is closed', async () => {
    await importAds(service, [
      ad('s1', 'Bergsprängare till dagbrottet'),
      ad('s2', 'Renskötare', inUmea),
      ad('s3', 'Utgången bergsprängare', { application_deadline: '2020-01-01T23:59:59' }),
    ]);
    await service.drain();
    const answer = await search(service, { q: 'bergsprängare' });
    expect(answer).toMatchObject({ total: 1, degraded: false, items: [{ headline: 'Bergsprängare till dagbrottet' }] });
    const [{ field, text, ranges } = { field: '', text: '', ranges: [] }] = answer.items[0]!.highlights;
    expect(field).toBe('headline');
    expect(text.slice(...ranges[0]!).toLowerCase()).toBe('bergsprängare');
    const all = await search(service, {});
    expect(all.facets.municipality).toContainEqual({ value: '2480', label: { sv: 'Umeå', en: 'Umeå' }, count: 1 });
    expect(all.facets.county?.map(({ label }) => label.sv)).toContain('Norrbottens län');
    expect(all.facets.employer?.[0]?.label.sv).toBe('Påhittade Verkstaden AB');
    expect(await headlines(service, { municipality: '2480' })).toEqual(['Renskötare']);
    await importAds(service, [removalOf('s1')]);
    await service.drain();
    expect(await headlines(service, { q: 'bergsprängare' })).toEqual([]);
  });

  it('follows an employer who drafts, publishes, changes and closes', async () => {
    const { employerId, member } = await employerWithMember(service, 'Påhittade Fjällstationen');
    const call = <T>(operation: Parameters<RunningService['get']>[0], who: Principal, id: string, body?: object) =>
      service.get<T>(operation, who, { params: { vacancyId: id, employerId }, body });
    const found = async () => {
      await service.drain();
      return headlines(service, { q: 'fjällguide' });
    };
    const body = { headline: 'Fjällguide', text: 'Led turer.', municipalities: ['2584'] };
    const { id } = await call<VacancyView>(vacancyApi.createVacancy, member, '', body);
    expect(await found()).toEqual([]);
    await call(vacancyApi.publishVacancy, member, id, { revision: 1 });
    expect(await found()).toEqual(['Fjällguide']);
    await call(vacancyApi.changeVacancy, member, id, { revision: 2, headline: 'Fjällguide i Kiruna' });
    expect(await found()).toEqual(['Fjällguide i Kiruna']);
    await call(vacancyApi.closeVacancy, member, id, { revision: 3 });
    expect(await found()).toEqual([]);
  });

  it('shows nothing that the database says is closed, whatever the index holds', async () => {
    const [made] = await importAds(service, [ad('s5', 'Lokförare malmtåg')]);
    await service.drain();
    await service.database.query(`UPDATE vacancies SET status = 'closed' WHERE id = $1`, [made!.vacancyId]);
    expect(await search(service, { q: 'malmtåg' })).toMatchObject({ total: 0, items: [], degraded: false });
  });

  it('is repaired by comparison: lost, old, left over, and ahead after a restored backup', async () => {
    const made = await importAds(
      service,
      ['r1', 'r2', 'r3'].map((id) => ad(id, `Reparatör ${id}`)),
    );
    await service.drain();
    const [lost, old, over] = made.map(({ vacancyId }) => vacancyId!) as [string, string, string];
    await index.remove([{ id: lost, revision: 1 }]);
    await service.database.query(`UPDATE vacancies SET headline = 'Reparatör ny', revision = 9 WHERE id = $1`, [old]);
    await service.database.query('DELETE FROM vacancies WHERE id = $1', [over]);
    const reconciler = service.app.get(ReconcileSearchService);
    expect(await reconciler.reconcile()).toBeGreaterThanOrEqual(3);
    expect((await headlines(service, { q: 'reparatör' })).sort()).toEqual(['Reparatör ny', 'Reparatör r1']);
    await service.database.query(`UPDATE vacancies SET headline = 'Reparatör åter', revision = 2 WHERE id = $1`, [old]);
    expect(await reconciler.reconcile()).toBe(1);
    expect((await headlines(service, { q: 'reparatör' })).sort()).toEqual(['Reparatör r1', 'Reparatör åter']);
    expect(await reconciler.reconcile()).toBe(0);
  });

  it('is rebuilt whole from the database', async () => {
    const lost: { id: string; revision: number }[] = [];
    for await (const batch of index.revisions()) lost.push(...batch);
    await index.remove(lost);
    const rebuild = await rebuiltSearch(service);
    const [{ n }] = await service.database.query<[{ n: number }]>(
      `SELECT count(*)::int AS n FROM vacancies WHERE status = 'published'`,
    );
    expect(rebuild).toMatchObject({ state: 'done', done: n, of: n, refused: 0, problem: null });
    expect((await search(service, {})).total).toBe(n);
  });

  it('says what can be reached', async () => {
    const answer = await service.ask(vacancyApi.searchVacancies, anonymous, { query: { offset: 9_990 } });
    expect(answer.body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer: 'query/offset' }] });
  });
});

describe('searching without the search engine', () => {
  let service: RunningService;

  beforeAll(async () => {
    // Nothing listens on the discard port of loopback.
    service = await startVacancyService('all', { SEARCH_URL: 'http://127.0.0.1:9' });
  }, 60_000);
  afterAll(() => service?.stop());

  it('answers from the database, says so, and keeps no event as a dead letter', async () => {
    await importAds(service, [
      ad('p1', 'Snickare i Luleå'),
      ad('p2', 'Snickare i Umeå', inUmea),
      ad('p3', 'Målare 100% på plats', { scope_of_work: { min: 100, max: 100 } }),
      ad('p4', 'Snickare som var', { application_deadline: '2020-01-01' }),
    ]);
    expect(await search(service, { q: 'snickare' })).toMatchObject({ total: 2, degraded: true, facets: {} });
    expect(await headlines(service, { q: 'snickare -luleå' })).toEqual(['Snickare i Umeå']);
    expect(await headlines(service, { q: '100%' })).toEqual(['Målare 100% på plats']);
    expect(await headlines(service, { q: '_____' })).toEqual([]);
    expect(await headlines(service, { county: '24' })).toEqual(['Snickare i Umeå']);
    expect(await headlines(service, { municipality: ['2580'], extentMin: 100, sort: 'deadline' })).toHaveLength(2);
    expect(await headlines(service, { occupationField: 'no_such_field' })).toEqual([]);
    await service.drain();
    const [{ open }] = await until(async () =>
      service.database.query<[{ open: number }]>('SELECT count(*)::int AS open FROM outbox WHERE published_at IS NULL'),
    );
    expect(open).toBe(0);
  });
});

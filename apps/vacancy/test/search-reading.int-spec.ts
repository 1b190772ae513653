import {
  vacancyApi,
  vacancyInternalApi,
  type AnswerOf,
  type VacancySearchAnswer,
  type VacancySummary,
} from '#contracts';
import { until } from '#testing';
import { EmbeddingServer } from '../../../libs/embeddings/test/embedding-server.js';
import { OpenCountsService } from '../src/search/open-counts.service.js';
import { importAds, inventedAd } from './ads.js';
import { anonymous, matching, startVacancyService, type RunningService } from './service.js';

const place = (municipality_code: string, municipality: string) => ({
  workplace_address: { municipality_code, municipality },
});
const text = (words: string) => ({ description: { text: words } });
const fullTime = { scope_of_work: { min: 100, max: 100 } };

const ads = [
  inventedAd('w1', { ...fullTime, headline: 'Svetsare', ...place('2584', 'Kiruna'), ...text('Du svetsar rör.') }),
  inventedAd('w2', {
    ...fullTime,
    headline: 'Svetsare',
    ...place('2580', 'Luleå'),
    ...text('Nära Kiruna? Nej. Ingen erfarenhet krävs.'),
  }),
  inventedAd('w3', { headline: 'Svetsare deltid', ...place('2582', 'Boden'), scope_of_work: { min: 50, max: 50 } }),
  inventedAd('n1', {
    ...fullTime,
    headline: 'Sjuksköterska till akuten',
    ...place('2480', 'Umeå'),
    salary_description: '38 000 kr i månaden',
  }),
  inventedAd('n2', {
    ...fullTime,
    headline: 'Sjuksköterskor sökes',
    ...place('2584', 'Kiruna'),
    employer: { name: 'Norrskens Vård AB' },
  }),
  inventedAd('d1', {
    ...fullTime,
    headline: 'Systemutvecklare',
    ...place('2480', 'Umeå'),
    ...text('Du kan arbeta på distans.'),
  }),
];

describe('reading what people search for', () => {
  let service: RunningService;
  let ids: Record<string, string>;

  beforeAll(async () => {
    service = await startVacancyService('all');
    const made = await importAds(service, ads);
    ids = Object.fromEntries(made.map(({ externalId, vacancyId }) => [externalId!, vacancyId!]));
    await service.drain();
    await service.app.get(OpenCountsService).refresh();
  }, 60_000);
  afterAll(() => service?.stop());

  const search = (query: object): Promise<VacancySearchAnswer> =>
    service.get<VacancySearchAnswer>(vacancyApi.searchVacancies, anonymous, { query });
  const nameOf = (id: string): string => Object.entries(ids).find(([, one]) => one === id)![0];
  const found = async (query: object): Promise<string[]> =>
    (await search(query)).items.map(({ id }) => nameOf(id)).sort();
  const chips = async (q: string): Promise<string[]> =>
    (await search({ q })).chips.map(({ kind, label }) => `${kind}: ${label.sv}`);

  it('takes a place for where the work is, not for a word', async () => {
    expect(await found({ q: 'svetsare kiruna' })).toEqual(['w1']);
    expect(await found({ q: 'svetsare giron' })).toEqual(['w1']);
    expect(await found({ q: 'svetsare "kiruna"' })).toEqual(['w1', 'w2']);
    expect(await found({ q: 'lediga jobb i umea' })).toEqual(['d1', 'n1']);
    expect(await chips('svetsare kiruna')).toEqual(['occupation: Svetsare', 'municipality: Kiruna']);
  });

  it('finds occupations by their English names, and people by their employer', async () => {
    expect(await found({ q: 'nurse' })).toEqual(['n1', 'n2']);
    expect(await found({ q: 'nurses kiruna' })).toEqual(['n2']);
    expect(await found({ q: 'norrskens vård' })).toEqual(['n2']);
    expect(await chips('norrskens vård')).toEqual(['employer: Norrskens Vård AB']);
  });

  it('reads terms of work', async () => {
    expect(await found({ q: 'svetsare deltid' })).toEqual(['w3']);
    expect(await found({ q: 'distans' })).toEqual(['d1']);
  });

  it('says for each chip what is left without it', async () => {
    const { chips: read } = await search({ q: 'svetsare -natt kiruna' });
    expect(read.map(({ words, without }) => [words, without])).toEqual([
      ['svetsare', '-natt kiruna'],
      ['kiruna', 'svetsare -natt'],
    ]);
  });

  it('filters by region, distance, experience, salary and day, with counts that add up', async () => {
    const region = service.taxonomy.municipality('2580')!.labourMarketRegionId;
    expect(await found({ labourMarketRegion: region })).toEqual(['w2', 'w3']);
    expect(await found({ near: '2580', km: '40' })).toEqual(['w2', 'w3']);
    expect(await found({ near: '2580', km: '10' })).toEqual(['w2']);
    expect(await found({ near: '9999' })).toEqual([]);
    expect(await found({ noExperience: 'true' })).toEqual(['w2']);
    expect(await found({ salaryStated: 'true' })).toEqual(['n1']);
    expect(await found({ extent: 'part' })).toEqual(['w3']);
    const all = await search({});
    for (const [facet, values] of Object.entries(all.facets))
      for (const { value, count } of values) {
        const { total } = await search({ [facet]: value });
        expect([facet, value, total]).toEqual([facet, value, count]);
      }
    expect(Object.keys(all.facets).sort()).toEqual(
      expect.arrayContaining(['extent', 'labourMarketRegion', 'noExperience', 'publishedAfter', 'salaryStated']),
    );
  });

  it('says what to leave out where nothing is found, and how many that brings', async () => {
    const { total, relaxations } = await search({ q: 'svetsare kiruna', county: '24', remote: 'true', relax: 'true' });
    expect(total).toBe(0);
    expect(relaxations).toEqual([{ filter: 'q', q: '', label: null, total: 1 }]);
    const one = await search({ q: 'svetsare kiruna', county: '24', relax: 'true' });
    expect(one.relaxations.map(({ filter, q, total: more }) => [filter, q, more])).toEqual([
      ['q', '', 2],
      ['county', 'svetsare kiruna', 1],
    ]);
    const words = await search({ q: 'svetsare kvantfysik kiruna', relax: 'true' });
    expect(words.relaxations[0]).toMatchObject({ filter: 'q', q: '', total: 6 });
    for (const { q, total: more } of words.relaxations) expect((await search({ q })).total).toBe(more);
    expect(words.relaxations).toContainEqual({ filter: 'q', q: 'svetsare kiruna', label: null, total: 1 });
  });

  it('completes what is typed, with counts', async () => {
    const suggest = async (q: string, language = 'sv') =>
      (
        await service.get<AnswerOf<typeof vacancyApi.suggestSearch>>(vacancyApi.suggestSearch, anonymous, {
          query: { q, language },
        })
      ).items;
    expect(await suggest('kir')).toContainEqual({
      kind: 'municipality',
      label: { sv: 'Kiruna', en: 'Kiruna' },
      value: '2584',
      keeps: '',
      count: 2,
    });
    expect(await suggest('norrs')).toMatchObject([{ kind: 'employer', label: { sv: 'Norrskens Vård AB' }, count: 1 }]);
    expect(await suggest('svetsare kir')).toContainEqual(
      expect.objectContaining({ kind: 'municipality', value: '2584', keeps: 'svetsare' }),
    );
    expect(await suggest('nurse', 'en')).toContainEqual(expect.objectContaining({ kind: 'occupation', count: 2 }));
    expect(await suggest('sjuksköterska till')).toContainEqual(
      expect.objectContaining({ kind: 'title', value: 'Sjuksköterska till akuten', count: 1 }),
    );
    for (const q of ['', ' ', '-', '"a', 'x'.repeat(255), 'kvantfysikerxyz']) expect(await suggest(q)).toEqual([]);
    for (const { kind, value, count } of await suggest('sv')) {
      if (kind === 'title') continue;
      expect((await search({ [kind === 'skill' ? 'concept' : kind]: value })).total).toBe(count);
    }
  });

  it('knows vacancies like another, also like one that is closed', async () => {
    const similar = async (id: string) =>
      (
        await service.get<{ items: VacancySummary[] }>(vacancyApi.similarVacancies, anonymous, {
          params: { vacancyId: ids[id] },
        })
      ).items.map((one) => nameOf(one.id));
    expect(await similar('w1')).toEqual(expect.arrayContaining(['w2', 'w3']));
    await service.database.query(`UPDATE vacancies SET status = 'closed' WHERE id = $1`, [ids['n1']]);
    expect(await similar('n1')).toEqual(['n2']);
    await service.database.query(`UPDATE vacancies SET status = 'published' WHERE id = $1`, [ids['n1']]);
  });

  it('tells other services all hits, a page of chosen ones, and which searches a vacancy meets', async () => {
    const all = await service.get<{ ids: string[] }>(vacancyInternalApi.searchHits, matching, {
      body: { q: 'svetsare' },
    });
    expect(all.ids.map(nameOf).sort()).toEqual(['w1', 'w2', 'w3']);
    const chosen = [ids['w3']!, ids['w1']!];
    const page = await service.get<VacancySearchAnswer>(vacancyInternalApi.searchPage, matching, {
      body: { search: { q: 'svetsare' }, ids: chosen },
    });
    expect(page.total).toBe(3);
    expect(page.items.map(({ id }) => id)).toEqual(chosen);
    expect(page.items[0]!.highlights[0]!.field).toBe('headline');
    expect(page.facets.municipality).toHaveLength(3);
    const met = await service.get(vacancyInternalApi.metSearches, matching, {
      body: {
        vacancyId: ids['w1'],
        searches: [{ q: 'svetsare kiruna' }, { q: 'svetsare luleå' }, { county: '25' }, { q: '-svetsare' }, {}],
      },
    });
    expect(met).toMatchObject({ meets: [true, false, true, false, true] });
    const open = await service.get<{ items: { id: string }[] }>(vacancyInternalApi.openVacancies, matching, {
      query: { digit: ids['w1']![0] },
    });
    expect(open.items.map(({ id }) => id)).toContain(ids['w1']);
  });
});

describe('searching with vectors', () => {
  let service: RunningService;
  let vectors: EmbeddingServer;

  beforeAll(async () => {
    vectors = await EmbeddingServer.start();
    service = await startVacancyService('all', { EMBEDDINGS_URL: vectors.url, EMBEDDINGS_MODEL: 'test' });
    await importAds(service, [inventedAd('m1', { headline: 'Svetsare till varvet' })]);
    await service.drain();
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await vectors?.stop();
  });

  it('asks what words that find nothing are near to, and answers without', async () => {
    const ask = () =>
      service.get<VacancySearchAnswer>(vacancyApi.searchVacancies, anonymous, {
        query: { q: 'kvantfysik i rymdskepp', relax: 'true' },
      });
    const isAsked = (): boolean => vectors.seen.some(({ body }) => body.input.includes('kvantfysik i rymdskepp'));
    await until(async () => (await ask()).total === 0 && isAsked());
    await vectors.stop();
    expect(await ask()).toMatchObject({ total: 0, relaxations: [{ filter: 'q', q: '', total: 1 }], degraded: false });
  });
});

import fc from 'fast-check';
import {
  type FacetName,
  type SearchFilters,
  type SearchIndex,
  type SortOrder,
  type VacancyDocument,
  vacancyMeets,
} from '#search';
import { describeWhere } from '#testing';
import { vacancies, vacancy } from './corpus.js';
import { type Engine, engines } from './engines.js';
import { ask, ordered, passes, recount } from './oracle.js';

const FACETS: FacetName[] = [
  'municipality',
  'county',
  'labourMarketRegion',
  'occupationField',
  'occupationGroup',
  'occupation',
  'employer',
  'employmentType',
  'extent',
  'remote',
  'noExperience',
  'salaryStated',
  'publishedDay',
  'language',
];

const FILTERS: SearchFilters[] = [
  {},
  { municipality: ['2584'] },
  { municipality: ['2584', '2480'] },
  { county: ['24'] },
  { county: ['25'], occupationField: ['health', 'industry'] },
  { occupation: ['nurse'], employer: ['employer-1', 'employer-2'] },
  { occupationGroup: ['welder-group'], employmentType: ['permanent'] },
  { extentMin: 100 },
  { extentMax: 99 },
  { extentMin: 60, extentMax: 80, county: ['25'] },
  { remote: true },
  { remote: false, language: 'en' },
  { publishedAfter: '2026-09-01', municipality: [] },
  { publishedAfter: '2026-08-20', noExperience: true, county: ['25'] },
  { salaryStated: true, labourMarketRegion: ['fa:258'], remote: false },
  { municipality: ['9999', 'x" OR id = "v0001'] },
];

const corpus = vacancies(300);
const byId = new Map(corpus.map((document) => [document.id, document]));

describe.each(engines(process.env))('$name', ({ available, reason, open }) => {
  describeWhere(available, reason)('finds, filters, counts and orders vacancies', () => {
    let engine: Engine;
    let index: SearchIndex<VacancyDocument>;

    beforeAll(async () => {
      engine = await open();
      index = engine.vacancies();
      await index.prepare();
      await index.upsert(corpus);
    }, 120_000);

    afterAll(async () => {
      await engine?.dispose();
    });

    const ids = async (given: Parameters<typeof ask>[0]) => (await index.search(ask(given))).hits.map(({ id }) => id);
    const open_ = (filters: SearchFilters = {}, but?: FacetName, today = ask().today) =>
      corpus.filter((document) => passes(document, filters, today, but));

    it('lists all open vacancies for an empty query, newest first', async () => {
      const answer = await index.search(ask());
      expect(answer.hits.map(({ id }) => id)).toEqual(ordered(open_(), 'newest'));
      expect(answer).toMatchObject({ total: open_().length, exact: true });
      expect(open_().length).toBeLessThan(corpus.length);
    });

    it.each(['2026-08-01', '2026-09-24', '2026-10-05', '2027-01-01'])(
      'leaves out what expired by %s',
      async (today) => {
        expect(new Set(await ids({ today }))).toEqual(new Set(open_({}, undefined, today).map(({ id }) => id)));
      },
    );

    it.each(FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
      'filters by %s',
      async (_, filters) => {
        const answer = await index.search(ask({ filters }));
        const expected = open_(filters).map(({ id }) => id);
        expect(answer.hits.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(answer.total).toBe(expected.length);
      },
    );

    it.each(FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
      'counts each facet within all filters but its own for %s',
      async (_, filters) => {
        const { facets } = await index.search(ask({ filters, facets: FACETS, limit: 0 }));
        for (const facet of FACETS) expect(facets[facet]).toEqual(recount(open_(filters, facet), facet));
      },
    );

    it('lets what is required narrow its own facet', async () => {
      const given = { filters: { county: ['25', '24'] }, required: [{ county: ['25'] }, { remote: true }] };
      const { facets, total } = await index.search(ask({ ...given, facets: ['county', 'remote'] }));
      const found = open_({ county: ['25'], remote: true });
      expect(total).toBe(found.length);
      expect(facets).toEqual({ county: recount(found, 'county'), remote: recount(found, 'remote') });
    });

    it.each(FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
      'tells from a vacancy alone whether it passes %s',
      (_, filters) => {
        const met = corpus.filter((document) => vacancyMeets(document, [ask({ filters })])[0]);
        expect(met).toEqual(open_(filters));
      },
    );

    it('counts facets of what the text finds', async () => {
      const filters = { county: ['25'] };
      const text = 'erfarenhet -svetsare';
      const { facets } = await index.search(ask({ text, filters, facets: FACETS, limit: 0 }));
      const all = (await ids({ text })).flatMap((id) => byId.get(id) ?? []);
      const within = (but?: FacetName) => all.filter((document) => passes(document, filters, ask().today, but));
      expect(within().length).toBeGreaterThan(10);
      for (const facet of FACETS) expect(facets[facet]).toEqual(recount(within(facet), facet));
    });

    it('gives no facet that was not asked for', async () => {
      const { facets } = await index.search(ask({ facets: ['county'] }));
      expect(Object.keys(facets)).toEqual(['county']);
    });

    it.each(['newest', 'deadline'] as SortOrder[])('sorts by %s', async (sort) => {
      expect(await ids({ sort })).toEqual(ordered(open_(), sort));
    });

    it.each(['relevance', 'newest', 'deadline'] as SortOrder[])(
      'pages through %s without gaps or repeats',
      async (sort) => {
        const text = 'sökes';
        const all = await ids({ text, sort });
        const paged: string[] = [];
        for (let offset = 0; offset < all.length; offset += 17) {
          paged.push(...(await ids({ text, sort, offset, limit: 17 })));
        }
        expect(all.length).toBeGreaterThan(100);
        expect(paged).toEqual(all);
        expect(new Set(paged).size).toBe(all.length);
        expect(await ids({ text, sort, offset: all.length, limit: 17 })).toEqual([]);
      },
    );

    it.each(['relevance', 'newest', 'deadline'] as SortOrder[])('gives the ids of all hits by %s', async (sort) => {
      const query = ask({ text: 'sökes', sort, filters: { county: ['25'] } });
      const all = await index.ids({ ...query, limit: 3, offset: 2, facets: ['county'] });
      expect(all).toEqual(await ids(query));
      expect(all.length).toBeGreaterThan(50);
    });

    it('finds only the given ids, and nothing for none', async () => {
      const [first, second] = open_();
      const given = [second?.id ?? '', first?.id ?? '', 'unknown'];
      expect((await ids({ filters: { ids: given } })).sort()).toEqual([first?.id, second?.id].sort());
      expect(await ids({ filters: { ids: [] } })).toEqual([]);
    });

    it('finds what lies within a circle', async () => {
      const luleå = { lat: 65.5848, lon: 22.1547 };
      const near = (km: number) => ids({ filters: { within: { ...luleå, km } } });
      const at = (...codes: string[]) =>
        open_()
          .filter(({ coordinates, municipalityCodes: [code] }) => coordinates && codes.includes(code ?? ''))
          .map(({ id }) => id)
          .sort();
      expect((await near(1)).sort()).toEqual(at('2580'));
      // Skellefteå is 109 km away, Gällivare 185, Umeå 214, Kiruna 266.
      expect((await near(110)).sort()).toEqual(at('2580', '2482'));
      expect((await near(190)).sort()).toEqual(at('2580', '2482', '2523'));
    });

    it('answers whatever is typed', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom('', 'svets', '-"', "'"),
          async (text, lead) => {
            const answer = await index.search(
              ask({ text: lead + text, limit: 5, facets: ['county'], highlight: true }),
            );
            expect(answer.hits.length).toBeLessThanOrEqual(answer.total);
          },
        ),
        { seed: 20_260_924, numRuns: 60 },
      );
    }, 60_000);

    it.each([
      ['quotes', `"' '' "" \\" \\' “svetsare`],
      ['operators', `svetsare & | ! <-> :* (( )) <2> *`],
      ['only exclusions', '-svetsare -"vi söker"'],
      ['NUL', 'svets\u0000are \u0000'],
      ['lone surrogates', 'svets \ud800 \udfff'],
      ['10,000 letters', 'å'.repeat(10_000)],
      ['10,000 words', 'svetsare '.repeat(10_000)],
      ['10,000 quotes', '"'.repeat(10_000)],
      ['SQL', `'; DROP TABLE vacancies; --`],
      ['markup', '<script>alert(1)</script>'],
      ['only punctuation', '!!! --- ...'],
      ['only common words', 'och i att'],
      ['other scripts', '看護師 медсестра ممرضة 👩‍🚀'],
    ])('survives %s', async (_, text) => {
      const answer = await index.search(ask({ text, facets: FACETS, highlight: true, limit: 10 }));
      expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
    });

    it.each([
      ['a facet it does not have', { facets: ['willingToMove'] as FacetName[] }, /willingToMove/],
      ['a filter it does not have', { filters: { willingToMove: true } }, /willingToMove/],
      ['a page out of reach', { offset: 2_100, limit: 1 }, /2100/],
      ['a negative offset', { offset: -1 }, /-1/],
      ['a day that does not exist', { today: '2026-02-30' }, /today/],
      ['an instant that is none', { filters: { publishedAfter: 'soon' } }, /publishedAfter/],
      ['a circle off the globe', { filters: { within: { lat: 91, lon: 0, km: 1 } } }, /circle/],
    ])('refuses %s', async (_, given, message) => {
      await expect(index.search(ask(given))).rejects.toMatchObject({
        name: 'InvalidSearchQuery',
        message: expect.stringMatching(message),
      });
    });

    it('keeps markup as plain text', async () => {
      await index.upsert([vacancy('markup', { headline: '<b>Tomtebloss</b> & "co"' })]);
      const { hits } = await index.search(ask({ text: 'tomtebloss', highlight: true }));
      expect(hits.map(({ highlights }) => highlights)).toEqual([
        [{ field: 'headline', text: '<b>Tomtebloss</b> & "co"', ranges: [[3, 13]] }],
      ]);
      await index.remove([{ id: 'markup', revision: 1 }]);
    });
  });
});

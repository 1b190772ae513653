import { jest } from '@jest/globals';
import { openVacancyIndex, type SearchIndex, SearchUnavailable, type VacancyDocument } from '#search';
import { describeWhere } from '#testing';
import { candidate, random, vacancies, vacancy } from './corpus.js';
import { type Engine, engines } from './engines.js';
import { ask } from './oracle.js';

// A real engine takes its time over each write on a machine that has other things to do.
jest.setTimeout(60_000);

async function* batches<Item>(items: Item[], size: number): AsyncGenerator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

async function revisionsOf(index: SearchIndex<VacancyDocument>): Promise<Record<string, number>> {
  const revisions: Record<string, number> = {};
  for await (const batch of index.revisions()) for (const { id, revision } of batch) revisions[id] = revision;
  return revisions;
}

describe.each(engines(process.env))('$name', ({ available, reason, open, nowhere }) => {
  describeWhere(available, reason)('keeps documents by revision', () => {
    let engine: Engine;
    let count = 0;

    beforeAll(async () => {
      engine = await open();
    }, 60_000);

    afterAll(async () => {
      await engine?.dispose();
    });

    const fresh = async () => {
      const index = engine.vacancies({ name: `w${++count}` });
      await index.prepare();
      return index;
    };
    const headlines = async (index: SearchIndex<VacancyDocument>, text: string) =>
      (await index.search(ask({ text, highlight: true }))).hits.flatMap(({ highlights }) =>
        highlights.map((one) => one.text),
      );

    it('prepares again and in parallel without harm', async () => {
      const [one, other] = [engine.vacancies({ name: 'twice' }), engine.vacancies({ name: 'twice' })];
      expect(await one.check()).toMatchObject({ ok: false, problem: expect.stringContaining('not prepared') });
      await Promise.all([one.prepare(), other.prepare()]);
      await one.upsert([vacancy('a')]);
      await other.prepare();
      expect(await revisionsOf(other)).toEqual({ a: 1 });
      expect(await other.check()).toEqual({ ok: true });
    });

    it('replaces a document by a newer or equal revision, never by an older one', async () => {
      const index = await fresh();
      await index.upsert([vacancy('a', { revision: 5, headline: 'Femte upplagan' })]);
      await index.upsert([vacancy('a', { revision: 4, headline: 'Fjärde upplagan' })]);
      expect(await headlines(index, 'upplagan')).toEqual(['Femte upplagan']);
      await index.upsert([vacancy('a', { revision: 5, headline: 'Omskriven upplagan' })]);
      expect(await headlines(index, 'upplagan')).toEqual(['Omskriven upplagan']);
      await index.upsert([vacancy('a', { revision: 6, headline: 'Sjätte upplagan' })]);
      expect(await headlines(index, 'upplagan')).toEqual(['Sjätte upplagan']);
      expect(await headlines(index, 'femte')).toEqual([]);
      expect(await revisionsOf(index)).toEqual({ a: 6 });
    });

    it('takes the newest of several revisions in one call', async () => {
      const index = await fresh();
      await index.upsert([3, 7, 5].map((revision) => vacancy('a', { revision })));
      expect(await revisionsOf(index)).toEqual({ a: 7 });
    });

    it('ends with the newest revision when many are written at once', async () => {
      const index = await fresh();
      const below = random(7);
      const writes = Array.from({ length: 40 }, (_, at) => ({ id: `v${at % 4}`, revision: below(100) }));
      await Promise.all(writes.map(({ id, revision }) => index.upsert([vacancy(id, { revision })])));
      const newest = writes.reduce<Record<string, number>>(
        (best, { id, revision }) => ({ ...best, [id]: Math.max(best[id] ?? 0, revision) }),
        {},
      );
      expect(await revisionsOf(index)).toEqual(newest);
    });

    it('removes, remembers the removal, and lets a newer revision back in', async () => {
      const index = await fresh();
      await index.upsert([vacancy('a', { revision: 2 }), vacancy('b', { revision: 9 })]);
      await index.remove([
        { id: 'a', revision: 3 },
        { id: 'b', revision: 8 },
        { id: 'never-there', revision: 1 },
      ]);
      expect(await revisionsOf(index)).toEqual({ b: 9 });
      await index.upsert([vacancy('a', { revision: 2 }), vacancy('never-there')]);
      await index.upsert([vacancy('a', { revision: 3 })]);
      expect(await revisionsOf(index)).toEqual({ b: 9 });
      expect((await index.search(ask())).total).toBe(1);
      await index.upsert([vacancy('a', { revision: 4 })]);
      expect(await revisionsOf(index)).toEqual({ a: 4, b: 9 });
    });

    it('sets aside what cannot be indexed; its neighbours go in', async () => {
      const index = await fresh();
      const documents = [
        vacancy('good'),
        vacancy('bad-day', { deadline: '2026-02-31' }),
        vacancy('bad-code', { municipalityCodes: ['25 84'] }),
        vacancy('dirty', { headline: 'Nolla\u0000 och \ud800 surrogat \ue000' }),
      ];
      await expect(index.upsert(documents)).rejects.toMatchObject({
        name: 'SearchWriteFailed',
        failures: [
          { id: 'bad-day', reason: 'deadline: not a day' },
          { id: 'bad-code', reason: '"25 84" is no code' },
        ],
      });
      expect(await revisionsOf(index)).toEqual({ good: 1, dirty: 1 });
      const rebuilt = await index.rebuild(batches(documents, 2));
      expect(rebuilt).toMatchObject({ count: 2, failures: [{ id: 'bad-day' }, { id: 'bad-code' }] });
    });

    it('gives all revisions in batches', async () => {
      const index = await fresh();
      await index.upsert(vacancies(2_100));
      expect(Object.keys(await revisionsOf(index))).toHaveLength(2_100);
    }, 60_000);

    it('rebuilds beside while searches go on and writes come in', async () => {
      const index = await fresh();
      const before = vacancies(400);
      const after = vacancies(500, 2).map((document) => ({ ...document, revision: 10 }));
      await index.upsert([...before, vacancy('dropped-by-owner'), vacancy('removed-meanwhile')]);

      let searching = true;
      const totals: number[] = [];
      const searches = Array.from({ length: 4 }, async () => {
        while (searching) totals.push((await index.search(ask({ text: 'sökes', facets: ['county'] }))).total);
      });
      async function* source() {
        for await (const batch of batches([...after, vacancy('removed-meanwhile')], 100)) {
          yield batch;
          if (batch[0]?.id !== 'v0200') continue;
          await index.upsert([
            vacancy('written-meanwhile'),
            vacancy('v0000', { revision: 11 }),
            vacancy('v0001', { revision: 9 }),
          ]);
          await index.remove([{ id: 'removed-meanwhile', revision: 2 }]);
        }
      }
      const { count } = await index.rebuild(source());
      searching = false;
      await Promise.all(searches);

      expect(count).toBe(501);
      expect(totals.length).toBeGreaterThan(5);
      expect(Math.min(...totals)).toBeGreaterThan(100);
      const expected = { ...Object.fromEntries(after.map(({ id }) => [id, 10])), 'written-meanwhile': 1, v0000: 11 };
      expect(await revisionsOf(index)).toEqual(expected);
      await index.upsert([vacancy('removed-meanwhile')]);
      expect(await revisionsOf(index)).toEqual(expected);
    }, 120_000);

    it('survives rebuild after rebuild under searches and writes', async () => {
      const index = await fresh();
      const documents = vacancies(60);
      await index.upsert(documents);
      let running = true;
      const searches = Array.from({ length: 3 }, async () => {
        while (running) expect((await index.search(ask({ text: 'sökes' }))).total).toBeGreaterThan(20);
      });
      let revision = 1;
      const writes = (async () => {
        while (running) await index.upsert([vacancy('writer', { revision: ++revision })]);
      })();
      for (let round = 0; round < 5; round++) await index.rebuild(batches(documents, 20));
      await Promise.all([index.rebuild(batches(documents, 20)), index.rebuild(batches(documents, 20))]);
      running = false;
      await Promise.all([...searches, writes]);
      expect(await revisionsOf(index)).toMatchObject({ writer: revision });
    }, 120_000);

    it('keeps the index when the source of a rebuild fails', async () => {
      const index = await fresh();
      await index.upsert([vacancy('a')]);
      async function* broken(): AsyncGenerator<VacancyDocument[]> {
        throw new Error('the owner is away');
      }
      await expect(index.rebuild(broken())).rejects.toThrow('the owner is away');
      expect(await revisionsOf(index)).toEqual({ a: 1 });
      expect(await index.rebuild(batches([vacancy('b')], 1))).toMatchObject({ count: 1 });
      expect(await revisionsOf(index)).toEqual({ b: 1 });
    });

    it('searches candidates by what they can and where they are', async () => {
      const index = engine.candidates();
      await index.prepare();
      await index.upsert([
        candidate('p1', {
          conceptIds: ['welding', 'english'],
          conceptLabels: ['Svetsning', 'Welding', 'Engelska'],
          countyCode: '25',
          municipalityCode: '2584',
        }),
        candidate('p2', {
          conceptIds: ['welding'],
          conceptLabels: ['Svetsning', 'Welding'],
          countyCode: '12',
          municipalityCode: '1280',
          willingToMove: true,
        }),
        candidate('p3', {
          conceptIds: ['nursing'],
          conceptLabels: ['Omvårdnad', 'Nursing'],
          countyCode: '25',
          municipalityCode: '2580',
          demo: false,
        }),
      ]);
      const find = async (given: Parameters<typeof ask>[0]) =>
        (await index.search(ask(given))).hits.map(({ id }) => id).sort();
      expect(await find({})).toEqual(['p1', 'p2', 'p3']);
      expect(await find({ text: 'svetsning' })).toEqual(['p1', 'p2']);
      expect(await find({ text: 'svetsnign' })).toEqual(['p1', 'p2']);
      expect(await find({ text: 'omvardnad' })).toEqual(['p3']);
      expect(await find({ filters: { county: ['25'] } })).toEqual(['p1', 'p3']);
      expect(await find({ filters: { willingToMove: true } })).toEqual(['p2']);
      expect(await find({ filters: { concept: ['english', 'nursing'] } })).toEqual(['p1', 'p3']);
      expect(await find({ filters: { demo: false } })).toEqual(['p3']);
      expect(await find({ text: 'welding', filters: { ids: ['p2', 'p3'] } })).toEqual(['p2']);
      const { facets } = await index.search(
        ask({ text: 'svetsning', facets: ['county', 'willingToMove'], filters: { county: ['25'] } }),
      );
      expect(facets).toEqual({
        county: [
          { value: '12', count: 1 },
          { value: '25', count: 1 },
        ],
        willingToMove: [{ value: 'false', count: 1 }],
      });
      await expect(index.search(ask({ sort: 'deadline' }))).rejects.toMatchObject({ name: 'InvalidSearchQuery' });
      await index.remove([{ id: 'p1', revision: 2 }]);
      expect(await find({ text: 'svetsning' })).toEqual(['p2']);
    });

    it('says that it is unavailable where there is no engine or no index', async () => {
      const lost = engine.vacancies({ name: 'lost' });
      const gone = openVacancyIndex(nowhere, { key: 'a-secret-key' });
      for (const index of [lost, gone]) {
        await expect(index.search(ask())).rejects.toBeInstanceOf(SearchUnavailable);
        expect(await index.check()).toEqual({ ok: false, problem: expect.any(String) });
      }
      await expect(gone.prepare()).rejects.toBeInstanceOf(SearchUnavailable);
      await expect(gone.upsert([vacancy('a')])).rejects.toBeInstanceOf(SearchUnavailable);
      await expect(gone.remove([{ id: 'a', revision: 1 }])).rejects.toBeInstanceOf(SearchUnavailable);
      await expect(gone.rebuild(batches([vacancy('a')], 1))).rejects.toBeInstanceOf(SearchUnavailable);
      const error: unknown = await gone.search(ask()).catch((reason: unknown) => reason);
      expect(error).toHaveProperty('cause');
      expect(JSON.stringify(await gone.check()) + String(error)).not.toContain('a-secret-key');
      await gone.close();
    });
  });
});

import pg from 'pg';
import { openVacancyIndex, type SearchIndex, type VacancyDocument } from '#search';
import { describeWhere } from '#testing';
import { random, vacancies, vacancy } from './corpus.js';
import { ownedDatabase, run } from './engines.js';
import { ask } from './oracle.js';

const { TEST_DATABASE_URL } = process.env;

describeWhere(Boolean(TEST_DATABASE_URL), 'TEST_DATABASE_URL is not set')('PostgresIndex', () => {
  let database: Awaited<ReturnType<typeof ownedDatabase>>;
  const opened: SearchIndex<VacancyDocument>[] = [];

  beforeAll(async () => {
    database = await ownedDatabase(TEST_DATABASE_URL ?? '');
  });

  afterAll(async () => {
    await Promise.all(opened.map((index) => index.close()));
    await database?.drop();
  });

  const open = (options: Parameters<typeof openVacancyIndex>[1]) => {
    const index = openVacancyIndex(database.url, options);
    opened.push(index);
    return index;
  };
  const rows = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };

  it('stays in use when its settings changed, until it is built anew beside', async () => {
    const index = open({ name: 'changed' });
    expect(await index.prepare()).toEqual({ needsRebuild: true });
    expect(await index.prepare()).toEqual({ needsRebuild: false });
    await index.upsert(vacancies(50));
    await index.remove([{ id: 'v0001', revision: 1 }]);
    const before = await index.search(ask({ text: 'sökes' }));
    // As an older version of this code would have left it: another comment, and columns that it did not have.
    await run(
      database.url,
      `COMMENT ON TABLE search.changed_documents IS 'search settings of last year'`,
      `ALTER TABLE search.changed_documents DROP COLUMN concept_facets`,
    );
    expect(await index.check()).toEqual({ ok: false, problem: expect.stringContaining('of last year') });
    expect(await index.prepare()).toEqual({ needsRebuild: true });
    expect(await index.search(ask({ text: 'sökes' }))).toEqual(before);
    await expect(index.upsert([vacancy('v0002')])).rejects.toMatchObject({ name: 'SearchUnavailable' });
    await index.rebuild(
      (async function* () {
        yield vacancies(50).filter(({ id }) => id !== 'v0001');
      })(),
    );
    expect(await index.check()).toEqual({ ok: true });
    expect(await index.search(ask({ text: 'sökes' }))).toEqual(before);
    await index.upsert([vacancy('v0001')]);
    expect((await index.search(ask({ filters: { ids: ['v0001'] } }))).total).toBe(0);
  });

  it('keeps the newest of each when two processes write and remove the same documents', async () => {
    const [one, other] = [open({ name: 'shared' }), open({ name: 'shared' })];
    await one.prepare();
    const below = random(11);
    const newest = new Map<string, { revision: number; removed: boolean }>();
    const writes = Array.from({ length: 300 }, (_, at) => {
      const [id, revision, removed] = [`v${below(5)}`, below(10_000), below(3) === 0];
      const known = newest.get(id);
      if (!known || known.revision < revision) newest.set(id, { revision, removed });
      const index = at % 2 === 0 ? one : other;
      const neighbours = [vacancy(`n${below(3)}`), vacancy(`n${below(3)}`)];
      return () =>
        removed ? index.remove([{ id, revision }]) : index.upsert([...neighbours, vacancy(id, { revision })]);
    });
    await Promise.all(writes.map((write) => write()));
    const stored = new Map<string, number>();
    for await (const batch of one.revisions()) for (const { id, revision } of batch) stored.set(id, revision);
    for (const [id, { revision, removed }] of newest)
      expect([id, stored.get(id)]).toEqual([id, removed ? undefined : revision]);
  });

  it('keeps neither the id nor the words of what was removed, and forgets the removal after a day', async () => {
    const index = open({ name: 'erased' });
    await index.prepare();
    await index.upsert([vacancy('canary-id', { headline: 'Kanariefågel' })]);
    await index.remove([{ id: 'canary-id', revision: 2 }]);
    const everything = JSON.stringify(await rows('SELECT * FROM search.erased_documents'));
    expect(everything).not.toMatch(/canary|kanarie/iu);
    await run(database.url, `UPDATE search.erased_documents SET removed_at = now() - interval '25 hours'`);
    await index.remove([{ id: 'another', revision: 1 }]);
    expect(await rows('SELECT * FROM search.erased_documents')).toHaveLength(1);
  });

  it('uses an extension that somebody installed in another schema', async () => {
    const elsewhere = await ownedDatabase(TEST_DATABASE_URL ?? '');
    await run(
      elsewhere.adminUrl,
      'CREATE SCHEMA shelf',
      'CREATE EXTENSION pg_trgm SCHEMA shelf',
      'GRANT USAGE ON SCHEMA shelf TO PUBLIC',
    );
    const index = openVacancyIndex(elsewhere.url, { schema: 'own' });
    try {
      await index.prepare();
      await index.upsert([vacancy('a', { headline: 'Målare' })]);
      for (const text of ['malare', 'målrae']) expect((await index.search(ask({ text }))).total).toBe(1);
    } finally {
      await index.close();
      await elsewhere.drop();
    }
  });

  it('keeps å, ä and ö apart', async () => {
    const index = open({ name: 'apart' });
    await index.prepare();
    await index.upsert(
      [vacancy('å', { headline: 'Målare' }), vacancy('a', { headline: 'Malare' })].map((one, at) => ({
        ...one,
        id: `d${at}`,
      })),
    );
    const find = async (text: string) => (await index.search(ask({ text }))).hits.map(({ id }) => id);
    expect(await find('målare')).toEqual(['d0']);
    expect(await find('malare')).toEqual(['d1', 'd0']);
  });

  it('gives up a search that takes too long, and goes on', async () => {
    const index = open({ name: 'slow', timeout: 1_000 });
    await index.prepare();
    const blocker = new pg.Client({ connectionString: database.url });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE search.slow_documents IN ACCESS EXCLUSIVE MODE');
    await expect(index.search(ask())).rejects.toMatchObject({ name: 'SearchUnavailable' });
    await blocker.query('ROLLBACK');
    await blocker.end();
    expect((await index.search(ask())).total).toBe(0);
  });

  it('comes back by itself when its connections were cut', async () => {
    const index = open({ name: 'cut' });
    await index.prepare();
    await index.upsert([vacancy('a')]);
    await run(
      database.adminUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'search'`,
    );
    const answers = await Promise.allSettled([index.search(ask()), index.search(ask())]);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ name: 'SearchUnavailable' });
    }
    expect((await index.search(ask())).total).toBe(1);
  });
});

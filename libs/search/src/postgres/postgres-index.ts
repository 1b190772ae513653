import type pg from 'pg';
import { type Failures, throwIfAny, toRecords, toRemovals } from '../record/record-batch.js';
import { type RecordKind, textsOf } from '../record/search-record.js';
import { type SearchAnswer } from '../search-answer.js';
import { type DocumentRevision, type SearchIndex } from '../search-index.js';
import { type SearchQuery } from '../search-query.js';
import { createBuild, finishBuild } from './build.js';
import { databaseClock, versionInUse } from './catalog.js';
import { orUnavailable } from './failures.js';
import { PostgresSearch } from './postgres-search.js';
import { exclusively, openPool, type Session } from './session.js';
import { settingsVersion, Tables } from './tables.js';
import { removeRecords, storeRecords, storeWords } from './writer.js';

export interface PostgresOptions {
  schema: string;
  name: string;
  connections: number;
  timeout: number;
}

const PAGE = 1000;
const WRITE_TIMEOUT = 60_000;

export class PostgresIndex<Doc extends DocumentRevision> implements SearchIndex<Doc> {
  private readonly reading: pg.Pool;
  // Of their own, so that an import neither waits as little as a search nor takes its connections.
  private readonly writing: pg.Pool;
  private readonly tables: Tables;
  private readonly searches: PostgresSearch<Doc>;
  private readonly version: string;

  constructor(
    private readonly kind: RecordKind<Doc>,
    url: string,
    options: PostgresOptions,
  ) {
    this.reading = openPool(url, options.connections, options.timeout);
    this.writing = openPool(url, options.connections, WRITE_TIMEOUT);
    this.tables = new Tables(options.schema, options.name);
    this.version = settingsVersion(kind.version);
    this.searches = new PostgresSearch(kind, this.reading, this.tables);
  }

  async prepare(): Promise<{ needsRebuild: boolean }> {
    return orUnavailable(async () => {
      const used = await versionInUse(this.reading, this.tables);
      if (used !== null) return { needsRebuild: used !== this.version };
      return this.exclusively(async (session) => {
        const since = await databaseClock(session);
        if ((await versionInUse(session, this.tables)) === null) {
          await createBuild(session, this.tables, this.version);
          await finishBuild(session, this.tables, this.version, since);
        }
        return { needsRebuild: true };
      });
    });
  }

  async needsRebuild(): Promise<boolean> {
    return orUnavailable(async () => (await versionInUse(this.reading, this.tables)) !== this.version);
  }

  async upsert(documents: readonly Doc[]): Promise<void> {
    const failures = await orUnavailable(() =>
      this.store(this.writing, this.tables.documents, this.tables.words, documents),
    );
    throwIfAny(failures);
  }

  async remove(documents: readonly DocumentRevision[]): Promise<void> {
    await orUnavailable(() => removeRecords(this.writing, this.tables.documents, toRemovals(documents)));
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    return orUnavailable(() => this.searches.search(query));
  }

  async ids(query: SearchQuery): Promise<string[]> {
    return orUnavailable(() => this.searches.ids(query));
  }

  async rebuild(source: AsyncIterable<readonly Doc[]>): Promise<{ count: number; failures: Failures }> {
    return orUnavailable(() =>
      this.exclusively(async (session) => {
        const since = await databaseClock(session);
        await createBuild(session, this.tables, this.version);
        const failures: Failures = [];
        for await (const documents of source) {
          failures.push(...(await this.store(session, this.tables.documentsBuild, this.tables.wordsBuild, documents)));
        }
        const count = await countDocuments(session, this.tables.documentsBuild);
        await finishBuild(session, this.tables, this.version, since);
        return { count, failures };
      }),
    );
  }

  async *revisions(): AsyncIterable<DocumentRevision[]> {
    let after = '';
    for (;;) {
      const { rows } = await orUnavailable(() =>
        this.writing.query<{ key: string; id: string; revision: string }>(
          `SELECT key, id, revision FROM ${this.tables.documents}
           WHERE key > $1 AND removed_at IS NULL ORDER BY key LIMIT ${PAGE}`,
          [after],
        ),
      );
      if (rows.length === 0) return;
      yield rows.map(({ id, revision }) => ({ id, revision: Number(revision) }));
      after = rows.at(-1)?.key ?? '';
    }
  }

  async check(): Promise<{ ok: boolean; problem?: string }> {
    try {
      const version = await versionInUse(this.reading, this.tables);
      if (version === this.version) return { ok: true };
      return { ok: false, problem: version === null ? 'the index is not prepared' : `the index has old ${version}` };
    } catch (error) {
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.reading.end(), this.writing.end()]);
  }

  private exclusively<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return exclusively(this.writing, `search ${this.tables.documents}`, work);
  }

  // Words first and on their own: no transaction then waits for the rows of two tables.
  private async store(session: Session, table: string, words: string, documents: readonly Doc[]): Promise<Failures> {
    const { records, failures } = toRecords(this.kind, documents);
    await storeWords(session, words, records.map(textsOf));
    await storeRecords(session, table, records);
    return failures;
  }
}

async function countDocuments(session: Session, table: string): Promise<number> {
  const { rows } = await session.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}

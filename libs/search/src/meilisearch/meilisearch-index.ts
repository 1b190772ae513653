import { Meilisearch, type Settings } from 'meilisearch';
import { checkQuery } from '../record/checked-query.js';
import { type Failures, keyOf, throwIfAny, toRecords, toRemovals } from '../record/record-batch.js';
import { type RecordKind } from '../record/search-record.js';
import { type SearchAnswer } from '../search-answer.js';
import { type DocumentRevision, type SearchIndex } from '../search-index.js';
import { type SearchQuery } from '../search-query.js';
import { answerOf, type MeilisearchHit } from './answer.js';
import { isMissingIndex, orUnavailable } from './failures.js';
import { type MeilisearchDocument, toMeilisearchDocument } from './meilisearch-document.js';
import { meilisearchQueries } from './meilisearch-query.js';
import { MeilisearchWriter } from './meilisearch-writer.js';
import { pages, Rebuild } from './rebuild.js';
import { indexSettings, REMOVED_SETTINGS, sameSettings } from './settings.js';
import { settled, TaskFailed } from './tasks.js';

export interface MeilisearchOptions {
  name: string;
  timeout: number;
  key?: string;
}

const WRITE_TIMEOUT = 60_000;

export class MeilisearchIndex<Doc extends DocumentRevision> implements SearchIndex<Doc> {
  private readonly uid: string;
  private readonly removedUid: string;
  private readonly reading: Meilisearch;
  private readonly writing: Meilisearch;
  private readonly writer: MeilisearchWriter;
  private readonly settings: Settings;
  private rebuilding: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly kind: RecordKind<Doc>,
    host: string,
    { name, timeout, key }: MeilisearchOptions,
  ) {
    this.uid = name;
    this.removedUid = `${name}_removed`;
    this.settings = indexSettings(kind);
    const config = {
      host,
      ...(key !== undefined && { apiKey: key }),
      // Compressed answers come in small chunks and wait for delayed acknowledgements: 48 ms instead of 8.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    };
    this.reading = new Meilisearch({ ...config, timeout });
    this.writing = new Meilisearch({ ...config, timeout: WRITE_TIMEOUT });
    this.writer = new MeilisearchWriter(this.writing, this.uid, this.removedUid);
  }

  async prepare(): Promise<void> {
    await orUnavailable(async () => {
      await this.ensureIndex(this.uid, this.settings);
      await this.ensureIndex(this.removedUid, REMOVED_SETTINGS);
    });
  }

  async upsert(documents: readonly Doc[]): Promise<void> {
    const { documents: puts, failures } = this.toDocuments(documents);
    const writes = puts.map((put) => ({ key: put.key, id: put.id, revision: put.revision, put }));
    const refused = await orUnavailable(() => this.writer.write(writes));
    throwIfAny([...failures, ...refused]);
  }

  async remove(documents: readonly DocumentRevision[]): Promise<void> {
    const writes = toRemovals(documents).map(({ id, revision }) => ({ key: keyOf(id), id, revision, put: null }));
    throwIfAny(await orUnavailable(() => this.writer.write(writes)));
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const checked = checkQuery(this.kind, query);
    const queries = meilisearchQueries(checked, this.uid);
    const { results } = await orUnavailable(() =>
      this.reading.multiSearch<{ queries: typeof queries }, MeilisearchHit>({ queries }),
    );
    return answerOf(checked, results);
  }

  rebuild(source: AsyncIterable<readonly Doc[]>): Promise<{ count: number; failures: Failures }> {
    const rebuilt = this.rebuilding.then(() => orUnavailable(() => this.rebuildNow(source)));
    this.rebuilding = rebuilt.catch(() => undefined);
    return rebuilt;
  }

  async *revisions(): AsyncIterable<DocumentRevision[]> {
    const all = pages<MeilisearchDocument>(this.writing, this.uid, 'revision EXISTS', ['id', 'revision']);
    for (;;) {
      const next = await orUnavailable(() => all.next());
      if (next.done) return;
      yield next.value.map(({ id, revision }) => ({ id, revision }));
    }
  }

  async check(): Promise<{ ok: boolean; problem?: string }> {
    try {
      const actual = await this.reading.index(this.uid).getSettings();
      return sameSettings(this.settings, actual) ? { ok: true } : { ok: false, problem: 'the index has old settings' };
    } catch (error) {
      if (isMissingIndex(error)) return { ok: false, problem: 'the index is not prepared' };
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Nothing is held open: requests go through the connections that all of the process share. */
  async close(): Promise<void> {
    await this.rebuilding;
  }

  private async ensureIndex(uid: string, settings: Settings): Promise<void> {
    const index = this.writing.index(uid);
    let actual: Settings | null = null;
    try {
      actual = await index.getSettings();
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
      await this.create(uid);
    }
    if (!sameSettings(settings, actual)) await settled(this.writing, index.updateSettings(settings));
  }

  private async create(uid: string): Promise<void> {
    try {
      await settled(this.writing, this.writing.createIndex(uid, { primaryKey: 'key' }));
    } catch (error) {
      // Another process was faster.
      if (!(error instanceof TaskFailed) || error.task.error?.code !== 'index_already_exists') throw error;
    }
  }

  private async rebuildNow(source: AsyncIterable<readonly Doc[]>): Promise<{ count: number; failures: Failures }> {
    await this.prepare();
    const rebuild = new Rebuild(this.writing, this.uid, this.removedUid, this.writer);
    const failures: Failures = [];
    try {
      await rebuild.start(this.settings);
      for await (const batch of source) {
        const { documents, failures: bad } = this.toDocuments(batch);
        failures.push(...bad);
        await rebuild.add(documents);
      }
      return { ...(await rebuild.finish()), failures };
    } catch (error) {
      // The cause is worth more than what may go wrong while tidying up; the next rebuild does it again.
      await rebuild.abandon().catch(() => undefined);
      throw error;
    }
  }

  private toDocuments(batch: readonly Doc[]): { documents: MeilisearchDocument[]; failures: Failures } {
    const { records, failures } = toRecords(this.kind, batch);
    const now = Date.now();
    return { documents: records.map((record) => toMeilisearchDocument(record, now)), failures };
  }
}

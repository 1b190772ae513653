import { Meilisearch, type Settings } from 'meilisearch';
import { type Failures, keyOf, throwIfAny, toRecords, toRemovals } from '../record/record-batch.js';
import { type RecordKind } from '../record/search-record.js';
import { type SearchAnswer } from '../search-answer.js';
import { type DocumentRevision, type SearchIndex } from '../search-index.js';
import { type SearchQuery } from '../search-query.js';
import { isMissingIndex, orUnavailable } from './failures.js';
import { type MeilisearchDocument, toMeilisearchDocument } from './meilisearch-document.js';
import { MeilisearchSearch } from './meilisearch-search.js';
import { MeilisearchWriter } from './meilisearch-writer.js';
import { pages, Rebuild } from './rebuild.js';
import { indexSettings, REMOVED_SETTINGS, sameSettings, versionOf } from './settings.js';
import { settled, TaskFailed } from './tasks.js';

export interface MeilisearchOptions {
  name: string;
  timeout: number;
  key?: string;
}

const WRITE_TIMEOUT = 60_000;
/** Key of the document that says which version the index is of; those of removals are hashes. */
const VERSION_KEY = 'version';

interface IndexVersion {
  key: string;
  version: string;
}

export class MeilisearchIndex<Doc extends DocumentRevision> implements SearchIndex<Doc> {
  private readonly uid: string;
  private readonly removedUid: string;
  private readonly reading: Meilisearch;
  private readonly writing: Meilisearch;
  private readonly writer: MeilisearchWriter;
  private readonly searches: MeilisearchSearch<Doc>;
  private readonly version: string;
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
    this.version = versionOf(kind);
    const config = {
      host,
      ...(key !== undefined && { apiKey: key }),
      // Compressed answers come in small chunks and wait for delayed acknowledgements: 48 ms instead of 8.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    };
    this.reading = new Meilisearch({ ...config, timeout });
    this.writing = new Meilisearch({ ...config, timeout: WRITE_TIMEOUT });
    this.searches = new MeilisearchSearch(kind, this.reading, this.uid);
    this.writer = new MeilisearchWriter(this.writing, this.uid, this.removedUid);
  }

  async prepare(): Promise<{ needsRebuild: boolean }> {
    return orUnavailable(async () => {
      await this.prepareRemoved();
      if ((await this.settingsOf(this.uid)) !== null) return { needsRebuild: !(await this.isCurrent()) };
      await this.make(this.uid, this.settings);
      await this.noteVersion();
      return { needsRebuild: true };
    });
  }

  async needsRebuild(): Promise<boolean> {
    return orUnavailable(async () => {
      try {
        return !(await this.isCurrent());
      } catch (error) {
        if (isMissingIndex(error)) return true;
        throw error;
      }
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

  search(query: SearchQuery): Promise<SearchAnswer> {
    return orUnavailable(() => this.searches.search(query));
  }

  ids(query: SearchQuery): Promise<string[]> {
    return orUnavailable(() => this.searches.ids(query));
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
      return (await this.isCurrent()) ? { ok: true } : { ok: false, problem: 'the index has old settings' };
    } catch (error) {
      if (isMissingIndex(error)) return { ok: false, problem: 'the index is not prepared' };
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Nothing is held open: requests go through the connections that all of the process share. */
  async close(): Promise<void> {
    await this.rebuilding;
  }

  private async isCurrent(): Promise<boolean> {
    const actual = await this.reading.index(this.uid).getSettings();
    return sameSettings(this.settings, actual) && (await this.versionInUse()) === this.version;
  }

  private async versionInUse(): Promise<string | null> {
    const { results } = await this.reading
      .index<IndexVersion>(this.removedUid)
      .getDocuments({ filter: `key = ${VERSION_KEY}`, limit: 1 });
    return results[0]?.version ?? null;
  }

  private async noteVersion(): Promise<void> {
    const { version } = this;
    const removed = this.writing.index<IndexVersion>(this.removedUid);
    await settled(this.writing, removed.addDocuments([{ key: VERSION_KEY, version }], { primaryKey: 'key' }));
  }

  private async settingsOf(uid: string): Promise<Settings | null> {
    try {
      return await this.writing.index(uid).getSettings();
    } catch (error) {
      if (isMissingIndex(error)) return null;
      throw error;
    }
  }

  private async prepareRemoved(): Promise<void> {
    const removed = await this.settingsOf(this.removedUid);
    if (!sameSettings(REMOVED_SETTINGS, removed)) await this.make(this.removedUid, REMOVED_SETTINGS);
  }

  private async make(uid: string, settings: Settings): Promise<void> {
    await this.create(uid);
    await settled(this.writing, this.writing.index(uid).updateSettings(settings));
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
    await this.prepareRemoved();
    const rebuild = new Rebuild(this.writing, this.uid, this.removedUid, this.writer);
    const failures: Failures = [];
    try {
      await rebuild.start(this.settings);
      for await (const batch of source) {
        const { documents, failures: bad } = this.toDocuments(batch);
        failures.push(...bad);
        await rebuild.add(documents);
      }
      const finished = await rebuild.finish();
      await this.noteVersion();
      return { ...finished, failures };
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

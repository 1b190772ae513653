import { randomBytes } from 'node:crypto';
import { type EnqueuedTask, type Meilisearch, type Settings } from 'meilisearch';
import { isMissingIndex } from './failures.js';
import { type MeilisearchDocument, type Removed } from './meilisearch-document.js';
import { type MeilisearchWriter, storedRevisions, upToRevision } from './meilisearch-writer.js';
import { ended, settled } from './tasks.js';

const LEFT_BEHIND = 24 * 3_600_000;
const PAGE = 1_000;

/** A second index beside the one in use, which takes its place when it is full. */
export class Rebuild {
  private readonly buildUid: string;
  private readonly since = Date.now();
  private readonly tasks: EnqueuedTask[] = [];

  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly removedUid: string,
    private readonly writer: MeilisearchWriter,
  ) {
    this.buildUid = `${uid}_build_${randomBytes(6).toString('hex')}`;
  }

  async start(settings: Settings): Promise<void> {
    await this.dropLeftBehind();
    await settled(this.client, this.client.createIndex(this.buildUid, { primaryKey: 'key' }));
    await settled(this.client, this.client.index(this.buildUid).updateSettings(settings));
  }

  /** Hands documents to the server, which indexes them while more are read. */
  async add(documents: MeilisearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    this.tasks.push(await this.client.index(this.buildUid).addDocuments(documents, { primaryKey: 'key' }));
  }

  /** Carries over what was written meanwhile, swaps, and carries over what was written while that went on. */
  async finish(): Promise<{ count: number }> {
    for (const task of this.tasks) await settled(this.client, Promise.resolve(task));
    const { numberOfDocuments } = await this.client.index(this.buildUid).getStats();
    const replaces = await this.isInUse();
    if (replaces) await this.carryIntoBuild();
    await this.drain();
    const swap = { indexes: [this.buildUid, this.uid] as [string, string], rename: !replaces };
    await settled(this.client, this.client.swapIndexes([swap]));
    if (replaces) {
      await this.carryFromReplaced();
      await settled(this.client, this.client.deleteIndex(this.buildUid));
    }
    return { count: numberOfDocuments };
  }

  async abandon(): Promise<void> {
    await settled(this.client, this.client.deleteIndex(this.buildUid));
  }

  /** Whether there is an index to be replaced; one that was lost is not. */
  private async isInUse(): Promise<boolean> {
    try {
      await this.client.index(this.uid).getRawInfo();
      return true;
    } catch (error) {
      if (isMissingIndex(error)) return false;
      throw error;
    }
  }

  private async carryIntoBuild(): Promise<void> {
    const build = this.client.index(this.buildUid);
    for await (const documents of this.writtenMeanwhile(this.uid)) {
      const keys = documents.map(({ key }) => key);
      const stored = await storedRevisions(this.client, this.buildUid, keys);
      const newer = documents.filter(({ key, revision }) => revision > (stored.get(key) ?? -Infinity));
      if (newer.length > 0) await settled(this.client, build.addDocuments(newer, { primaryKey: 'key' }));
    }
    for await (const removed of this.removedMeanwhile()) {
      await settled(this.client, build.deleteDocuments({ filter: upToRevision(removed) }));
    }
  }

  /** The swapped index is written to by others, so these writes wait for their turn. */
  private async carryFromReplaced(): Promise<void> {
    for await (const documents of this.writtenMeanwhile(this.buildUid)) {
      await this.writer.write(documents.map((put) => ({ key: put.key, id: put.id, revision: put.revision, put })));
    }
    for await (const removed of this.removedMeanwhile()) {
      await this.writer.write(removed.map(({ key, revision }) => ({ key, id: key, revision, put: null })));
    }
  }

  private writtenMeanwhile(uid: string): AsyncGenerator<MeilisearchDocument[]> {
    return pages(this.client, uid, `writtenAt >= ${this.since}`);
  }

  private removedMeanwhile(): AsyncGenerator<Removed[]> {
    return pages(this.client, this.removedUid, `removedAt >= ${this.since}`);
  }

  /** Tasks that were sent before a swap belong to the index that they were sent to: lets them end first. */
  private async drain(): Promise<void> {
    const { results } = await this.client.tasks.getTasks({
      indexUids: [this.uid, this.buildUid],
      statuses: ['enqueued', 'processing'],
      limit: PAGE,
    });
    for (const { uid } of results) await ended(this.client, uid);
  }

  private async dropLeftBehind(): Promise<void> {
    const { results } = await this.client.getRawIndexes({ limit: PAGE });
    for (const { uid, createdAt } of results) {
      if (!uid.startsWith(`${this.uid}_build_`) || Date.parse(createdAt) > Date.now() - LEFT_BEHIND) continue;
      await settled(this.client, this.client.deleteIndex(uid));
    }
  }
}

/** All documents that a filter finds, a page at a time. */
export async function* pages<Doc extends object>(
  client: Meilisearch,
  uid: string,
  filter: string,
  fields?: Extract<keyof Doc, string>[],
): AsyncGenerator<Doc[]> {
  for (let offset = 0; ; offset += PAGE) {
    const { results } = await client
      .index<Doc>(uid)
      .getDocuments({ filter, offset, limit: PAGE, ...(fields && { fields }) });
    if (results.length === 0) return;
    yield results;
  }
}

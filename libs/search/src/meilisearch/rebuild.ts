import { randomBytes } from 'node:crypto';
import { type EnqueuedTask, type Meilisearch, type Settings } from 'meilisearch';
import { settled, succeeded } from './failures.js';
import { type MeilisearchDocument, type Removed } from './meilisearch-document.js';
import { storedRevisions, upToRevision } from './meilisearch-writer.js';

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
  ) {
    this.buildUid = `${uid}_build_${randomBytes(6).toString('hex')}`;
  }

  async start(settings: Settings): Promise<void> {
    await this.dropLeftBehind();
    await settled(this.client.createIndex(this.buildUid, { primaryKey: 'key' }));
    await settled(this.client.index(this.buildUid).updateSettings(settings));
  }

  /** Hands documents to the server, which indexes them while more are read. */
  async add(documents: MeilisearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    this.tasks.push(await this.client.index(this.buildUid).addDocuments(documents, { primaryKey: 'key' }));
  }

  /** Carries over what was written meanwhile, swaps, and carries over what was written while that went on. */
  async finish(): Promise<{ count: number }> {
    for (const task of this.tasks) succeeded(await this.client.tasks.waitForTask(task));
    const { numberOfDocuments } = await this.client.index(this.buildUid).getStats();
    await this.carryOver(this.uid, this.buildUid);
    await this.drain();
    await settled(this.client.swapIndexes([{ indexes: [this.uid, this.buildUid], rename: false }]));
    await this.carryOver(this.buildUid, this.uid);
    await settled(this.client.deleteIndex(this.buildUid));
    return { count: numberOfDocuments };
  }

  async abandon(): Promise<void> {
    await this.client.deleteIndexIfExists(this.buildUid);
  }

  private async carryOver(from: string, to: string): Promise<void> {
    for await (const documents of pages<MeilisearchDocument>(this.client, from, `writtenAt >= ${this.since}`)) {
      const stored = await storedRevisions(
        this.client,
        to,
        documents.map(({ key }) => key),
      );
      const newer = documents.filter(({ key, revision }) => revision > (stored.get(key) ?? -Infinity));
      if (newer.length > 0) await settled(this.client.index(to).addDocuments(newer, { primaryKey: 'key' }));
    }
    for await (const removed of pages<Removed>(this.client, this.removedUid, `removedAt >= ${this.since}`)) {
      await settled(this.client.index(to).deleteDocuments({ filter: upToRevision(removed) }));
    }
  }

  /** Tasks that were sent before a swap belong to the index that they were sent to: lets them end first. */
  private async drain(): Promise<void> {
    const { results } = await this.client.tasks.getTasks({
      indexUids: [this.uid, this.buildUid],
      statuses: ['enqueued', 'processing'],
      limit: PAGE,
    });
    for (const { uid } of results) await this.client.tasks.waitForTask(uid);
  }

  private async dropLeftBehind(): Promise<void> {
    const { results } = await this.client.getRawIndexes({ limit: PAGE });
    for (const { uid, createdAt } of results) {
      if (!uid.startsWith(`${this.uid}_build_`) || Date.parse(createdAt) > Date.now() - LEFT_BEHIND) continue;
      await settled(this.client.deleteIndex(uid));
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

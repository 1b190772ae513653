import { type Meilisearch } from 'meilisearch';
import { type Failures, REMEMBER_REMOVALS_HOURS } from '../record/record-batch.js';
import { type MeilisearchDocument, type Removed } from './meilisearch-document.js';
import { settled, TaskFailed } from './tasks.js';

/** A document to store or a removal, with the id that its writer knows it by. */
export type Write = { key: string; id: string; revision: number } & ({ put: MeilisearchDocument } | { put: null });

interface Waiting {
  writes: Write[];
  done: (failures: Failures) => void;
  fail: (error: unknown) => void;
}

const MAX_BATCH = 1_000;
const HOUR = 3_600_000;

/**
 * Writes to one index. Meilisearch has no conditional write, so stored revisions are looked up first. Within this
 * process writes take turns (what arrives meanwhile goes together in the next turn), so that look-up and write are one
 * step. Two processes that write the same document at the same moment can still leave the older one; comparing
 * `revisions()` with the owner finds that.
 */
export class MeilisearchWriter {
  private waiting: Waiting[] = [];
  private busy = false;
  private forgotAt = 0;

  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly removedUid: string,
  ) {}

  /** Resolves when the writes are searchable, with those that the server refused. */
  write(writes: Write[]): Promise<Failures> {
    if (writes.length === 0) return Promise.resolve([]);
    return new Promise((done, fail) => {
      this.waiting.push({ writes, done, fail });
      if (!this.busy) void this.takeTurns();
    });
  }

  private async takeTurns(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const turn = this.nextTurn();
      try {
        const failures = await this.apply(newestOfEach(turn.flatMap(({ writes }) => writes)));
        for (const { writes, done } of turn) {
          const ids = new Set(writes.map(({ id }) => id));
          done(failures.filter(({ id }) => ids.has(id)));
        }
      } catch (error) {
        for (const { fail } of turn) fail(error);
      }
    }
    this.busy = false;
  }

  private nextTurn(): Waiting[] {
    let size = 0;
    const end = this.waiting.findIndex(({ writes }, index) => (size += writes.length) > MAX_BATCH && index > 0);
    return this.waiting.splice(0, end === -1 ? this.waiting.length : end);
  }

  /** Where the server fails at a batch, halves it until the document at fault stands alone. */
  private async apply(writes: Write[]): Promise<Failures> {
    try {
      await this.applyAtOnce(writes);
      return [];
    } catch (error) {
      if (!(error instanceof TaskFailed)) throw error;
      const [first] = writes;
      if (writes.length === 1 && first) return [{ id: first.id, reason: error.message }];
      const half = Math.ceil(writes.length / 2);
      return [...(await this.apply(writes.slice(0, half))), ...(await this.apply(writes.slice(half)))];
    }
  }

  private async applyAtOnce(writes: Write[]): Promise<void> {
    const puts = await this.withoutStale(writes.flatMap(({ put }) => (put === null ? [] : [put])));
    const removals = writes.filter(({ put }) => put === null);
    if (puts.length > 0)
      await settled(this.client, this.client.index(this.uid).addDocuments(puts, { primaryKey: 'key' }));
    if (removals.length > 0) {
      await this.remember(removals);
      await settled(this.client, this.client.index(this.uid).deleteDocuments({ filter: upToRevision(removals) }));
    }
  }

  private async withoutStale(documents: MeilisearchDocument[]): Promise<MeilisearchDocument[]> {
    if (documents.length === 0) return [];
    const keys = documents.map(({ key }) => key);
    const [stored, removed] = await Promise.all([
      storedRevisions(this.client, this.uid, keys),
      storedRevisions(this.client, this.removedUid, keys),
    ]);
    return documents.filter(
      ({ key, revision }) => revision >= (stored.get(key) ?? -Infinity) && revision > (removed.get(key) ?? -Infinity),
    );
  }

  private async remember(removals: Write[]): Promise<void> {
    const removed = this.client.index<Removed>(this.removedUid);
    const known = await storedRevisions(
      this.client,
      this.removedUid,
      removals.map(({ key }) => key),
    );
    const removedAt = Date.now();
    const news = removals.filter(({ key, revision }) => revision >= (known.get(key) ?? -Infinity));
    await settled(
      this.client,
      removed.addDocuments(
        news.map(({ key, revision }) => ({ key, revision, removedAt })),
        { primaryKey: 'key' },
      ),
    );
    if (removedAt - this.forgotAt < HOUR) return;
    this.forgotAt = removedAt;
    await settled(
      this.client,
      removed.deleteDocuments({ filter: `removedAt < ${removedAt - REMEMBER_REMOVALS_HOURS * HOUR}` }),
    );
  }
}

/** Revisions by key of those documents that an index holds. */
export async function storedRevisions(client: Meilisearch, uid: string, keys: string[]): Promise<Map<string, number>> {
  const revisions = new Map<string, number>();
  for (let start = 0; start < keys.length; start += MAX_BATCH) {
    const some = keys.slice(start, start + MAX_BATCH);
    const { results } = await client.index(uid).getDocuments<Pick<Removed, 'key' | 'revision'>>({
      filter: `key IN [${some.join(', ')}]`,
      fields: ['key', 'revision'],
      limit: some.length,
    });
    for (const { key, revision } of results) revisions.set(key, revision);
  }
  return revisions;
}

export function upToRevision(removals: readonly { key: string; revision: number }[]): string {
  return removals.map(({ key, revision }) => `(key = ${key} AND revision <= ${revision})`).join(' OR ');
}

/** Of each id the newest; a removal goes before a document of the same revision. */
function newestOfEach(writes: Write[]): Write[] {
  const newest = new Map<string, Write>();
  for (const write of writes) {
    const known = newest.get(write.key);
    const older =
      known && (known.revision > write.revision || (known.revision === write.revision && known.put === null));
    if (!older) newest.set(write.key, write);
  }
  return [...newest.values()];
}

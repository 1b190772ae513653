import { createHash } from 'node:crypto';
import { SearchWriteFailed } from '../search-errors.js';
import { type DocumentRevision } from '../search-index.js';
import { checkedIdentity, type RecordKind, type SearchRecord } from './search-record.js';

export type Failures = SearchWriteFailed['failures'];

/** Hours for which a removal is remembered, so that a write that was overtaken by it cannot bring the document back. */
export const REMEMBER_REMOVALS_HOURS = 24;

/** Stands for a document where its id must not be kept after it was removed. */
export function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** The newest record of each id; documents that cannot be indexed are named in `failures`. */
export function toRecords<Doc extends DocumentRevision>(
  kind: RecordKind<Doc>,
  documents: readonly Doc[],
): { records: SearchRecord[]; failures: Failures } {
  const failures: Failures = [];
  const records = documents.flatMap((document) => {
    try {
      return [kind.toRecord(document)];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      failures.push({ id: String(document.id), reason: error.message });
      return [];
    }
  });
  return { records: newestOfEach(records), failures };
}

/** @throws TypeError for an id that no document can have. */
export function toRemovals(documents: readonly DocumentRevision[]): DocumentRevision[] {
  return newestOfEach(documents.map(checkedIdentity));
}

export function newestOfEach<Item extends DocumentRevision>(items: readonly Item[]): Item[] {
  const newest = new Map<string, Item>();
  for (const item of items) {
    if ((newest.get(item.id)?.revision ?? -Infinity) <= item.revision) newest.set(item.id, item);
  }
  return [...newest.values()];
}

export function throwIfAny(failures: Failures): void {
  if (failures.length > 0) throw new SearchWriteFailed(failures);
}

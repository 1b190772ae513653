import { type SearchWriteFailed } from './search-errors.js';
import { type SearchQuery } from './search-query.js';
import { type SearchAnswer } from './search-answer.js';

/** A document, or the removal of one, at a revision of its owner's aggregate. */
export interface DocumentRevision {
  id: string;
  revision: number;
}

/**
 * A rebuildable index over documents that another database owns. A hit is never proof of permission: check each in
 * the owner's database before it is shown.
 *
 * Every method rejects with {@link SearchUnavailable} when the engine cannot be reached or refuses to answer in time.
 */
export interface SearchIndex<Doc extends DocumentRevision> {
  /**
   * Creates what the engine needs where there is nothing. `needsRebuild`: the index is new and empty, or made by another version
   * of this code, and stays in use as it is until {@link rebuild} has made one anew beside it. Safe to repeat and to run in parallel.
   */
  prepare(): Promise<{ needsRebuild: boolean }>;
  /** Whether there is no index, or one made by another version of this code. Makes nothing: until it is rebuilt, what is missing is `SearchUnavailable`. */
  needsRebuild(): Promise<boolean>;
  /**
   * Puts documents in; resolves when they can be found. A document older than what is stored, or than a removal that
   * was seen, is dropped, and so is one of the same revision as a removal; one of the stored revision is written again.
   * @throws SearchWriteFailed naming the documents that cannot be indexed, when the others are in.
   */
  upsert(documents: readonly Doc[]): Promise<void>;
  /** Takes documents out; resolves when they are no longer found. A document stored with a newer revision stays. */
  remove(documents: readonly DocumentRevision[]): Promise<void>;
  /** @throws InvalidSearchQuery when the query names a filter, facet or range that this index does not have. */
  search(query: SearchQuery): Promise<SearchAnswer>;
  /** Ids of all hits in the order of the query, whatever its `limit`, `offset` and `facets`: for ranking them by something else. */
  ids(query: SearchQuery): Promise<string[]>;
  /**
   * Builds the index anew from `source` beside the one in use, if there is one, and swaps them; searches keep answering meanwhile.
   * Documents that were upserted or removed while it ran are kept at their newest revision. One rebuild runs at a time;
   * a second one waits. Documents that cannot be indexed are left out and named in `failures`.
   */
  rebuild(source: AsyncIterable<readonly Doc[]>): Promise<{ count: number; failures: SearchWriteFailed['failures'] }>;
  /** Ids and revisions of all documents, in batches, in no particular order, for comparison with the owner. */
  revisions(): AsyncIterable<DocumentRevision[]>;
  /** Whether the engine answers and holds an index with this build's settings; never rejects. */
  check(): Promise<{ ok: boolean; problem?: string }>;
  /** Ends connections. No other method may be called after. */
  close(): Promise<void>;
}

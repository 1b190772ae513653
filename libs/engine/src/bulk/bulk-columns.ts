import type { BulkLists, BulkQuery } from '../lists.types.js';
import type { FoundList } from '../ranking/list-index.js';
import { bulkRange } from './bulk-range.js';

/** Gathers lists, which come in order, into columns. */
export class BulkColumns {
  readonly ids: readonly string[];
  private readonly next: string | null;
  private readonly totals: Int32Array;
  private readonly starts: Uint32Array;
  private readonly found: string[] = [];
  private readonly employerFits: number[] = [];
  private readonly seekerFits: number[] = [];

  /** `all` are sorted. */
  constructor(
    all: readonly string[],
    private readonly query: BulkQuery,
  ) {
    const { ids, next } = bulkRange(all, query);
    this.ids = ids;
    this.next = next;
    this.totals = new Int32Array(ids.length);
    this.starts = new Uint32Array(ids.length + 1);
  }

  /** Nothing for who has left meanwhile. */
  put(at: number, list: FoundList | undefined): void {
    this.totals[at] = list?.total ?? 0;
    for (const { id, employerFit, seekerFit } of list?.items ?? []) {
      this.found.push(id);
      this.employerFits.push(employerFit);
      this.seekerFits.push(seekerFit);
    }
    this.starts[at + 1] = this.found.length;
  }

  tell(done: number): void {
    this.query.onProgress?.(done, this.ids.length);
  }

  lists(): BulkLists {
    this.tell(this.ids.length);
    const { ids, totals, starts, found, next } = this;
    const employerFits = Int32Array.from(this.employerFits);
    return { ids, totals, starts, found, employerFits, seekerFits: Int32Array.from(this.seekerFits), next };
  }
}

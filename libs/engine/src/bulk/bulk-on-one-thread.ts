import { setImmediate } from 'node:timers/promises';
import type { BulkLists, BulkQuery } from '../lists.types.js';
import type { FoundList } from '../ranking/list-index.js';
import { bulkRange } from './bulk-range.js';

/** Others get their turn after so many milliseconds. */
const sliceMs = 5;

/** List after list on the calling thread, in slices. */
export async function bulkOnOneThread(
  all: readonly string[],
  query: BulkQuery,
  listOf: (id: string) => FoundList | undefined,
): Promise<BulkLists> {
  const { ids, next } = bulkRange(all, query);
  const totals = new Int32Array(ids.length);
  const starts = new Uint32Array(ids.length + 1);
  const found: string[] = [];
  const employerFits: number[] = [];
  const seekerFits: number[] = [];
  let sliceBegan = performance.now();
  for (const [at, id] of ids.entries()) {
    const list = listOf(id);
    totals[at] = list?.total ?? 0;
    for (const item of list?.items ?? []) {
      found.push(item.id);
      employerFits.push(item.employerFit);
      seekerFits.push(item.seekerFit);
    }
    starts[at + 1] = found.length;
    if (performance.now() - sliceBegan < sliceMs) continue;
    query.onProgress?.(at + 1, ids.length);
    await setImmediate();
    sliceBegan = performance.now();
  }
  query.onProgress?.(ids.length, ids.length);
  return {
    ids,
    totals,
    starts,
    found,
    employerFits: Int32Array.from(employerFits),
    seekerFits: Int32Array.from(seekerFits),
    next,
  };
}

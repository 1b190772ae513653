import { setImmediate } from 'node:timers/promises';
import type { FoundList } from '../ranking/list-index.js';
import type { BulkColumns } from './bulk-columns.js';

/** Others get their turn after so many milliseconds. */
const sliceMs = 5;

/** List after list on the calling thread, in slices. */
export async function bulkOnOneThread(
  columns: BulkColumns,
  listOf: (id: string) => FoundList | undefined,
): Promise<void> {
  let sliceBegan = performance.now();
  for (const [at, id] of columns.ids.entries()) {
    columns.put(at, listOf(id));
    if (performance.now() - sliceBegan < sliceMs) continue;
    columns.tell(at + 1);
    await setImmediate();
    sliceBegan = performance.now();
  }
}

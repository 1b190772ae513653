import { byCodeUnit } from '../model/code-unit-order.js';
import type { BulkQuery } from '../lists.types.js';

/** Which of the sorted ids a bulk question asks for, and the last of them where more are left. */
export function bulkRange(all: readonly string[], { after, count = Infinity }: BulkQuery) {
  const left = after === undefined ? all : all.filter((id) => byCodeUnit(id, after) > 0);
  const ids = left.slice(0, count);
  return { ids, next: ids.length < left.length ? ids.at(-1)! : null };
}

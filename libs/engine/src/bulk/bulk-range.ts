import { byCodeUnit } from '../model/code-unit-order.js';
import type { BulkQuery } from '../lists.types.js';

/** Whose lists a bulk question asks for, and the last of them where more are left. */
export function bulkRange(rankable: string[], { after, count = Infinity }: BulkQuery) {
  const left = rankable.filter((id) => after === undefined || byCodeUnit(id, after) > 0).sort(byCodeUnit);
  const ids = left.slice(0, count);
  return { ids, next: ids.length < left.length ? ids.at(-1)! : null };
}

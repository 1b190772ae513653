import { createHash } from 'node:crypto';
import type { BulkLists } from '../lists.types.js';

/** SHA-256 over lists, the same however the run was cut into ranges: hand the ranges over in their order. */
export function listsHash(ranges: Iterable<BulkLists>): string {
  const hash = createHash('sha256');
  for (const { ids, totals, starts, found, employerFits, seekerFits } of ranges)
    for (const [at, id] of ids.entries()) {
      const lines = [`${id} ${totals[at]}`];
      for (let item = starts[at]!; item < starts[at + 1]!; item++)
        lines.push(`${found[item]} ${employerFits[item]} ${seekerFits[item]}`);
      hash.update(lines.join('\n')).update('\n\n');
    }
  return hash.digest('hex');
}

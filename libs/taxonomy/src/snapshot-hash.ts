import { createHash } from 'node:crypto';
import type { TaxonomySnapshot } from './snapshot.js';

/** JSON without spaces, keys in code-unit order at every level, arrays as they stand: one text for one content. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value) ? value : ordered(value));
}

/** SHA-256, hex, of the snapshot's canonical JSON in UTF-8. */
export function snapshotHash(snapshot: TaxonomySnapshot): string {
  return createHash('sha256').update(canonicalJson(snapshot), 'utf8').digest('hex');
}

/** Spares the copy where the keys are in order already, as in every snapshot that this library reads. */
function inOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let before = '';
  for (const [key, item] of Object.entries(value)) {
    if (key < before || !inOrder(item)) return false;
    before = key;
  }
  return true;
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}

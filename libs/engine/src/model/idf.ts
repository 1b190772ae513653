import type { IdfSnapshot } from '../engine.types.js';
import { contentHash } from './content-hash.js';
import { matchingModel } from './matching-model.js';

/** How many documents there were, and in how many of them each concept stood. */
export interface ConceptCounts {
  readonly documents: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** A snapshot with what it was built from: store it to replay what was shown. */
export type CountedIdf = IdfSnapshot & ConceptCounts;

/**
 * Rarity, `100 + floor(20 log2(1 + floor(documents / (1 + count))))`, at most 400, computed exactly in integers (Spärck Jones's inverse document frequency,
 * damped). Throws `RangeError` on counts that are no counts.
 */
export function buildIdf(source: ConceptCounts): CountedIdf {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  const weights = new Map<string, number>();
  requireCount('documents', source.documents);
  for (const [conceptId, count] of Object.entries(source.counts)) {
    requireCount(conceptId, count);
    counts[conceptId] = count;
    weights.set(conceptId, rarity(source.documents, count));
  }
  const unseen = rarity(source.documents, 0);
  return Object.freeze({
    id: `idf-${contentHash({ documents: source.documents, counts })}`,
    documents: source.documents,
    counts: Object.freeze(counts),
    weight: (conceptId: string) => weights.get(conceptId) ?? unseen,
  });
}

function rarity(documents: number, count: number): number {
  const { base, perDoubling, cap } = matchingModel.idf;
  const ratio = 1 + Math.floor(documents / (1 + count));
  // floor(k log2 n) is the bit length of n^k less one: no floating logarithm, which engines may round differently
  const doublings = (BigInt(ratio) ** BigInt(perDoubling)).toString(2).length - 1;
  return Math.min(cap, base + doublings);
}

function requireCount(what: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`idf count of ${what} is ${count}, not a whole number`);
}

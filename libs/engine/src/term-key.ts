import type { FactKind } from '#contracts';

/** Names of the inverted index's terms. What must never meet has different prefixes. */
export const termKey = {
  /** Credit for a concept. */
  concept: (kind: FactKind, conceptId: string) => `c|${kind}|${conceptId}`,
  /** Credit for every occupation of a group. */
  group: (groupId: string) => `g|${groupId}`,
  years: (kind: FactKind, conceptId: string) => `y|${kind}|${conceptId}`,
  educationLevel: () => 'e',
  /** The person's own word on a concept, for knock-outs; education has one word for all its concepts. */
  known: (kind: FactKind, conceptId: string | null) =>
    kind === 'education' ? 'k|education' : `k|${kind}|${conceptId}`,
  denied: (kind: FactKind, conceptId: string) => `d|${kind}|${conceptId}`,
  /** Wishes that a vacancy's occupation is, lies within, or shares a group with. */
  wantedWithin: (conceptId: string) => `w|in|${conceptId}`,
  wantedExactly: (conceptId: string) => `w|is|${conceptId}`,
  wantedGroup: (groupId: string) => `w|gr|${groupId}`,
  place: (municipalityCode: string) => `p|${municipalityCode}`,
  county: (countyCode: string) => `q|${countyCode}`,
  employmentType: (conceptId: string) => `t|${conceptId}`,
  /** Occupations held, with all that is broader: what lists of people are narrowed by. */
  heldWithin: (conceptId: string) => `f|${conceptId}`,
} as const;

/** A term with its value: a credit in percent, or a code. */
export interface Term {
  readonly key: string;
  readonly value: number;
}

/** One term for each key, with the highest value. */
export function highestByKey(terms: Iterable<Term>): Term[] {
  const best = new Map<string, number>();
  for (const { key, value } of terms) best.set(key, Math.max(value, best.get(key) ?? 0));
  return Array.from(best, ([key, value]) => ({ key, value }));
}

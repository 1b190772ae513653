import type { ExplanationPart } from '#contracts';

/** A part of which nothing more is known than its points. */
export const blankPart = (part: ExplanationPart['part'], points: number, of: number): ExplanationPart => ({
  part,
  points,
  of,
  demandId: null,
  kind: null,
  necessity: null,
  conceptId: null,
  factId: null,
  factConceptId: null,
  factOrigin: null,
  relation: 'none',
  vacancySpan: null,
  profileSpan: null,
  ground: null,
});

import { z } from 'zod';
import { conceptId } from './concept.js';
import { factOrigin, factKind } from './fact.js';
import { instant, span, uuid } from './text.js';
import { necessity } from './vacancy.js';

/** Which of the two fits a list is ranked by; `both` ranks by their exact product. */
export const rankBy = z.enum(['both', 'seeker', 'employer']);
export type RankBy = z.infer<typeof rankBy>;

/** *Unknown* is never a rejection: it says what would settle it. */
export const eligibility = z.enum(['met', 'unknown', 'not-met']);
export type Eligibility = z.infer<typeof eligibility>;

/** Knock-outs: apart from the score. */
export const knockOut = z.enum([
  'driving-licence',
  'professional-licence',
  'language',
  'education',
  'work-permit',
  'reach',
]);
export type KnockOut = z.infer<typeof knockOut>;

export const eligibilityCheck = z.object({
  reason: knockOut,
  state: eligibility,
  conceptId: conceptId.nullable(),
  /** Smallest level that meets it, on the kind's own scale. */
  level: z.int().nullable(),
  demandId: uuid.nullable(),
});

/** How the person's concept stands to the demanded one. */
export const conceptRelation = z.enum([
  'same',
  'exact-match',
  'narrower',
  'broader',
  'sibling',
  'substitute-75',
  'substitute-25',
  'same-group',
  'none',
]);

/** Parts of fit that are not demands. */
export const fitPart = z.enum([
  'demand',
  'occupation',
  'experience',
  'wanted-occupation',
  'place',
  'employment-type',
  'extent',
  'start',
  'pay',
  'use-of-skills',
]);

/** One part of a fit. The parts of one side sum exactly to that side's fit. */
export const explanationPart = z.object({
  part: fitPart,
  /** Points given and points to be had, of 1,000,000. */
  points: z.int().min(0),
  of: z.int().min(0),
  /** For demands: which, and how. */
  demandId: uuid.nullable(),
  kind: factKind.nullable(),
  necessity: necessity.nullable(),
  /** The demanded or wished concept. */
  conceptId: conceptId.nullable(),
  /** The person's concept that earned the points. */
  factId: uuid.nullable(),
  factConceptId: conceptId.nullable(),
  factOrigin: factOrigin.nullable(),
  relation: conceptRelation,
  /** The words in the vacancy's text. */
  vacancySpan: span.nullable(),
  /** The person's words, where the fact was read in a text. */
  profileSpan: span.nullable(),
  /** For parts without concepts: a machine-readable ground, such as `within-reach` or `not-said`. */
  ground: z.string().nullable(),
});
export type ExplanationPart = z.infer<typeof explanationPart>;

/** A change that was computed by applying it: with this, the fit becomes that. */
export const counterfactual = z.object({
  change: z.object({
    kind: factKind,
    conceptId,
    level: z.int().nullable(),
    years: z.int().nullable(),
  }),
  /** The demand that it answers. */
  demandId: uuid.nullable(),
  employerFit: z.int(),
  seekerFit: z.int(),
  fit: z.int(),
  eligibility,
  /** Rough effort: 1 = confirm, 2 = short course, 3 = years. */
  effort: z.int().min(1).max(3),
});
export type Counterfactual = z.infer<typeof counterfactual>;

/** Which definition computed a match: enough to compute it again, to the bit. */
export const matchVersions = z.object({
  model: z.string(),
  taxonomy: z.string(),
  idf: z.string(),
});

/** The figures of one pair. `employerFit` and `seekerFit` 0 to 1,000,000; `fit` = their geometric mean on 0 to 100. */
export const matchFigures = z.object({
  profileId: uuid,
  vacancyId: uuid,
  employerFit: z.int().min(0).max(1_000_000),
  seekerFit: z.int().min(0).max(1_000_000),
  fit: z.int().min(0).max(100),
  eligibility,
  checks: z.array(eligibilityCheck),
});
export type MatchFigures = z.infer<typeof matchFigures>;

export const matchExplanation = matchFigures.extend({
  employerParts: z.array(explanationPart),
  seekerParts: z.array(explanationPart),
  counterfactuals: z.array(counterfactual),
  versions: matchVersions,
  /** What the figures were computed from. */
  profileRevision: z.int(),
  vacancyRevision: z.int(),
  computedAt: instant,
});
export type MatchExplanation = z.infer<typeof matchExplanation>;

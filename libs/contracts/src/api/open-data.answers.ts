import { z } from 'zod';
import { jobAd } from '../domain/job-ad.js';

export const statisticsKinds = [
  'occupation-name',
  'occupation-group',
  'occupation-field',
  'country',
  'municipality',
  'region',
] as const;

const labels = z.array(z.string());
export const freeTextConcepts = z.strictObject({
  skill: labels,
  occupation: labels,
  location: labels,
  skill_must: labels,
  occupation_must: labels,
  location_must: labels,
  skill_must_not: labels,
  occupation_must_not: labels,
  location_must_not: labels,
});
export type FreeTextConcepts = z.infer<typeof freeTextConcepts>;

export const adStatistics = z.strictObject({
  type: z.enum(statisticsKinds),
  values: z.array(
    z.strictObject({ term: z.string(), concept_id: z.string(), code: z.string().nullable(), count: z.int() }),
  ),
});

const adHit = jobAd.extend({ relevance: z.number().min(0).max(1) });
/** `resdet=brief`: without texts. */
const briefAdHit = adHit.omit({ description: true });

export const adSearchAnswer = z.strictObject({
  total: z.strictObject({ value: z.int() }),
  positions: z.int(),
  query_time_in_millis: z.int(),
  result_time_in_millis: z.int(),
  stats: z.array(adStatistics),
  /** `{}` where no text was asked for. */
  freetext_concepts: z.union([freeTextConcepts, z.strictObject({})]),
  hits: z.array(z.union([adHit, briefAdHit])),
});
export type AdSearchAnswer = z.infer<typeof adSearchAnswer>;

export const adCompleteAnswer = z.strictObject({
  time_in_millis: z.int(),
  typeahead: z.array(
    z.strictObject({ value: z.string(), found_phrase: z.string(), type: z.string(), occurrences: z.int() }),
  ),
});
export type AdCompleteAnswer = z.infer<typeof adCompleteAnswer>;

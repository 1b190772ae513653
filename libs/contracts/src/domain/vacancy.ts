import { z } from 'zod';
import { conceptId, language, municipalityCode } from './concept.js';
import { factKind, level } from './fact.js';
import { extent } from './profile.js';
import { day, instant, line, revision, span, text, uuid, webAddress } from './text.js';

/** A requirement must be met; a merit is nice to have. */
export const necessity = z.enum(['requirement', 'merit']);
export type Necessity = z.infer<typeof necessity>;

/** *Read* was read out of the text and awaits the employer's word; *confirmed* and *stated* are the employer's; *rejected* counts for nothing. */
export const demandOrigin = z.enum(['read', 'stated', 'confirmed', 'rejected']);

/** What a demand is about: what a fact can be, and what is shown in the employer's words and never ranked by: traits, other conditions (own car, register extract). */
export const demandKind = z.enum([...factKind.options, 'trait', 'condition']);
export type DemandKind = z.infer<typeof demandKind>;

const demandFields = {
  kind: demandKind,
  conceptId: conceptId.nullable(),
  words: line(200).nullable(),
  necessity,
  level,
  years: z.int().min(0).max(70).nullable(),
  /** Relative weight among the vacancy's demands of the same necessity; 5 is the usual. */
  weight: z.int().min(1).max(10),
};

export const demandInput = z
  .strictObject({
    kind: demandFields.kind,
    conceptId: demandFields.conceptId.default(null),
    words: demandFields.words.default(null),
    necessity: demandFields.necessity.default('requirement'),
    level: level.default(null),
    years: demandFields.years.default(null),
    weight: demandFields.weight.default(5),
  })
  .refine((demand) => demand.conceptId !== null || demand.words !== null, 'a demand needs a concept or words');
export type DemandInput = z.input<typeof demandInput>;

export const demandChange = z.strictObject({
  origin: z.enum(['confirmed', 'rejected']).optional(),
  conceptId: conceptId.optional(),
  necessity: necessity.optional(),
  level: level.optional(),
  years: demandFields.years.optional(),
  weight: demandFields.weight.optional(),
});
export type DemandChange = z.infer<typeof demandChange>;

export const demand = z.object({
  id: uuid,
  ...demandFields,
  origin: demandOrigin,
  span: span.nullable(),
  /** Demands of a vacancy that share a number stand in for one another ("C eller CE"): one of them is enough. */
  either: z.int().nullish(),
});
export type Demand = z.infer<typeof demand>;

/** A demand that people are ranked by: neither trait nor condition. */
export const rankedDemand = demand.extend({ kind: factKind });
export type RankedDemand = z.infer<typeof rankedDemand>;
export const isRankedDemand = <D extends { kind: DemandKind }>(one: D): one is D & Pick<RankedDemand, 'kind'> =>
  one.kind !== 'trait' && one.kind !== 'condition';

/** Whole SEK a month at full time; `text` is the ad's own words. */
export const pay = z
  .strictObject({
    min: z.int().min(0).max(1_000_000).nullable().default(null),
    max: z.int().min(0).max(1_000_000).nullable().default(null),
    text: line(500).nullable().default(null),
  })
  .refine((range) => range.min === null || range.max === null || range.min <= range.max, 'min is above max');
export type Pay = z.infer<typeof pay>;

export const vacancyStatus = z.enum(['draft', 'published', 'closed', 'expired']);
export type VacancyStatus = z.infer<typeof vacancyStatus>;

const vacancyFields = {
  headline: line(300),
  text: text(50_000),
  language,
  occupationId: conceptId.nullable(),
  municipalities: z.array(municipalityCode).max(50),
  remote: z.boolean(),
  positions: z.int().min(1).max(10_000),
  employmentTypeId: conceptId.nullable(),
  extent: extent.nullable(),
  duration: line(200).nullable(),
  pay: pay.nullable(),
  /** Last day to apply. */
  deadline: day.nullable(),
  start: day.nullable(),
  applicationUrl: webAddress.nullable(),
  applicationEmail: z.email().max(320).nullable(),
};

/** What an employer writes. Demands named here are *stated*; the rest is read out of the text. */
export const vacancyInput = z.strictObject({
  headline: vacancyFields.headline,
  text: vacancyFields.text.default(''),
  /** Left out: told from the text. */
  language: language.optional(),
  occupationId: vacancyFields.occupationId.default(null),
  municipalities: vacancyFields.municipalities.default([]),
  remote: z.boolean().default(false),
  positions: vacancyFields.positions.default(1),
  employmentTypeId: vacancyFields.employmentTypeId.default(null),
  extent: vacancyFields.extent.default(null),
  duration: vacancyFields.duration.default(null),
  pay: vacancyFields.pay.default(null),
  deadline: vacancyFields.deadline.default(null),
  start: vacancyFields.start.default(null),
  applicationUrl: vacancyFields.applicationUrl.default(null),
  applicationEmail: vacancyFields.applicationEmail.default(null),
  demands: z.array(demandInput).max(100).default([]),
});
export type VacancyInput = z.input<typeof vacancyInput>;

/** A change names only what it changes, and the revision that it was made from. */
export const vacancyChange = z.strictObject({
  revision,
  headline: vacancyFields.headline.optional(),
  text: vacancyFields.text.optional(),
  language: language.optional(),
  occupationId: vacancyFields.occupationId.optional(),
  municipalities: vacancyFields.municipalities.optional(),
  remote: z.boolean().optional(),
  positions: vacancyFields.positions.optional(),
  employmentTypeId: vacancyFields.employmentTypeId.optional(),
  extent: vacancyFields.extent.optional(),
  duration: vacancyFields.duration.optional(),
  pay: vacancyFields.pay.optional(),
  deadline: vacancyFields.deadline.optional(),
  start: vacancyFields.start.optional(),
  applicationUrl: vacancyFields.applicationUrl.optional(),
  applicationEmail: vacancyFields.applicationEmail.optional(),
});
export type VacancyChange = z.infer<typeof vacancyChange>;

export const employerSector = z.enum(['private', 'municipality', 'region', 'state', 'other']);

export const employerInput = z.strictObject({
  name: line(200),
  /** Ten digits; null for the invented ones. */
  organisationNumber: z
    .string()
    .regex(/^\d{10}$/, 'ten digits')
    .nullable()
    .default(null),
  sector: employerSector.default('private'),
});
export type EmployerInput = z.input<typeof employerInput>;

export const employerView = z.object({
  id: uuid,
  name: z.string(),
  organisationNumber: z.string().nullable(),
  sector: employerSector,
  demo: z.boolean(),
});
export type EmployerView = z.infer<typeof employerView>;

export const vacancyView = z.object({
  id: uuid,
  revision,
  status: vacancyStatus,
  employer: employerView,
  ...vacancyFields,
  /** *Read*: told from the headline, and the employer has not said; *stated* without an occupation: they said there is none. */
  occupationOrigin: z.enum(['stated', 'read']).nullable(),
  demands: z.array(demand),
  /** Where the ad came from; null when written here. */
  source: z.object({ name: z.string(), externalId: z.string(), url: z.string().nullable() }).nullable(),
  demo: z.boolean(),
  publishedAt: instant.nullable(),
  closedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type VacancyView = z.infer<typeof vacancyView>;

/** A vacancy as matching ranks by it. */
export const vacancyMatchView = z.object({
  vacancyId: uuid,
  revision,
  /** Only published vacancies whose deadline has not passed are ranked. */
  rankable: z.boolean(),
  employerId: uuid,
  occupationId: conceptId.nullable(),
  demands: z.array(rankedDemand),
  municipalities: z.array(municipalityCode),
  remote: z.boolean(),
  positions: z.int(),
  employmentTypeId: conceptId.nullable(),
  extent: extent.nullable(),
  pay: pay.nullable(),
  deadline: day.nullable(),
  start: day.nullable(),
  demo: z.boolean(),
});
export type VacancyMatchView = z.infer<typeof vacancyMatchView>;

import { z } from 'zod';
import { conceptId, countyCode, language, municipalityCode } from './concept.js';
import { fact, factInput } from './fact.js';
import { day, instant, line, revision, text, uuid } from './text.js';

/** Percent of full time, both ends included. */
export const extent = z
  .strictObject({ min: z.int().min(1).max(100), max: z.int().min(1).max(100) })
  .refine((range) => range.min <= range.max, 'min is above max');
export type Extent = z.infer<typeof extent>;

/** What a person wants, and what they hold to. */
export const wishes = z.strictObject({
  /** Wanted occupations, occupation groups or fields, best liked first. */
  occupations: z.array(conceptId).max(20).default([]),
  /** Places where they would take a job, besides those within reach of home. */
  municipalities: z.array(municipalityCode).max(290).default([]),
  counties: z.array(countyCode).max(21).default([]),
  /** How far they commute from home, one way; null = not said. One of the two. */
  reachMinutes: z.int().min(0).max(600).nullable().default(null),
  reachKm: z.int().min(0).max(2000).nullable().default(null),
  /** True: would move for a job (to the places named, or anywhere when none is). Null: not said. */
  willingToMove: z.boolean().nullable().default(null),
  remote: z.boolean().default(false),
  employmentTypes: z.array(conceptId).max(10).default([]),
  extent: extent.nullable().default(null),
  earliestStart: day.nullable().default(null),
  /** Lowest acceptable pay, whole SEK a month at full time. */
  payFloor: z.int().min(0).max(1_000_000).nullable().default(null),
  /** Wished occupations and employment types that no concept stands for any more: shown, never ranked by. */
  inWords: z.array(line(200)).max(30).optional(),
});
export type Wishes = z.infer<typeof wishes>;
export type WishesInput = z.input<typeof wishes>;

export const profileStatus = z.enum(['active', 'restricted']);

/** Names and addresses: only the person and, after consent, one employer see them. Never a feature, never in a queue, log or index. */
export const contact = z.strictObject({
  name: line(200),
  email: z.email().max(320).nullable().default(null),
  phone: line(40).nullable().default(null),
});
export type Contact = z.infer<typeof contact>;
export type ContactInput = z.input<typeof contact>;

const profileFields = {
  /** Home; null = not said, or abroad (`country`). */
  homeMunicipality: municipalityCode.nullable(),
  /** ISO 3166-1 alpha-2. */
  homeCountry: z.string().regex(/^[A-Z]{2}$/),
  headline: line(200).nullable(),
  summary: text(20_000).nullable(),
  language,
};

export const profileInput = z.strictObject({
  contact,
  homeMunicipality: profileFields.homeMunicipality.default(null),
  homeCountry: profileFields.homeCountry.default('SE'),
  headline: profileFields.headline.default(null),
  summary: profileFields.summary.default(null),
  language: language.default('sv'),
  facts: z.array(factInput).max(300).default([]),
  wishes: wishes.prefault({}),
  /** Version of the privacy notice that the person was shown. */
  noticeVersion: line(40),
});
export type ProfileInput = z.input<typeof profileInput>;

/** Everything of a profile that its person may see and change. */
export const profileView = z.object({
  id: uuid,
  revision,
  status: profileStatus,
  ...profileFields,
  contact,
  facts: z.array(fact),
  wishes,
  householdId: uuid.nullable(),
  noticeVersion: z.string(),
  /** True for the invented people of the demo region. */
  demo: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
});
export type ProfileView = z.infer<typeof profileView>;

/** A profile as matching ranks by it: concepts, places and levels; no name, no contact, no text. */
export const profileMatchView = z.object({
  profileId: uuid,
  revision,
  /** Restricted and erased profiles are not ranked. */
  rankable: z.boolean(),
  homeMunicipality: municipalityCode.nullable(),
  homeCountry: z.string(),
  facts: z.array(fact),
  wishes,
  householdId: uuid.nullable(),
  demo: z.boolean(),
});
export type ProfileMatchView = z.infer<typeof profileMatchView>;

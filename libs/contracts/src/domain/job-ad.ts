import { z } from 'zod';

const text = z.string().nullable();
/** Swedish wall clock to the second, without a zone: `2026-11-24T13:05:09`. */
const wallClock = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

/** A concept as JobTech names it; the last is the id that Arbetsförmedlingen used before, where there was one. */
export const adConcept = z.strictObject({
  concept_id: z.string(),
  label: z.string(),
  legacy_ams_taxonomy_id: text,
});
export type AdConcept = z.infer<typeof adConcept>;

const weighted = z.array(adConcept.extend({ weight: z.int() }));
const wanted = z.strictObject({
  skills: weighted,
  languages: weighted,
  work_experiences: weighted,
  education: weighted,
  education_level: weighted,
});
export type AdWishes = z.infer<typeof wanted>;

/** An ad in the shape of JobSearch and JobStream: every key is always there, null where unknown. */
export const jobAd = z.strictObject({
  id: z.string(),
  external_id: text,
  original_id: text,
  label: z.array(z.string()),
  webpage_url: z.string(),
  logo_url: text,
  headline: z.string(),
  application_deadline: wallClock.nullable(),
  number_of_vacancies: z.int().nullable(),
  description: z.strictObject({
    text,
    /** Paragraphs, lists and links to http(s), made from the plain text: safe to put into a page. */
    text_formatted: text,
    company_information: text,
    needs: text,
    requirements: text,
    conditions: text,
  }),
  employment_type: adConcept.nullable(),
  salary_type: adConcept.nullable(),
  salary_description: text,
  duration: adConcept.nullable(),
  working_hours_type: adConcept.nullable(),
  /** Percent of full time. */
  scope_of_work: z.strictObject({ min: z.int().nullable(), max: z.int().nullable() }),
  access: text,
  employer: z.strictObject({
    phone_number: text,
    email: text,
    url: text,
    organization_number: text,
    name: z.string(),
    workplace: text,
  }),
  application_details: z.strictObject({
    information: text,
    reference: text,
    email: text,
    via_af: z.boolean(),
    url: text,
    other: text,
  }),
  application_contacts: z.array(
    z.strictObject({ name: text, description: text, email: text, telephone: text, contact_type: text }),
  ),
  experience_required: z.boolean(),
  access_to_own_car: z.boolean(),
  driving_license_required: z.boolean(),
  driving_license: z.array(adConcept).nullable(),
  occupation: adConcept.nullable(),
  occupation_group: adConcept.nullable(),
  occupation_field: adConcept.nullable(),
  workplace_address: z.strictObject({
    municipality: text,
    municipality_code: text,
    municipality_concept_id: text,
    region: text,
    region_code: text,
    region_concept_id: text,
    country: text,
    country_code: text,
    country_concept_id: text,
    street_address: text,
    postcode: text,
    city: text,
    /** Longitude, then latitude, WGS 84. */
    coordinates: z.union([z.tuple([z.number(), z.number()]), z.tuple([z.null(), z.null()])]),
  }),
  must_have: wanted,
  nice_to_have: wanted,
  publication_date: wallClock,
  /** An ad that ends by itself at no certain time says the last second of 2099. */
  last_publication_date: wallClock,
  removed: z.boolean(),
  removed_date: wallClock.nullable(),
  source_type: text,
  /** Epoch milliseconds of the last change, in the order of the stream. */
  timestamp: z.int(),
});
export type JobAd = z.infer<typeof jobAd>;

/** What the stream says of an ad that is no longer open; the last six are concept ids. */
export const adRemoval = z.strictObject({
  id: z.string(),
  removed: z.literal(true),
  removed_date: wallClock,
  occupation: text,
  occupation_group: text,
  occupation_field: text,
  municipality: text,
  region: text,
  country: text,
  timestamp: z.int(),
});
export type AdRemoval = z.infer<typeof adRemoval>;

import { z } from 'zod';
import { readMoment } from '../clock/swedish-time.js';
import { plainText, tidyLine, tidyText, withoutTags } from './ad-text.js';

const longestText = 50_000;
const absent = <T>(value: T | null | undefined): T | null => value ?? null;

/** A text that must fit. */
const text = (read: (value: string) => string) =>
  z
    .string()
    .max(4 * longestText, 'far too long')
    .transform(read)
    .refine((value) => value.length <= longestText, `longer than ${longestText} characters`)
    .nullish()
    .transform(absent);

/** A line that is cut where it is too long, since nothing depends on its end. */
const cut = (max: number) =>
  z
    .string()
    .nullish()
    .transform((value) => {
      const line = tidyLine((value ?? '').slice(0, 2 * max));
      return line === '' ? null : line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
    });

const maybeMoment = z
  .string()
  .max(40, 'not a date')
  .nullish()
  .transform((value, context) => {
    if (value == null || value.trim() === '') return null;
    const read = readMoment(value);
    if (!read) context.addIssue('not a date');
    return read;
  });

const flag = z.boolean().nullish();
const code = z
  .union([z.string().max(200), z.int().transform(String)])
  .nullish()
  .transform((value) => (value ? tidyLine(value) || null : null));

const conceptFields = z.object({ concept_id: code, label: cut(200), legacy_ams_taxonomy_id: code });
const weighted = z.object({ ...conceptFields.shape, weight: z.number().nullish().transform(absent) });

/** JobTech's own files hold some concepts as lists, the one of the ad first. */
const concept = z.preprocess(
  (value) => (Array.isArray(value) ? (value as unknown[])[0] : value),
  conceptFields.nullish().transform(absent),
);

/** Longitude, then latitude; JobTech writes a pair of nulls where it has none. */
const coordinates = z
  .array(z.number().nullable())
  .nullish()
  .transform((value): [number, number] | null => {
    const [longitude, latitude] = value ?? [];
    const isPlace = longitude != null && latitude != null && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    return isPlace ? [longitude, latitude] : null;
  });

const concepts = z
  .array(weighted)
  .max(200, 'more than 200 concepts')
  .nullish()
  .transform((value) => value ?? []);

const wanted = z
  .object({
    skills: concepts,
    languages: concepts,
    work_experiences: concepts,
    education: concepts,
    education_level: concepts,
  })
  .nullish()
  .transform(absent);

/** An id of JobSearch or JobStream; older removals carry it as a number. */
export const adId = z
  .union([z.string(), z.int().min(0)], 'must be a string or a whole number')
  .transform((value) => String(value).trim())
  .refine((value) => /^[\x21-\x7e]{1,100}$/.test(value), 'must be 1 to 100 visible characters');

/** A removal of JobStream. */
export const removalRecord = z.object({ id: adId, removed: z.literal(true), removed_date: maybeMoment });

/** An ad of JobSearch or JobStream: what is used of it. Unknown keys are ignored; contacts and names of people are not read. */
export const adRecord = z.object({
  id: adId,
  headline: z
    .string()
    .max(2000, 'far too long')
    .transform((value) => tidyLine(withoutTags(value)))
    .refine((value) => value !== '', 'is empty')
    .refine((value) => value.length <= 300, 'longer than 300 characters'),
  webpage_url: cut(2000),
  publication_date: maybeMoment,
  last_publication_date: maybeMoment,
  application_deadline: maybeMoment,
  number_of_vacancies: z.int().min(0).max(10_000).nullish().transform(absent),
  description: z
    .object({
      text: text((value) => tidyText(withoutTags(value))),
      text_formatted: text(plainText),
      needs: text((value) => tidyText(withoutTags(value))),
      requirements: text((value) => tidyText(withoutTags(value))),
      company_information: text((value) => tidyText(withoutTags(value))),
      conditions: text((value) => tidyText(withoutTags(value))),
    })
    .nullish()
    .transform(absent),
  employer: z.object({ organization_number: code, name: cut(200), workplace: cut(200), url: cut(2000) }),
  original_id: code,
  label: z
    .union([z.array(z.string().max(100)).max(20), z.string()])
    .nullish()
    .transform((value) => (Array.isArray(value) ? value : [])),
  source_type: cut(50),
  salary_type: concept,
  access: cut(200),
  experience_required: flag,
  access_to_own_car: flag,
  occupation: concept,
  employment_type: concept,
  working_hours_type: concept,
  duration: concept,
  scope_of_work: z
    .object({ min: z.number().min(0).max(100).nullish(), max: z.number().min(0).max(100).nullish() })
    .refine(({ min, max }) => min == null || max == null || min <= max, 'min is above max')
    .nullish()
    .transform(absent),
  salary_description: cut(500),
  workplace_address: z
    .object({
      municipality: cut(200),
      municipality_code: code,
      municipality_concept_id: code,
      region_code: code,
      country_code: code,
      country_concept_id: code,
      street_address: cut(200),
      postcode: cut(20),
      city: cut(100),
      coordinates,
    })
    .nullish()
    .transform(absent),
  application_details: z
    .object({ url: cut(2000), email: cut(320) })
    .nullish()
    .transform(absent),
  driving_license_required: flag,
  driving_license: z
    .array(conceptFields)
    .max(50)
    .nullish()
    .transform((value) => value ?? []),
  must_have: wanted,
  nice_to_have: wanted,
});
export type AdRecord = z.infer<typeof adRecord>;
export type ConceptRecord = z.infer<typeof conceptFields>;
export type WeightedRecord = z.infer<typeof weighted>;
export type WantedRecord = NonNullable<z.infer<typeof wanted>>;

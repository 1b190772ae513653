import { z } from 'zod';

/** What a taxonomy entry stands for. */
export const conceptKind = z.enum([
  'occupation',
  'occupation-group',
  'occupation-field',
  'skill',
  'language',
  'driving-licence',
  'professional-licence',
  'education-level',
  'education-field',
  'work-permit',
  'municipality',
  'county',
  'labour-market-region',
  'country',
  'employment-type',
  'skill-group',
  'isco-group',
  'industry',
  'region',
]);
export type ConceptKind = z.infer<typeof conceptKind>;

/** A JobTech Taxonomy id (`13md_uyV_BNG`) where one exists, else an id of Rallare's own (`rallare:…`, `ssyk:…`, `fa:…`, `sun:…`). */
export const conceptId = z.string().regex(/^[A-Za-z0-9_:.-]{2,64}$/, 'not a concept id');

/** SCB's four-digit municipality code. */
export const municipalityCode = z.string().regex(/^\d{4}$/, 'not a municipality code');

/** SCB's two-digit county code. */
export const countyCode = z.string().regex(/^\d{2}$/, 'not a county code');

export const language = z.enum(['sv', 'en']);
export type Language = z.infer<typeof language>;

/** A concept as people see it. */
export const conceptView = z.object({
  id: conceptId,
  kind: conceptKind,
  label: z.object({ sv: z.string(), en: z.string() }),
  /** SSYK, SCB, SUN or other code of the standard that the concept comes from. */
  code: z.string().nullable(),
  /** Label of the nearest broader concept, to tell namesakes apart. */
  within: z.object({ sv: z.string(), en: z.string() }).nullable(),
});
export type ConceptView = z.infer<typeof conceptView>;

/** What a concept stands for, in a sentence or two, in the languages that a source says it in. */
const definition = z.object({ sv: z.string().nullable(), en: z.string().nullable() });

/** A concept with what it stands for, and the other words for it. */
export const conceptDetail = conceptView.extend({
  definition: definition.nullable(),
  alternatives: z.object({ sv: z.array(z.string()), en: z.array(z.string()) }),
});
export type ConceptDetail = z.infer<typeof conceptDetail>;

/** A concept that is offered while somebody types. */
export const conceptSuggestion = conceptView.extend({
  definition: definition.nullable(),
  /** The name that was met, as the taxonomy has it: the label, another word, or one in a further language. */
  matched: z.string(),
  quality: z.enum(['exact', 'prefix', 'word', 'typo']),
});
export type ConceptSuggestionView = z.infer<typeof conceptSuggestion>;

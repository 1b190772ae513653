import { z } from 'zod';
import { conceptId } from './concept.js';
import { line, span, uuid } from './text.js';

/** What a fact about a person, or a demand of a vacancy, is about. */
export const factKind = z.enum([
  'occupation',
  'skill',
  'language',
  'driving-licence',
  'professional-licence',
  'education',
  'work-permit',
]);
export type FactKind = z.infer<typeof factKind>;

/**
 * Where a fact comes from. *Stated* and *confirmed* are the person's word, *extracted* was read in a text (with its span), *inferred* follows from an
 * occupation held, *denied* gives nothing and is never inferred again.
 */
export const factOrigin = z.enum(['stated', 'confirmed', 'extracted', 'inferred', 'denied']);
export type FactOrigin = z.infer<typeof factOrigin>;

/**
 * A level on the kind's own scale: skill 1 (basic) to 5 (expert), language 1 to 6 (CEFR A1 to C2), education 1 to 6 (first digit of SUN 2000 level).
 * Null where unknown, or where the kind has no levels.
 */
export const level = z.int().min(1).max(6).nullable();

const factFields = {
  kind: factKind,
  /** Null where the person's own words have no concept (yet): shown, searched, never ranked by. */
  conceptId: conceptId.nullable(),
  words: line(200).nullable(),
  level,
  /** Whole years of experience; for occupation and skill. */
  years: z.int().min(0).max(70).nullable(),
};

/** A fact as its person states it. */
export const factInput = z
  .strictObject({
    kind: factFields.kind,
    conceptId: factFields.conceptId.default(null),
    words: factFields.words.default(null),
    level: level.default(null),
    years: factFields.years.default(null),
    /** True: the person says that they do not have it. Stands in the way of reading or inferring it. */
    denied: z.boolean().default(false),
  })
  .refine((fact) => fact.conceptId !== null || fact.words !== null, 'a fact needs a concept or words');
export type FactInput = z.input<typeof factInput>;

/** A change to one fact: a person confirms, denies, or corrects level and years. */
export const factChange = z.strictObject({
  origin: z.enum(['confirmed', 'denied']).optional(),
  level: level.optional(),
  years: factFields.years.optional(),
});
export type FactChange = z.infer<typeof factChange>;

/** A fact as stored and shown. */
export const fact = z.object({ id: uuid, ...factFields, origin: factOrigin, span: span.nullable() });
export type Fact = z.infer<typeof fact>;

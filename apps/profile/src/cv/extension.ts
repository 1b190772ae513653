import { contact, fact, language, line, municipalityCode, profileStatus, text, wishes } from '#contracts';
import { z } from 'zod';
import { parseDocument, string } from './document-parts.js';

/** What an export holds beyond JSON Resume's own words, under `meta.rallare`; with it, an import loses nothing. */
const extension = z.object({
  /** The importer's key of the person. */
  reference: line(100).optional(),
  /** Documents that name the same household are linked. */
  household: line(100).nullish(),
  /** Version of the privacy notice that the person was shown. */
  notice: line(40).optional(),
  language: language.optional(),
  status: profileStatus.optional(),
  homeMunicipality: municipalityCode.nullish(),
  /** As the person wrote them; JSON Resume's own fields are read as text with markup. */
  contact: contact.optional(),
  headline: line(200).nullish(),
  summary: text(20_000).nullish(),
  wishes: wishes.optional(),
  /** All facts with their origins; where they are given, nothing is read out of the other sections. */
  facts: z
    .array(fact.omit({ id: true }))
    .max(300)
    .optional(),
  /** The text that the facts' spans point into. */
  cv: z.object({ format: z.enum(['json-resume', 'europass']), text: string(200_000) }).nullish(),
});
export type CvExtension = z.output<typeof extension>;

const envelope = z.object({ meta: z.object({ rallare: extension.optional() }).nullish() });

/** @throws DomainError `invalid-input` with pointers below `/document/meta/rallare`. */
export const readExtension = (document: Readonly<Record<string, unknown>>): CvExtension | null =>
  parseDocument(envelope, document).meta?.rallare ?? null;

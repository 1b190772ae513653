import type { Contact, Language, Wishes } from '#contracts';
import type { NewFact } from '../facts/merge-facts.js';
import type { CvFormat, Warning } from './cv.js';

/** What was read in a CV; null where it says nothing. */
export interface CvReading {
  readonly contact: { readonly name: string | null; readonly email: string | null; readonly phone: string | null };
  /** Where a missing name belongs in the document. */
  readonly namePointer: string;
  readonly home: { readonly homeMunicipality: string | null; readonly homeCountry: string } | null;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly language: Language;
  readonly facts: readonly NewFact[];
  readonly wishes: Wishes | null;
  /** The text that spans point into; null where an export says that there is none. */
  readonly cv: { readonly format: CvFormat; readonly text: string } | null;
  readonly notice: string | null;
  readonly household: string | null;
  readonly status: 'active' | 'restricted' | null;
  readonly warnings: readonly Warning[];
}

export type ReadContact = { [Field in keyof Contact]: string | null };

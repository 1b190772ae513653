import type { Language } from '#contracts';

export type CvFormat = 'json-resume' | 'europass';

/** Something that a CV says, and where in its document (JSON pointer from the document's root). */
export interface Piece {
  readonly text: string;
  readonly pointer: string;
}

/** A month on a line: `year * 12 + month`, months from 0; a year alone counts from its middle. */
export type MonthIndex = number;

/** When something was done. `from` is null where it is not said; the end month is included in `to`, which is null for what goes on. */
export interface Period {
  readonly from: MonthIndex | null;
  readonly to: MonthIndex | null;
  readonly ongoing: boolean;
  /** As it is written; null where nothing is said. */
  readonly words: string | null;
}

export interface CvWork {
  readonly position: Piece | null;
  readonly employer: string | null;
  readonly period: Period;
  readonly texts: readonly Piece[];
}

export interface CvEducation {
  readonly title: Piece | null;
  readonly field: Piece | null;
  /** Level on the European Qualifications Framework, 1 to 8. */
  readonly frameworkLevel: number | null;
  readonly school: string | null;
  readonly period: Period;
  readonly texts: readonly Piece[];
  readonly pointer: string;
}

export interface CvSkill {
  readonly name: Piece | null;
  readonly level: Piece | null;
  readonly keywords: readonly Piece[];
}

export interface CvLanguage {
  readonly name: Piece;
  /** ISO 639-1 code, where the format has one. */
  readonly code: string | null;
  readonly fluency: Piece | null;
}

/** A CV in this service's terms, whichever format it came in. */
export interface Cv {
  readonly language: Language | null;
  readonly contact: { readonly name: Piece | null; readonly email: Piece | null; readonly phone: Piece | null };
  /** Where a missing name belongs. */
  readonly namePointer: string;
  readonly places: readonly Piece[];
  readonly country: Piece | null;
  readonly headline: Piece | null;
  /** A job that the person applies for or prefers. */
  readonly wantedOccupation: Piece | null;
  readonly summary: Piece | null;
  readonly work: readonly CvWork[];
  readonly education: readonly CvEducation[];
  readonly skills: readonly CvSkill[];
  readonly languages: readonly CvLanguage[];
  readonly certificates: readonly Piece[];
  /** Classes of driving licence. */
  readonly drivingLicences: readonly Piece[];
  /** What else it tells, in running text. */
  readonly texts: readonly Piece[];
  readonly warnings: readonly Warning[];
}

/** Something that the document says and that could not be used. */
export interface Warning {
  readonly pointer: string;
  readonly detail: string;
}

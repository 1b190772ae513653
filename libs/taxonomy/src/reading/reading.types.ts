import type { FactKind } from '#contracts';

/** Where in a source text something was read: UTF-16 offsets, end exclusive; `quote` is always `text.slice(start, end)`. */
export interface ReadSpan {
  field: 'headline' | 'text' | 'cv';
  start: number;
  end: number;
  quote: string;
}

/** What a demand can be about: what a fact can, and what is kept as words only: traits, and other conditions (own car, register extract, shifts). */
export type ReadDemandKind = FactKind | 'trait' | 'condition';

/** What was read about a person. Level scales are those of the contracts' `level`; `years` are whole years; `confidence` is 0 to 100. */
export interface ReadFact {
  kind: FactKind;
  /** Null where the words have no concept in the taxonomy; then `words` holds them. */
  conceptId: string | null;
  words: string | null;
  level: number | null;
  years: number | null;
  span: ReadSpan;
  /** Which rule read it: `<where>/<what>`, for error analysis and for showing why. */
  rule: string;
  confidence: number;
}

/** What a vacancy asks of a person. */
export interface ReadDemand extends Omit<ReadFact, 'kind'> {
  kind: ReadDemandKind;
  necessity: 'requirement' | 'merit';
  /** Demands that stand in for one another ("C eller CE", "sjuksköterska eller barnmorska") share a number; null for one that stands alone. */
  either: number | null;
}

/** An occupation that a title may mean. `score` is 0 to 1000; `matched` is the label that matched. */
export interface TitleCandidate {
  conceptId: string;
  score: number;
  why: 'label' | 'alternative' | 'contains' | 'similar';
  matched: string;
}

export type ReadLanguage = 'sv' | 'en';

export interface VacancyText {
  headline: string;
  text: string;
  language?: ReadLanguage;
  /** Settles ambiguous words: a skill that is usual in the occupation's group wins. */
  occupationId?: string | null;
}

export interface VacancyReading {
  language: ReadLanguage;
  demands: ReadDemand[];
}

export interface PersonText {
  text: string;
  language?: ReadLanguage;
}

export interface PersonReading {
  language: ReadLanguage;
  facts: ReadFact[];
}

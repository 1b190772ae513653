import type { ConceptKind } from '#contracts';

/** The two languages that every concept is named in. */
export type TaxonomyLanguage = 'sv' | 'en';

/** One entry of the taxonomy. `broader` holds the ids of the next broader concepts, not of all ancestors. */
export interface Concept {
  /** JobTech Taxonomy id where one exists, else `rallare:…`, `ssyk:…`, `fa:…` or `sun:…`. */
  readonly id: string;
  readonly kind: ConceptKind;
  readonly label: Readonly<Record<TaxonomyLanguage, string>>;
  /** Other words for the same thing, as ads and CVs use them. */
  readonly alternatives: Readonly<Record<TaxonomyLanguage, readonly string[]>>;
  /** Code in the standard that the concept comes from (SSYK 2012, SCB, SUN, ISO 639, ISO 3166, licence class). */
  readonly code: string | null;
  readonly broader: readonly string[];
  /** What it stands for, in a sentence or two, in the languages that a source says it in. */
  readonly definition?: Readonly<Partial<Record<TaxonomyLanguage, string>>>;
  /** The language in which no source names it: its label there is borrowed from the other one. */
  readonly borrowed?: TaxonomyLanguage;
  /** Words to find it by while somebody types, in any language; too loose to be read as the concept in a text. */
  readonly searchWords?: readonly string[];
}

/** A municipality with its place on the map. */
export interface Municipality {
  /** SCB's four-digit code. */
  readonly code: string;
  readonly conceptId: string;
  readonly name: string;
  /** SCB's two-digit code. */
  readonly countyCode: string;
  /** Degrees, WGS 84, of the municipality's centroid. */
  readonly latitude: number;
  readonly longitude: number;
  /** `fa:<number>`: labour-market region, FA15. */
  readonly labourMarketRegionId: string;
  /** Codes of the municipalities that share a border. */
  readonly neighbours: readonly string[];
}

/**
 * How a concept that somebody holds stands to one that it earns credit for: `narrower` means that the held concept is narrower than the credited one,
 * `substitute-75` and `substitute-25` that the held occupation can step in for it (JobTech's substitutability, percent), `same-group` that both
 * occupations are of one SSYK-4 group.
 */
export type CreditRelation =
  'same' | 'exact-match' | 'narrower' | 'broader' | 'sibling' | 'substitute-75' | 'substitute-25' | 'same-group';

export interface Credit {
  readonly conceptId: string;
  readonly relation: CreditRelation;
}

/** A concept offered while somebody types. */
export interface ConceptSuggestion {
  readonly concept: Concept;
  /** The label or alternative that the query met, as written in the taxonomy. */
  readonly matched: string;
  readonly language: TaxonomyLanguage;
  readonly quality: 'exact' | 'prefix' | 'word' | 'typo';
}

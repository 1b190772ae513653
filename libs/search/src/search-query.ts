import { type Wording } from './text/query-parser.js';

/**
 * What can be counted. `extent` has the values `full` (the same documents as `extentMin: 100`) and `part` (as
 * `extentMax: 99`), a document may be both; `remote`, `noExperience`, `salaryStated` and `willingToMove` have `true` and
 * `false`; `publishedDay` has days in UTC, and leaves out what `publishedAfter` asks for.
 */
export type FacetName =
  | 'municipality'
  | 'county'
  | 'occupationField'
  | 'occupationGroup'
  | 'occupation'
  | 'labourMarketRegion'
  | 'employer'
  | 'employmentType'
  | 'extent'
  | 'remote'
  | 'noExperience'
  | 'salaryStated'
  | 'publishedDay'
  | 'language'
  | 'concept'
  | 'willingToMove';

/** Values within one filter are alternatives; filters narrow each other. Except for `ids`, an empty array filters nothing. */
export interface SearchFilters {
  municipality?: string[];
  county?: string[];
  labourMarketRegion?: string[];
  occupationField?: string[];
  occupationGroup?: string[];
  occupation?: string[];
  employer?: string[];
  employmentType?: string[];
  concept?: string[];
  /** Percent of full time: documents whose stated extent reaches into the range. Those that state none do not match. */
  extentMin?: number;
  extentMax?: number;
  remote?: boolean;
  /** Only those that say that no experience is needed, or only the others. */
  noExperience?: boolean;
  salaryStated?: boolean;
  willingToMove?: boolean;
  demo?: boolean;
  language?: string;
  /** A day or an instant, inclusive. */
  publishedAfter?: string;
  /** Documents whose coordinates are in this circle. */
  within?: { lat: number; lon: number; km: number };
  /** Only these documents, for example the members of a shortlist; an empty array finds nothing. */
  ids?: string[];
}

export type SortOrder = 'relevance' | 'newest' | 'deadline';

export interface SearchQuery {
  /** As typed: `"a phrase"` holds together, `-word` excludes, the last word may be half typed. Empty lists all. */
  text: string;
  /** Other words for stretches of the text: they are found, too, after what was typed. */
  wordings?: Wording[];
  filters: SearchFilters;
  /** Filters that are part of the question itself: unlike `filters`, each narrows the counts of its own facet, too. */
  required?: SearchFilters[];
  /** Ties are settled by newest first, then id. With `deadline`, the nearest comes first and those without one last. */
  sort: SortOrder;
  limit: number;
  offset: number;
  /** Each facet is counted within all filters but its own, so that other values of it can be offered. */
  facets: FacetName[];
  highlight: boolean;
  /** `YYYY-MM-DD` where the searcher is: what has expired by then is not found. */
  today: string;
}

/** Of each facet the most frequent values are given, so many at most. */
export const MOST_FACET_VALUES = 1_000;

/** Most hits that can be paged through: `offset + limit` may not exceed it. */
export const REACHABLE_HITS = 2_100;

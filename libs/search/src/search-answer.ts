import { type FacetName } from './search-query.js';

export type HighlightField = 'headline' | 'text' | 'employerName';

/** Plain text (for `text` a passage around the first words that matched) with the ranges that matched: UTF-16 offsets, end exclusive. */
export interface Highlight {
  field: HighlightField;
  text: string;
  ranges: [number, number][];
}

export interface SearchHit {
  id: string;
  revision: number;
  /** Relevance within this answer, higher is better; not comparable between queries or engines. */
  score: number;
  highlights: Highlight[];
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchAnswer {
  total: number;
  /** False when `total` and the counts are the engine's estimates. */
  exact: boolean;
  hits: SearchHit[];
  /** The facets that were asked for, most frequent value first, then by value. */
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

import { type MultiSearchResult } from 'meilisearch';
import { type CheckedQuery } from '../record/checked-query.js';
import { type FacetCount, type Highlight, type HighlightField, type SearchAnswer } from '../search-answer.js';
import { fromMarked } from '../text/passage.js';

export interface MeilisearchHit {
  id: string;
  revision: number;
  headline: string;
  employerName: string;
  text: string;
}

const FIELDS = ['headline', 'employerName', 'text'] as const satisfies HighlightField[];

/** Puts the answers for the hits and for the facets that are filtered by together. */
export function answerOf(query: CheckedQuery, results: MultiSearchResult<MeilisearchHit>[]): SearchAnswer {
  const [main] = results;
  const counts = new Map(results.flatMap(({ facetDistribution }) => Object.entries(facetDistribution ?? {})));
  return {
    total: main?.estimatedTotalHits ?? 0,
    // With the matching strategy `all` and no distinct attribute Meilisearch's estimate is the size of the whole result.
    exact: true,
    hits: (main?.hits ?? []).map((hit) => ({
      id: hit.id,
      revision: hit.revision,
      score: hit._rankingScore ?? 0,
      highlights: query.highlight ? highlightsOf(hit._formatted ?? {}) : [],
    })),
    facets: Object.fromEntries(query.facets.map((facet) => [facet, sorted(counts.get(facet) ?? {})])),
  };
}

function sorted(distribution: Record<string, number>): FacetCount[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function highlightsOf(formatted: Partial<MeilisearchHit>): Highlight[] {
  return FIELDS.flatMap((field) => {
    const { text, ranges } = fromMarked(formatted[field] ?? '');
    return ranges.length === 0 ? [] : [{ field, text, ranges }];
  });
}

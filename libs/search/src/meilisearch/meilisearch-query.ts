import { type MultiSearchQuery } from 'meilisearch';
import { type CheckedQuery, type Condition } from '../record/checked-query.js';
import { MARKS } from '../text/passage.js';
import { type QueryTerm } from '../text/query-parser.js';
import { dayNumber } from './meilisearch-document.js';
import { LOCALES } from './settings.js';

const SORTS = {
  relevance: [],
  newest: ['published:desc', 'id:asc'],
  deadline: ['deadlineDay:asc', 'published:desc', 'id:asc'],
};
const HIGHLIGHTED = ['headline', 'employerName', 'text'];
const PASSAGE_WORDS = 35;

/** The query for the hits first, then one for each facet that is filtered by: its counts leave its own filter out. */
export function meilisearchQueries(query: CheckedQuery, indexUid: string): MultiSearchQuery[] {
  const own = query.conditions.filter(({ facet }) => facet !== null && query.facets.includes(facet));
  const common = { indexUid, q: queryText(query.terms), matchingStrategy: 'all' as const, locales: LOCALES };
  const hits: MultiSearchQuery = {
    ...common,
    filter: filterOf(query, query.conditions),
    facets: query.facets.filter((facet) => own.every((condition) => condition.facet !== facet)),
    sort: SORTS[query.sort],
    limit: query.limit,
    offset: query.offset,
    attributesToRetrieve: ['id', 'revision'],
    showRankingScore: true,
    ...(query.highlight && {
      attributesToHighlight: HIGHLIGHTED,
      highlightPreTag: MARKS.open,
      highlightPostTag: MARKS.close,
      attributesToCrop: ['text'],
      cropLength: PASSAGE_WORDS,
    }),
  };
  const counts = own.map((condition) => ({
    ...common,
    filter: filterOf(
      query,
      query.conditions.filter((other) => other !== condition),
    ),
    facets: condition.facet === null ? [] : [condition.facet],
    limit: 0,
  }));
  return [hits, ...counts];
}

/** What was typed, in Meilisearch's own notation; a blank at the end says that the last word is whole. */
export function queryText(terms: readonly QueryTerm[]): string {
  const excluded = terms.filter((term) => term.excluded).map(({ words }) => `-"${words.join(' ')}"`);
  const included = terms
    .filter((term) => !term.excluded && !term.optional)
    .map(({ words, phrase }) => (phrase ? `"${words.join(' ')}"` : words.join('-')));
  const end = terms.some((term) => term.prefix && !term.optional) ? '' : ' ';
  return included.length + excluded.length === 0 ? '' : [...excluded, ...included].join(' ') + end;
}

function filterOf({ today }: CheckedQuery, conditions: readonly Condition[]): string[] {
  return [`deadlineDay >= ${dayNumber(today)}`, ...conditions.map(conditionText)];
}

function conditionText(condition: Condition): string {
  switch (condition.by) {
    case 'facet':
      return `${condition.facet} IN [${quoted(condition.values)}]`;
    case 'ids':
      return `id IN [${quoted(condition.values)}]`;
    case 'demo':
      return `demo = ${condition.value}`;
    case 'extent':
      return `extentMax >= ${condition.min} AND extentMin <= ${condition.max}`;
    case 'published':
      return `published >= ${condition.since}`;
    case 'distance':
      return `_geoRadius(${condition.lat}, ${condition.lon}, ${condition.metres})`;
  }
}

// The values are codes: letters, digits and a few signs, none of which needs escaping.
function quoted(values: string[]): string {
  return values.map((value) => `"${value}"`).join(', ');
}

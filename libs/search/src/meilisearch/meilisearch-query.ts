import { type CheckedQuery, type Condition, ownConditions } from '../record/checked-query.js';
import { dayNumber } from './meilisearch-document.js';

export const SORTS = {
  relevance: [],
  newest: ['published:desc', 'id:asc'],
  deadline: ['deadlineDay:asc', 'published:desc', 'id:asc'],
};

/** What one request asks: hits or counts within some of the conditions. */
export interface Part {
  filter: string[];
  facets: string[];
  limit: number;
  offset: number;
}

/** The hits first, then one part for each facet that is filtered by: its counts leave its own filter out. */
export function partsOfQuery(query: CheckedQuery): [Part, ...Part[]] {
  const own = ownConditions(query);
  const hits: Part = {
    filter: filterOf(query, query.conditions),
    facets: query.facets.filter((facet) => own.every((condition) => condition.facet !== facet)),
    limit: query.limit,
    offset: query.offset,
  };
  const counts = own.map((condition) => ({
    filter: filterOf(
      query,
      query.conditions.filter((other) => other !== condition),
    ),
    facets: condition.facet === null ? [] : [condition.facet],
    limit: 0,
    offset: 0,
  }));
  return [hits, ...counts];
}

/** What the text alone finds, whatever the filters. */
export function textAlone(query: CheckedQuery): Part {
  return { filter: filterOf(query, []), facets: [], limit: 0, offset: 0 };
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

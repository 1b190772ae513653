import { InvalidSearchQuery } from '../search-errors.js';
import { type DocumentRevision } from '../search-index.js';
import { type FacetName, REACHABLE_HITS, type SearchFilters, type SearchQuery } from '../search-query.js';
import { type Clause, clausesOf, parseQuery } from '../text/query-parser.js';
import { dayOf, instantOf, isCode, type RecordKind } from './search-record.js';

/** A filter that both adapters understand; `facet` is the one that it filters by. */
export type Condition = (
  | { by: 'facet'; facet: FacetName; values: string[] }
  | { by: 'ids'; facet: null; values: string[] }
  | { by: 'demo'; facet: null; value: boolean }
  | { by: 'extent'; facet: 'extent'; min: number; max: number }
  | { by: 'published'; facet: 'publishedDay'; since: number }
  | { by: 'distance'; facet: null; lat: number; lon: number; metres: number }
) & {
  /** Whether it narrows the counts of its own facet, too. */
  required?: boolean;
};

export interface CheckedQuery extends SearchQuery {
  clauses: Clause[];
  conditions: Condition[];
}

const VALUE_FILTERS = [
  'municipality',
  'county',
  'labourMarketRegion',
  'occupationField',
  'occupationGroup',
  'occupation',
  'employer',
  'employmentType',
  'concept',
  'remote',
  'noExperience',
  'salaryStated',
  'willingToMove',
  'language',
] as const satisfies (FacetName & keyof SearchFilters)[];

/** @throws InvalidSearchQuery saying what this kind of document cannot be asked. */
export function checkQuery<Doc extends DocumentRevision>(kind: RecordKind<Doc>, query: SearchQuery): CheckedQuery {
  try {
    checkPage(query.limit, query.offset);
    dayOf('today', query.today);
    if (!kind.sorts.includes(query.sort)) throw new TypeError(`${kind.name} cannot be sorted by ${query.sort}`);
    const facets = [...new Set(query.facets)];
    const required = (query.required ?? []).flatMap((filters) => [...conditionsOf(filters)]);
    const conditions = [
      ...conditionsOf(query.filters),
      ...required.map((condition) => ({ ...condition, required: true })),
    ];
    for (const facet of [...facets, ...conditions.map((condition) => condition.facet)]) {
      if (facet !== null && !kind.facets.includes(facet)) throw new TypeError(`${kind.name} have no ${facet}`);
    }
    return { ...query, facets, clauses: clausesOf(parseQuery(query.text), query.wordings ?? []), conditions };
  } catch (error) {
    if (error instanceof TypeError) throw new InvalidSearchQuery(error.message, { cause: error });
    throw error;
  }
}

function checkPage(limit: number, offset: number): void {
  if (!Number.isInteger(limit) || limit < 0 || !Number.isInteger(offset) || offset < 0) {
    throw new TypeError(`limit ${limit} and offset ${offset} must be whole and not negative`);
  }
  if (offset + limit > REACHABLE_HITS) {
    throw new TypeError(`offset ${offset} + limit ${limit} is above ${REACHABLE_HITS}`);
  }
}

function* conditionsOf(filters: SearchFilters): Generator<Condition> {
  for (const facet of VALUE_FILTERS) {
    const asked = filters[facet];
    if (asked === undefined || (Array.isArray(asked) && asked.length === 0)) continue;
    yield { by: 'facet', facet, values: (Array.isArray(asked) ? asked : [String(asked)]).filter(isCode) };
  }
  if (filters.ids !== undefined) yield { by: 'ids', facet: null, values: filters.ids.filter(isCode) };
  if (filters.demo !== undefined) yield { by: 'demo', facet: null, value: filters.demo };
  if (filters.extentMin !== undefined || filters.extentMax !== undefined) {
    yield { by: 'extent', facet: 'extent', min: filters.extentMin ?? 0, max: filters.extentMax ?? 100 };
  }
  if (filters.publishedAfter !== undefined) {
    yield { by: 'published', facet: 'publishedDay', since: instantOf('publishedAfter', filters.publishedAfter) };
  }
  if (filters.within !== undefined) {
    const { lat, lon, km } = filters.within;
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km >= 0)) throw new TypeError('within: no such circle');
    yield { by: 'distance', facet: null, lat, lon, metres: Math.round(km * 1000) };
  }
}

/** Conditions that must not narrow the counts of the facet that they filter by. */
export function ownConditions({ conditions, facets }: CheckedQuery): Condition[] {
  return conditions.filter(({ facet, required }) => facet !== null && !required && facets.includes(facet));
}

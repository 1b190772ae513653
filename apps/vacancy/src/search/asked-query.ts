import type { VacancySearchQuery } from '#contracts';
import type { SearchFilters, SearchQuery } from '#search';
import { distanceKm, type Taxonomy } from '#taxonomy';
import type { Reading } from './reading/query-reader.js';

const usualKm = 50;

/** Codes of the municipalities whose seats lie within so many km of another's; empty for a place that there is not. */
export function municipalitiesNear(taxonomy: Taxonomy, near: string, km = usualKm): string[] {
  const place = taxonomy.municipality(near);
  return place ? taxonomy.municipalities.flatMap((one) => (distanceKm(place, one) <= km ? [one.code] : [])) : [];
}

/** The search as the index is asked: words as they were read, without page, counts and highlights. */
export function askedQuery(
  query: VacancySearchQuery,
  reading: Reading,
  taxonomy: Taxonomy,
  today: string,
): Omit<SearchQuery, 'limit' | 'offset' | 'facets' | 'highlight'> {
  const { text, required, wordings } = reading;
  const { near, km } = query;
  return {
    text,
    wordings,
    filters: filtersOf(query),
    // A circle is the municipalities in it: vacancies are known to be in one, not where in it.
    required: [...required, ...(near === undefined ? [] : [{ municipality: nowhereIfNone(taxonomy, near, km) }])],
    sort: query.sort,
    today,
  };
}

/** A filter without values filters nothing, so that no place must be said by one that there is not. */
function nowhereIfNone(taxonomy: Taxonomy, near: string, km: number | undefined): string[] {
  const codes = municipalitiesNear(taxonomy, near, km);
  return codes.length > 0 ? codes : ['none'];
}

function filtersOf(query: VacancySearchQuery): SearchFilters {
  const {
    q: _q,
    near: _near,
    km: _km,
    extent,
    sort: _sort,
    relax: _relax,
    limit: _limit,
    offset: _offset,
    ...filters
  } = query;
  const hours = extent === undefined ? {} : extent === 'full' ? { extentMin: 100 } : { extentMax: 99 };
  return { ...filters, ...hours };
}

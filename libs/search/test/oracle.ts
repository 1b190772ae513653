import type { FacetName, SearchFilters, SearchQuery, SortOrder, VacancyDocument } from '#search';
import { TODAY } from './corpus.js';

/** A query for everything, but for what is given. */
export function ask(given: Partial<SearchQuery> = {}): SearchQuery {
  return {
    text: '',
    filters: {},
    sort: 'relevance',
    limit: 1000,
    offset: 0,
    facets: [],
    highlight: false,
    today: TODAY,
    ...given,
  };
}

export function valuesOf(vacancy: VacancyDocument, facet: FacetName): string[] {
  const one = (value: string | null) => (value === null ? [] : [value]);
  switch (facet) {
    case 'municipality':
      return vacancy.municipalityCodes;
    case 'county':
      return vacancy.countyCodes;
    case 'labourMarketRegion':
      return vacancy.labourMarketRegionIds;
    case 'noExperience':
      return [String(vacancy.noExperience)];
    case 'salaryStated':
      return [String(vacancy.salaryStated)];
    case 'publishedDay':
      return [vacancy.publishedAt.slice(0, 10)];
    case 'occupationField':
      return one(vacancy.occupationFieldId);
    case 'occupationGroup':
      return one(vacancy.occupationGroupId);
    case 'occupation':
      return one(vacancy.occupationId);
    case 'employer':
      return one(vacancy.employerId);
    case 'employmentType':
      return one(vacancy.employmentTypeId);
    case 'extent': {
      const { extentMin, extentMax } = vacancy;
      return [...((extentMax ?? 0) >= 100 ? ['full'] : []), ...((extentMin ?? 100) < 100 ? ['part'] : [])];
    }
    case 'remote':
      return [String(vacancy.remote)];
    case 'language':
      return [vacancy.language];
    default:
      return [];
  }
}

/** Whether a vacancy passes the filters, read one by one; `but` is left out. */
export function passes(vacancy: VacancyDocument, filters: SearchFilters, today: string, but?: FacetName): boolean {
  if (vacancy.deadline !== null && vacancy.deadline < today) return false;
  const oneOf = (facet: FacetName & keyof SearchFilters) => {
    const wanted = filters[facet];
    if (wanted === undefined || facet === but) return true;
    const list = Array.isArray(wanted) ? wanted : [String(wanted)];
    return list.length === 0 || valuesOf(vacancy, facet).some((value) => list.includes(value));
  };
  const { extentMin: min, extentMax: max, publishedAfter } = filters;
  const extent =
    but === 'extent' ||
    ((min === undefined || (vacancy.extentMax ?? -1) >= min) &&
      (max === undefined || (vacancy.extentMin ?? 101) <= max));
  return (
    oneOf('municipality') &&
    oneOf('county') &&
    oneOf('labourMarketRegion') &&
    oneOf('noExperience') &&
    oneOf('salaryStated') &&
    oneOf('occupationField') &&
    oneOf('occupationGroup') &&
    oneOf('occupation') &&
    oneOf('employer') &&
    oneOf('employmentType') &&
    oneOf('remote') &&
    oneOf('language') &&
    extent &&
    (publishedAfter === undefined ||
      but === 'publishedDay' ||
      Date.parse(vacancy.publishedAt) >= Date.parse(publishedAfter))
  );
}

export function recount(found: VacancyDocument[], facet: FacetName): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const vacancy of found) {
    for (const value of valuesOf(vacancy, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function ordered(found: VacancyDocument[], sort: SortOrder): string[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...found]
    .sort(
      (a, b) =>
        (sort === 'deadline' ? compare(a.deadline ?? '9999', b.deadline ?? '9999') : 0) ||
        compare(b.publishedAt, a.publishedAt) ||
        compare(a.id, b.id),
    )
    .map(({ id }) => id);
}

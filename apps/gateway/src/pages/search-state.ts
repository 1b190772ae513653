import { vacancyApi, type VacancySearchQuery } from '#contracts';

/** Filters of the search page that stand in its address and in the facets. */
export const filterNames = [
  'municipality',
  'county',
  'occupationField',
  'occupationGroup',
  'employmentType',
  'remote',
  'employer',
  'language',
] as const;
export type FilterName = (typeof filterNames)[number];

export const pageSize = 20;

/** What the address says; what it gets wrong is left out, so that an old or mangled link still shows a list. */
export function searchStateOf(query: Record<string, unknown>): VacancySearchQuery {
  const schema = vacancyApi.searchVacancies.query;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && name in schema.shape && schema.safeParse({ [name]: value }).success) kept[name] = value;
  }
  return { ...schema.parse(kept), limit: pageSize };
}

export const chosen = (state: VacancySearchQuery, name: FilterName): string[] => {
  const value = state[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
};

/** The query of an address that shows a state; paging begins anew unless an offset is given. */
export function addressQuery(state: VacancySearchQuery, offset = 0): string {
  const query = new URLSearchParams();
  if (state.q) query.set('q', state.q);
  for (const name of filterNames) for (const value of chosen(state, name)) query.append(name, value);
  for (const name of ['occupation', 'extentMin', 'extentMax', 'publishedAfter'] as const) {
    const value = state[name];
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  }
  if (state.sort !== 'relevance') query.set('sort', state.sort);
  if (offset > 0) query.set('offset', String(offset));
  const text = query.toString();
  return text ? `?${text}` : '';
}

const isSingle = (name: FilterName): name is 'remote' | 'language' => name === 'remote' || name === 'language';

export function withFilter(state: VacancySearchQuery, name: FilterName, value: string): VacancySearchQuery {
  if (isSingle(name)) return { ...state, [name]: name === 'remote' ? value === 'true' : value };
  return { ...state, [name]: [...chosen(state, name), value] };
}

export function withoutFilter(state: VacancySearchQuery, name: FilterName, value: string): VacancySearchQuery {
  if (isSingle(name)) return { ...state, [name]: undefined };
  return { ...state, [name]: chosen(state, name).filter((one) => one !== value) };
}

import { vacancyApi, type Relaxation, type VacancySearchQuery } from '#contracts';

/** Filters of the search page that are counted, in the order in which they stand there. */
export const filterNames = [
  'municipality',
  'county',
  'labourMarketRegion',
  'occupationField',
  'occupationGroup',
  'employmentType',
  'extent',
  'publishedAfter',
  'remote',
  'noExperience',
  'salaryStated',
  'employer',
  'language',
] as const;
export type FilterName = (typeof filterNames)[number];

/** All that stand in its address, counted or not. */
export const chipNames = [...filterNames, 'occupation', 'concept', 'near', 'extentMin', 'extentMax'] as const;
export type ChipName = (typeof chipNames)[number];

/** What the page shows; `fit` is for a signed-in seeker. */
export interface SearchState extends Omit<VacancySearchQuery, 'sort'> {
  readonly sort: VacancySearchQuery['sort'] | 'fit';
}

export const pageSize = 20;

/** What the address says; what it gets wrong is left out, so that an old or mangled link still shows a list. */
export function searchStateOf(query: Record<string, unknown>): SearchState {
  const schema = vacancyApi.searchVacancies.query;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    if (value !== '' && name in schema.shape && schema.safeParse({ [name]: value }).success) kept[name] = value;
  }
  const state = { ...schema.parse(kept), limit: pageSize };
  return query['sort'] === 'fit' ? { ...state, sort: 'fit' } : state;
}

export const chosen = (state: SearchState, name: ChipName): string[] => {
  const value = state[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [String(value)];
};

/** Names and values of the address that shows a state, without its page. */
export function addressFields(state: SearchState): [string, string][] {
  const fields: [string, string][] = state.q ? [['q', state.q]] : [];
  for (const name of chipNames) for (const value of chosen(state, name)) fields.push([name, value]);
  if (state.near !== undefined && state.km !== undefined) fields.push(['km', String(state.km)]);
  if (state.sort !== 'relevance') fields.push(['sort', state.sort]);
  return fields;
}

/** The query of an address that shows a state; paging begins anew unless an offset is given. */
export function addressQuery(state: SearchState, offset = 0): string {
  const query = new URLSearchParams(addressFields(state));
  if (offset > 0) query.set('offset', String(offset));
  const text = query.toString();
  return text ? `?${text}` : '';
}

const flags: readonly ChipName[] = ['remote', 'noExperience', 'salaryStated'];
const singles: readonly ChipName[] = [
  ...flags,
  'language',
  'extent',
  'publishedAfter',
  'near',
  'extentMin',
  'extentMax',
];

export function withFilter(state: SearchState, name: FilterName, value: string): SearchState {
  if (singles.includes(name)) return { ...state, [name]: flags.includes(name) ? value === 'true' : value };
  return { ...state, [name]: [...chosen(state, name), value] };
}

export function withoutFilter(state: SearchState, name: ChipName, value: string): SearchState {
  if (name === 'near') return { ...state, near: undefined, km: undefined };
  if (singles.includes(name)) return { ...state, [name]: undefined };
  return { ...state, [name]: chosen(state, name).filter((one) => one !== value) };
}

/** The state with one thing less asked for. */
export function relaxed(state: SearchState, { filter, q }: Pick<Relaxation, 'filter' | 'q'>): SearchState {
  if (filter === 'q') return { ...state, q };
  if (filter === 'km') return { ...state, km: undefined };
  return chosen(state, filter).reduce((less, value) => withoutFilter(less, filter, value), state);
}

/** Only the words and the order are left. */
export const cleared = (state: SearchState): SearchState =>
  chipNames.reduce((less, filter) => relaxed(less, { filter, q: '' }), state);

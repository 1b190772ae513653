import { useSearchParams } from 'react-router';

/** How the list is ordered: by one of the fits, or by something else. */
export const orders = ['both', 'employer', 'seeker', 'newest', 'deadline', 'distance'] as const;
export type Order = (typeof orders)[number];

export const shows = ['all', 'new', 'saved'] as const;
export type Show = (typeof shows)[number];

/** What the address says of the list. */
export interface MatchQuery {
  readonly order: Order;
  readonly show: Show;
  readonly municipality: readonly string[];
  readonly occupationField: readonly string[];
  readonly remote: boolean;
}

export const noFilters = { municipality: [], occupationField: [], remote: false } as const;

const isMunicipality = (code: string): boolean => /^\d{4}$/.test(code);

/** The list's state lives in the address, so that it survives a reload and can be sent to somebody. */
export function useMatchQuery(): readonly [MatchQuery, (change: Partial<MatchQuery>) => void] {
  const [search, setSearch] = useSearchParams();
  const query: MatchQuery = {
    order: orders.find((one) => one === search.get('order')) ?? 'both',
    show: shows.find((one) => one === search.get('show')) ?? 'all',
    municipality: search.getAll('municipality').filter(isMunicipality),
    occupationField: search.getAll('field'),
    remote: search.get('remote') === 'true',
  };
  const change = (part: Partial<MatchQuery>): void => setSearch(addressOf({ ...query, ...part }));
  return [query, change];
}

/** A changed list begins at its first page. */
function addressOf({ order, show, municipality, occupationField, remote }: MatchQuery): URLSearchParams {
  const search = new URLSearchParams();
  if (order !== 'both') search.set('order', order);
  if (show !== 'all') search.set('show', show);
  for (const code of municipality) search.append('municipality', code);
  for (const id of occupationField) search.append('field', id);
  if (remote) search.set('remote', 'true');
  return search;
}

/** As the system asks for it. */
export function apiQuery({ order, show, municipality, occupationField, remote }: MatchQuery) {
  const isFit = order === 'both' || order === 'employer' || order === 'seeker';
  return {
    rankBy: isFit ? order : ('both' as const),
    sort: isFit ? ('fit' as const) : order,
    show,
    municipality: [...municipality],
    occupationField: [...occupationField],
    ...(remote ? { remote: 'true' as const } : {}),
  };
}

import type { AdSearchQuery } from '#contracts';
import type { FilterSql } from './ad-filter-sql.js';
import type { FreeTextSql } from '../free-text/free-text-sql.js';
import type { Parameters } from './parameters.js';

/** Open: published, not ended by the day in Sweden. The owner's table decides what is published, so that nothing closed is found while the rest catches up. */
export const openAds = (today: string, parameters: Parameters): string[] => [
  'a.removed_at IS NULL',
  `(a.deadline IS NULL OR a.deadline >= ${parameters.add(today, 'date')})`,
  `EXISTS (SELECT FROM vacancies v WHERE v.id = a.vacancy_id AND v.status = 'published')`,
];

type Sort = NonNullable<AdSearchQuery['sort']>;
const orders: Readonly<Record<Sort, string>> = {
  relevance: 'published_at DESC',
  'pubdate-desc': 'published_at DESC',
  'pubdate-asc': 'published_at ASC',
  'applydate-desc': 'deadline DESC NULLS FIRST',
  'applydate-asc': 'deadline ASC NULLS LAST',
  updated: 'changed_at DESC NULLS FIRST',
  id: 'id',
};

function scoredOrder(sort: Sort): string {
  if (sort === 'id') return orders.id;
  return sort === 'relevance'
    ? `locality DESC, score DESC, ${orders.relevance}, id`
    : `${orders[sort]}, score DESC, id`;
}

const statisticsColumns = {
  'occupation-name': 'unnest(array_remove(ARRAY[occupation], NULL))',
  'occupation-group': 'unnest(array_remove(ARRAY[occupation_group], NULL))',
  'occupation-field': 'unnest(array_remove(ARRAY[occupation_field], NULL))',
  country: 'country',
  municipality: 'unnest(municipalities)',
  region: 'unnest(regions)',
} as const;

export interface SearchRow {
  readonly total: number;
  readonly positions: number;
  readonly best: number;
  readonly page: readonly { readonly id: string; readonly score: number; readonly changed_at: number | null }[];
  readonly stats: readonly { readonly type: string; readonly value: string; readonly count: number }[];
}

/** Total, positions, page and statistics in one statement, so that all are of one moment. */
export function searchStatement(
  query: AdSearchQuery,
  today: string,
  filter: FilterSql,
  text: FreeTextSql | null,
  parameters: Parameters,
): string {
  const isPlain = text === null && query.stats.length === 0;
  // The most local place first needs the places of all.
  const isByPlace = (query.sort ?? 'relevance') === 'relevance' && filter.isLocal;
  return isPlain && !isByPlace
    ? plainStatement(query, today, filter, parameters)
    : scoredStatement(query, today, filter, text, parameters);
}

/** Without words and statistics: an index counts, and gives the page in its order. */
function plainStatement(query: AdSearchQuery, today: string, filter: FilterSql, parameters: Parameters): string {
  const found = `FROM open_ads a LEFT JOIN open_ad_places p ON p.vacancy_id = a.vacancy_id WHERE ${[...openAds(today, parameters), ...filter.conditions].join(' AND ')}`;
  const order = `${orders[query.sort ?? 'relevance']}, id`.replace(/\bid\b/g, 'a.vacancy_id');
  const [limit, offset] = [parameters.add(query.limit, 'int'), parameters.add(query.offset, 'int')];
  return `
    WITH counted AS (SELECT count(*)::int AS total, coalesce(sum(a.positions), 0)::int AS positions ${found}),
    page AS (SELECT a.vacancy_id AS id, 0::float8 AS score, p.changed_at, row_number() OVER (ORDER BY ${order}) AS place
      ${found} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset})
    SELECT total, positions, 0::float8 AS best, (SELECT coalesce(json_agg(page ORDER BY place), '[]') FROM page) AS page,
      '[]'::json AS stats FROM counted`;
}

/** Every hit with its score, read once and counted in several ways. */
function scoredStatement(
  query: AdSearchQuery,
  today: string,
  filter: FilterSql,
  text: FreeTextSql | null,
  parameters: Parameters,
): string {
  const where = [...openAds(today, parameters), ...filter.conditions, ...(text ? [text.where] : [])].join(' AND ');
  const kinds = [...new Set(query.stats)];
  const threshold = query['relevance-threshold'];
  const order = scoredOrder(query.sort ?? 'relevance');
  const limit = parameters.add(query.limit, 'int');
  const offset = parameters.add(query.offset, 'int');
  const rows = kinds.length === 0 ? '' : parameters.add(query['stats.limit'], 'int');
  const statistics = kinds.map(
    (kind) => `SELECT * FROM (SELECT '${kind}' AS type, value, count(*)::int AS count
      FROM (SELECT ${statisticsColumns[kind]} AS value FROM matched) all_values
      GROUP BY value ORDER BY count DESC, value LIMIT ${rows}) AS counted`,
  );
  return `
    WITH scored AS MATERIALIZED (
      SELECT a.vacancy_id AS id, a.positions, a.published_at, a.deadline, p.changed_at,
        ${text?.score() ?? '0'}::float8 AS score, ${filter.locality()} AS locality
        ${kinds.length === 0 ? '' : `, a.occupation, a.occupation_group, a.occupation_field, a.country, a.municipalities, a.regions`}
      FROM open_ads a LEFT JOIN open_ad_places p ON p.vacancy_id = a.vacancy_id WHERE ${where}
    ), best AS (SELECT coalesce(max(score), 0) AS score FROM scored),
    matched AS (
      SELECT * FROM scored ${text && threshold !== undefined ? `WHERE score >= ${parameters.add(threshold, 'float8')} * (SELECT score FROM best)` : ''}
    ), page AS (SELECT id, score, changed_at, row_number() OVER (ORDER BY ${order}) AS place FROM matched ORDER BY ${order} LIMIT ${limit} OFFSET ${offset})
    SELECT (SELECT count(*)::int FROM matched) AS total,
      (SELECT coalesce(sum(positions), 0)::int FROM matched) AS positions,
      (SELECT score FROM best) AS best,
      (SELECT coalesce(json_agg(page ORDER BY place), '[]') FROM page) AS page,
      ${statistics.length === 0 ? `'[]'::json` : `(SELECT coalesce(json_agg(s ORDER BY s.count DESC, s.value), '[]') FROM (${statistics.join(' UNION ALL ')}) s)`} AS stats`;
}

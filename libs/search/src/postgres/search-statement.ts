import { type CheckedQuery, type Condition, ownConditions } from '../record/checked-query.js';
import { MOST_FACET_VALUES } from '../search-query.js';
import { type Parameters } from './parameters.js';
import { facetColumn } from './tables.js';
import { type TextQuery } from './text-query.js';

/** Above this many hits they are ranked by headline, names and concepts alone: reading every text's vector takes too long. */
const RANKED_BY_TEXT = 500;
/** Of weights D (without diacritics), C (text, concepts), B (employer, occupation, place), A (headline). */
const WEIGHTS = `'{0.05, 0.2, 0.5, 1}'`;
const EARTH_METRES = 6_371_000;

const ORDER = {
  relevance: 'score DESC, published DESC, id',
  newest: 'published DESC, id',
  deadline: 'deadline, published DESC, id',
};

/** Total, page and facets in one statement, so that all are of the same moment. */
export function searchStatement(query: CheckedQuery, text: TextQuery, table: string, parameters: Parameters): string {
  const own = ownConditions(query);
  const fixed = query.conditions.filter((condition) => !own.includes(condition));
  const base = [
    ...openDocuments(text.wide, query.today, parameters),
    ...fixed.map((condition) => conditionSql(condition, parameters)),
  ].join(' AND ');
  const flags = own.map((condition) => conditionSql(condition, parameters));
  const texts = query.highlight ? ', headline, employer_name, body' : '';
  const counted = [...new Set(query.facets.map(facetColumn))];
  // A bit for each own condition that a document passes.
  const passed = flags.map((sql, index) => `(${sql}::int << ${index})`).join(' | ') || '0';
  const all = 2 ** own.length - 1;
  return `
    WITH matched AS MATERIALIZED (
      SELECT ${[`${passed} AS passed`, ...counted].join(', ')} FROM ${table} d WHERE ${query.facets.length > 0 ? base : [base, ...flags].join(' AND ')}
    ), counted AS (
      SELECT count(*)::int AS total FROM matched WHERE passed = ${all}
    ), page AS (
      SELECT id, revision, published, deadline, ${score(text, parameters)} AS score ${texts}
      FROM ${table} d WHERE ${[base, ...flags].join(' AND ')}
      ORDER BY ${ORDER[query.sort]}
      LIMIT ${parameters.add(query.limit, 'int')} OFFSET ${parameters.add(query.offset, 'int')}
    )
    SELECT total,
      (SELECT coalesce(json_agg(page ORDER BY ${ORDER[query.sort]}), '[]') FROM page) AS page,
      (SELECT coalesce(json_agg(f ORDER BY n DESC, value COLLATE "C"), '[]') FROM (${facetCounts(query, own, parameters)}) f) AS facets
    FROM counted`;
}

/** Ids of all hits, in their order. */
export function idsStatement(query: CheckedQuery, text: TextQuery, table: string, parameters: Parameters): string {
  const where = [
    ...openDocuments(text.wide, query.today, parameters),
    ...query.conditions.map((condition) => conditionSql(condition, parameters)),
  ].join(' AND ');
  return `
    WITH counted AS (SELECT count(*)::int AS total FROM ${table} d WHERE ${where})
    SELECT id FROM (
      SELECT id, published, deadline, ${query.sort === 'relevance' ? score(text, parameters) : '0'} AS score FROM ${table} d WHERE ${where}
    ) hits ORDER BY ${ORDER[query.sort]}`;
}

/** Whether the text alone finds at least `enough` documents, whatever the filters: decides if words like those typed are looked up. */
export function enoughStatement(strict: string, today: string, table: string, parameters: Parameters): string {
  const enough = parameters.add(10, 'int');
  const where = openDocuments(strict, today, parameters).join(' AND ');
  return `SELECT count(*) >= ${enough} AS enough FROM (SELECT FROM ${table} d WHERE ${where} LIMIT ${enough}) AS first_ones`;
}

function openDocuments(found: string | null, today: string, parameters: Parameters): string[] {
  const open = ['removed_at IS NULL', `deadline >= ${parameters.add(today, 'date')}`];
  return found === null ? open : [...open, `d.found @@ ${parameters.add(found, 'tsquery')}`];
}

function score({ typed, expanded, strict }: TextQuery, parameters: Parameters): string {
  if (typed === null || strict === null) return '0';
  const rank = (query: string) => {
    const asked = parameters.add(query, 'tsquery');
    return `CASE WHEN (SELECT total FROM counted) <= ${RANKED_BY_TEXT}
     THEN ts_rank(${WEIGHTS}, d.found, ${asked}) ELSE ts_rank(${WEIGHTS}, d.ranked, ${asked}) END`;
  };
  if (expanded === null) return rank(typed);
  return `(d.found @@ ${parameters.add(strict, 'tsquery')})::int + 0.5 * ${rank(`(${typed} | ${expanded})`)}`;
}

/** Of each facet the most frequent values: somebody may count thousands of employers. */
function facetCounts(query: CheckedQuery, own: Condition[], parameters: Parameters): string {
  return `SELECT value, n FROM (
      SELECT value, n, row_number() OVER (PARTITION BY split_part(value, ':', 1) ORDER BY n DESC, value COLLATE "C") AS place
      FROM (${allFacetCounts(query, own, parameters)}) all_counts
    ) places WHERE place <= ${MOST_FACET_VALUES}`;
}

/** Each document's values are unpacked once: what counts where is settled by value and by which own conditions were passed. */
function allFacetCounts(query: CheckedQuery, own: Condition[], parameters: Parameters): string {
  const all = 2 ** own.length - 1;
  const mayFail = (facet: string) =>
    own.reduce((bits, condition, index) => (condition.facet === facet ? bits | (2 ** index) : bits), 0);
  const cases = [...new Set(own.map(({ facet }) => facet ?? ''))]
    .map((facet) => `WHEN ${parameters.add(facet, 'text')} THEN ${mayFail(facet)}`)
    .join(' ');
  const forgiven = cases === '' ? '0' : `CASE split_part(value, ':', 1) ${cases} ELSE 0 END`;
  const wanted = parameters.add(query.facets, 'text[]');
  // Which facets were asked for is seen once for each value, not once for each document: hence the fence (OFFSET 0).
  const parts = [...new Set(query.facets.map(facetColumn))].map(
    (column) => `SELECT value, sum(n)::int AS n FROM (
        SELECT value, passed, count(*) AS n FROM matched, unnest(${column}) value GROUP BY value, passed OFFSET 0
      ) counts WHERE split_part(value, ':', 1) = ANY (${wanted}) AND (passed | ${forgiven}) = ${all} GROUP BY value`,
  );
  return parts.length === 0 ? `SELECT '' AS value, 0 AS n WHERE ${wanted} IS NULL` : parts.join(' UNION ALL ');
}

function conditionSql(condition: Condition, parameters: Parameters): string {
  switch (condition.by) {
    case 'facet':
      return `(${facetColumn(condition.facet)} && ${parameters.add(
        condition.values.map((value) => `${condition.facet}:${value}`),
        'text[]',
      )})`;
    case 'ids':
      return `(id = ANY (${parameters.add(condition.values, 'text[]')}))`;
    case 'demo':
      return `(demo = ${parameters.add(condition.value, 'boolean')})`;
    case 'extent':
      return `(coalesce(extent_max >= ${parameters.add(condition.min, 'int')} AND extent_min <= ${parameters.add(condition.max, 'int')}, false))`;
    case 'published':
      return `(published >= ${parameters.add(condition.since, 'bigint')})`;
    case 'distance':
      return withinSql(condition, parameters);
  }
}

/** Haversine on a sphere, as Meilisearch does; a box first, since most documents are far away. */
function withinSql({ lat, lon, metres }: Condition & { by: 'distance' }, parameters: Parameters): string {
  const [at, on] = [parameters.add(lat, 'double precision'), parameters.add(lon, 'double precision')];
  const reach = parameters.add(metres, 'double precision');
  return `(coalesce(abs(lat - ${at}) <= degrees(${reach} / ${EARTH_METRES}) * 1.001 AND
    2 * ${EARTH_METRES} * asin(sqrt(least(1, power(sin(radians(lat - ${at}) / 2), 2)
      + cos(radians(lat)) * cos(radians(${at})) * power(sin(radians(lon - ${on}) / 2), 2)))) <= ${reach}, false))`;
}

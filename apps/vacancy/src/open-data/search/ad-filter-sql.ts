import type { AdFilter } from '#contracts';
import { invalidInput } from '#platform';
import type { Taxonomy } from '#taxonomy';
import { readMoment } from '../../clock/swedish-time.js';
import { wordsOf, stemOf } from '../words/tokens.js';
import { stemMark } from '../words/text-vector.js';
import { conceptIdOf, type TermName } from './concept-values.js';
import type { Parameters } from './parameters.js';

export interface FilterContext {
  readonly taxonomy: Taxonomy;
  readonly now: Date;
}

export interface FilterSql {
  readonly conditions: readonly string[];
  /** Whether places are asked for, of which some are more local than others. */
  readonly isLocal: boolean;
  /** Puts the most local place first: 2 for the municipality, 1 for the region. Asked for only where it is used. */
  readonly locality: () => string;
}

const placeNames = ['municipality', 'region', 'country'] as const;
const occupationNames = ['occupation-name', 'occupation-group', 'occupation-field'] as const;
const others = [
  'skill',
  'language',
  'driving-license',
  'employment-type',
  'worktime-extent',
  'duration',
  'label',
] as const;
/** Flags that no ad here carries: asked for, they find nothing; asked against, everything. */
const neverSet = ['trainee', 'larling', 'open_for_all', 'franchise', 'hire-work-place'] as const;

/** The parameters of `/search` but for its free text, as conditions on a row `a` of `open_ads`. */
export function adFilterSql(filter: AdFilter, context: FilterContext, parameters: Parameters): FilterSql {
  const { taxonomy } = context;
  const split = (name: TermName, values: readonly string[]): { wanted: string[]; unwanted: string[] } => {
    const term = (value: string): string => `${name}:${conceptIdOf(taxonomy, name, value)}`;
    return {
      wanted: values.filter((one) => !one.startsWith('-')).map(term),
      unwanted: values.filter((one) => one.startsWith('-')).map((one) => term(one.slice(1))),
    };
  };
  const holds = (terms: readonly string[]): string => `a.terms && ${parameters.add(terms, 'text[]')}`;
  const conditions: string[] = [];
  const group = (names: readonly TermName[], more: readonly string[] = []): void => {
    const parts = names.map((name) => split(name, filter[name as (typeof placeNames)[number]]));
    const wanted = [...parts.flatMap((one) => one.wanted), ...more];
    const unwanted = parts.flatMap((one) => one.unwanted);
    if (wanted.length > 0) conditions.push(holds(wanted));
    if (unwanted.length > 0) conditions.push(`NOT (${holds(unwanted)})`);
  };
  group(placeNames, [
    ...(filter.abroad === true ? ['place:abroad'] : []),
    ...(filter['unspecified-sweden-workplace'] === true ? ['place:unspecified'] : []),
  ]);
  group(occupationNames);
  for (const name of others) group([name]);
  for (const name of neverSet) if (filter[name] === true) conditions.push('false');
  if (filter['workplace-model'].some((one) => !one.startsWith('-'))) conditions.push('false');
  const collections = filter['occupation-collection'];
  if (collections.length > 0) conditions.push(...collectionSql(collections, taxonomy, holds));
  conditions.push(...plainConditions(filter, parameters), ...timeConditions(filter, context, parameters));
  conditions.push(...employerConditions(filter.employer, parameters), ...circleConditions(filter, parameters));
  const locality = (): string => {
    const ranks = (
      [
        ['municipality', 2],
        ['region', 1],
      ] as const
    ).flatMap(([name, rank]) => {
      const { wanted } = split(name, filter[name]);
      return wanted.length === 0 ? [] : [`CASE WHEN ${holds(wanted)} THEN ${rank} ELSE 0 END`];
    });
    return ranks.length === 0 ? '0' : `greatest(${ranks.join(', ')})`;
  };
  const isLocal = filter.municipality.length + filter.region.length > 0;
  return { conditions, isLocal, locality };
}

/** Lists of occupations are no part of the taxonomy in use: a list is what lies below a concept of that id. */
function collectionSql(ids: readonly string[], taxonomy: Taxonomy, holds: (terms: string[]) => string): string[] {
  const members = (id: string): string[] => [id, ...taxonomy.narrower(id)].map((one) => `occupation-name:${one}`);
  const wanted = ids.filter((id) => !id.startsWith('-')).flatMap(members);
  const unwanted = ids.filter((id) => id.startsWith('-')).flatMap((id) => members(id.slice(1)));
  return [...(wanted.length > 0 ? [holds(wanted)] : []), ...(unwanted.length > 0 ? [`NOT (${holds(unwanted)})`] : [])];
}

function plainConditions(filter: AdFilter, parameters: Parameters): string[] {
  const flags = [
    ['remote', filter.remote],
    ['experience', filter.experience],
    ['licence', filter['driving-license-required']],
  ] as const;
  const [min, max] = [filter['parttime.min'], filter['parttime.max']];
  return [
    ...flags.flatMap(([column, value]) =>
      value === undefined ? [] : [`a.${column} = ${parameters.add(value, 'boolean')}`],
    ),
    ...(min === undefined ? [] : [`a.scope_min >= ${parameters.add(min, 'float8')}`]),
    ...(max === undefined ? [] : [`a.scope_max <= ${parameters.add(max, 'float8')}`]),
  ];
}

function timeConditions(filter: AdFilter, { now }: FilterContext, parameters: Parameters): string[] {
  const instant = (name: 'published-after' | 'published-before'): Date | null => {
    const value = filter[name];
    if (value === undefined) return null;
    if (/^\d+$/.test(value)) return new Date(now.getTime() - Number(value) * 60_000);
    return momentOf(name, value);
  };
  const [after, before] = [instant('published-after'), instant('published-before')];
  return [
    ...(after ? [`a.published_at >= ${parameters.add(after, 'timestamptz')}`] : []),
    ...(before ? [`a.published_at <= ${parameters.add(before, 'timestamptz')}`] : []),
  ];
}

/** @throws DomainError `invalid-input` for a day that the calendar does not have. */
export function momentOf(name: string, value: string): Date {
  const padded = value.replace(/-(\d)(?=[-T ]|$)/g, '-0$1');
  const moment = readMoment(padded);
  if (!moment) throw invalidInput([{ pointer: `query/${name}`, detail: `${value} is no date: YYYY-MM-DDTHH:MM:SS` }]);
  return moment.instant();
}

function employerConditions(values: readonly string[], parameters: Parameters): string[] {
  const condition = (value: string): string => {
    const digits = value.replace(/[\s-]/g, '');
    if (/^\d+$/.test(digits)) return `starts_with(a.organisation_number, ${parameters.add(digits, 'text')})`;
    const words = wordsOf(value).map((word) => `'${stemMark}${stemOf(word)}':C`);
    return words.length === 0 ? 'false' : `a.words @@ ${parameters.add(words.join(' | '), 'text')}::tsquery`;
  };
  const signed = (sign: string): string[] =>
    values.filter((one) => one.startsWith(sign)).map((one) => condition(one.slice(1)));
  const wanted = values.filter((one) => !/^[+-]/.test(one)).map(condition);
  return [
    ...(wanted.length === 0 ? [] : [`(${wanted.join(' OR ')})`]),
    ...signed('+'),
    ...signed('-').map((one) => `NOT coalesce(${one}, false)`),
  ];
}

const usualKilometres = 5;
const earthKilometres = 6_371;

function circleConditions(filter: AdFilter, parameters: Parameters): string[] {
  const radii = filter['position.radius'];
  const circles = filter.position.map((position, at) => {
    const [lat, lon] = position.split(',').map(Number) as [number, number];
    const [y, x] = [parameters.add(lat, 'float8'), parameters.add(lon, 'float8')];
    const km = parameters.add(radii[at] ?? usualKilometres, 'float8');
    return `2 * ${earthKilometres} * asin(sqrt(least(1, power(sin(radians(a.latitude - ${y}) / 2), 2)
      + cos(radians(a.latitude)) * cos(radians(${y})) * power(sin(radians(a.longitude - ${x}) / 2), 2)))) <= ${km}`;
  });
  return circles.length === 0 ? [] : [`coalesce(${circles.join(' OR ')}, false)`];
}

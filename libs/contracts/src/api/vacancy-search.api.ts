import { z } from 'zod';
import { conceptId, countyCode, language, municipalityCode } from '../domain/concept.js';
import { day, instant, revision, uuid } from '../domain/text.js';
import { vacancyStatus } from '../domain/vacancy.js';
import { flag, operation, page, repeated } from './operation.js';

const service = 'vacancy';
const tag = 'search';
const label = z.object({ sv: z.string(), en: z.string() });

export const vacancySummary = z.object({
  id: uuid,
  revision,
  status: vacancyStatus,
  headline: z.string(),
  employer: z.object({ id: uuid, name: z.string() }),
  occupationId: conceptId.nullable(),
  municipalities: z.array(municipalityCode),
  remote: z.boolean(),
  positions: z.int(),
  extent: z.object({ min: z.int(), max: z.int() }).nullable(),
  language,
  deadline: day.nullable(),
  publishedAt: instant.nullable(),
  demo: z.boolean(),
});
export type VacancySummary = z.infer<typeof vacancySummary>;

/** Plain text with the ranges that matched (UTF-16, end exclusive): marked up where it is shown, never HTML. */
export const highlight = z.object({
  field: z.enum(['headline', 'text', 'employerName']),
  text: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
});

/** What is counted; each value goes into the filter of the same name. */
export const facetName = z.enum([
  'municipality',
  'county',
  'labourMarketRegion',
  'occupationField',
  'occupationGroup',
  'employmentType',
  'extent',
  'remote',
  'noExperience',
  'salaryStated',
  'publishedAfter',
  'employer',
  'language',
]);
export type FacetName = z.infer<typeof facetName>;

/** What narrows a search, without words, order and page. */
const filters = {
  municipality: repeated(municipalityCode),
  county: repeated(countyCode),
  labourMarketRegion: repeated(conceptId),
  /** Within so many km (50 unless told) of a municipality's seat, as the crow flies. */
  near: municipalityCode.optional(),
  km: z.coerce.number().int().min(1).max(1000).optional(),
  occupation: repeated(conceptId),
  occupationGroup: repeated(conceptId),
  occupationField: repeated(conceptId),
  /** Skills, languages and licences that the ad asks for. */
  concept: repeated(conceptId),
  employmentType: repeated(conceptId),
  employer: repeated(uuid),
  /** `full` is work of 100 percent, `part` of less; some ads offer either. */
  extent: z.enum(['full', 'part']).optional(),
  extentMin: z.coerce.number().int().min(1).max(100).optional(),
  extentMax: z.coerce.number().int().min(1).max(100).optional(),
  remote: flag.optional(),
  noExperience: flag.optional(),
  salaryStated: flag.optional(),
  language: language.optional(),
  publishedAfter: day.optional(),
};

export const vacancySearchQuery = z.strictObject({
  q: z.string().max(255).default(''),
  ...filters,
  sort: z.enum(['relevance', 'newest', 'deadline']).default('relevance'),
  /** Where nothing is found, say what to leave out: that takes several searches more. */
  relax: flag.optional(),
  ...page,
});
export type VacancySearchQuery = z.infer<typeof vacancySearchQuery>;

/** A search as it stands in an address: what {@link vacancySearchQuery} reads back. */
export function searchAsAsked(search: Partial<VacancySearchQuery>): z.input<typeof vacancySearchQuery> {
  const asText = ([name, value]: [string, unknown]) => [name, typeof value === 'boolean' ? String(value) : value];
  return Object.fromEntries(Object.entries(search).map(asText)) as z.input<typeof vacancySearchQuery>;
}

/** What a stretch of the words was read as. Places, employers and terms of work narrow like a filter; concepts are found by other words, too. */
export const searchChip = z.object({
  kind: z.enum(['occupation', 'skill', 'municipality', 'county', 'employer', 'remote', 'extent']),
  /** As typed. */
  words: z.string(),
  label,
  /** The words of the search without these. */
  without: z.string(),
});
export type SearchChip = z.infer<typeof searchChip>;

/** One thing less to ask for, and how many vacancies that brings. */
export const relaxation = z.object({
  /** The filter to leave out; `q` where it is words. */
  filter: z.enum(['q', ...Object.keys(filters)] as ['q', ...(keyof typeof filters)[]]),
  /** The words that are left, where `filter` is `q`. */
  q: z.string(),
  label: label.nullable(),
  total: z.int(),
});
export type Relaxation = z.infer<typeof relaxation>;

export const vacancySearchAnswer = z.object({
  total: z.int(),
  items: z.array(vacancySummary.extend({ highlights: z.array(highlight) })),
  facets: z.partialRecord(facetName, z.array(z.object({ value: z.string(), label, count: z.int() }))),
  /** How the words were read, in their order. */
  chips: z.array(searchChip),
  /** Where nothing was found and `relax` was asked for: what to leave out, the most first. */
  relaxations: z.array(relaxation),
  /** True when the search engine was out of reach and the database answered without ranking, facets and highlights. */
  degraded: z.boolean(),
});
export type VacancySearchAnswer = z.infer<typeof vacancySearchAnswer>;

export const searchSuggestion = z.object({
  kind: z.enum(['occupation', 'skill', 'municipality', 'county', 'employer', 'title']),
  label,
  /** What goes into the filter (`concept` for a skill); for a title, the words. */
  value: z.string(),
  /** The words before the ones that this completes: they stay in the search. */
  keeps: z.string(),
  /** Open vacancies; null where they were not counted. */
  count: z.int().nullable(),
});
export type SearchSuggestion = z.infer<typeof searchSuggestion>;

export const searchApi = {
  searchVacancies: operation({
    id: 'searchVacancies',
    method: 'GET',
    path: '/vacancies',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'Search open vacancies',
    query: vacancySearchQuery,
    answer: vacancySearchAnswer,
  }),
  suggestSearch: operation({
    id: 'suggestSearch',
    method: 'GET',
    path: '/search-suggestions',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary:
      'While somebody types: occupations, skills, places, employers and titles, with how many open vacancies each has',
    query: z.strictObject({
      q: z.string().max(255),
      language: language.default('sv'),
      limit: z.coerce.number().int().min(1).max(20).default(8),
    }),
    answer: z.object({ items: z.array(searchSuggestion) }),
  }),
  similarVacancies: operation({
    id: 'similarVacancies',
    method: 'GET',
    path: '/vacancies/{vacancyId}/similar',
    service,
    tag,
    who: 'anyone',
    status: 200,
    summary: 'Open vacancies like one that is, or was, open: of its occupation or group, nearest place first',
    params: z.strictObject({ vacancyId: uuid }),
    answer: z.object({ items: z.array(vacancySummary) }),
  }),
} as const;

/** What other services ask of search. */
export const searchInternalApi = {
  searchHits: operation({
    id: 'searchHits',
    method: 'POST',
    path: '/internal/vacancies/search-hits',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'Ids of all vacancies that a search finds, for ranking them by something else',
    body: vacancySearchQuery,
    answer: z.object({ ids: z.array(uuid) }),
  }),
  searchPage: operation({
    id: 'searchPage',
    method: 'POST',
    path: '/internal/vacancies/search-pages',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'A search’s answer with these of its hits, in this order, in place of its own page',
    body: z.strictObject({ search: vacancySearchQuery, ids: z.array(uuid).max(100) }),
    answer: vacancySearchAnswer,
  }),
  metSearches: operation({
    id: 'metSearches',
    method: 'POST',
    path: '/internal/vacancies/met-searches',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'Which of some searches find one vacancy as it is now',
    body: z.strictObject({ vacancyId: uuid, searches: z.array(vacancySearchQuery).max(500) }),
    answer: z.object({ revision: z.int().nullable(), meets: z.array(z.boolean()) }),
  }),
  openVacancies: operation({
    id: 'openVacancies',
    method: 'GET',
    path: '/internal/vacancies/open',
    service,
    tag,
    who: ['service'],
    status: 200,
    internal: true,
    summary: 'Open vacancies whose id begins with a hexadecimal digit, for sitemaps',
    query: z.strictObject({ digit: z.string().regex(/^[0-9a-f]$/) }),
    answer: z.object({ items: z.array(z.object({ id: uuid, updatedAt: instant, demo: z.boolean() })) }),
  }),
} as const;

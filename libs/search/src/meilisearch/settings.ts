import { type Settings } from 'meilisearch';
import { type RecordKind } from '../record/search-record.js';
import { type DocumentRevision } from '../search-index.js';
import { type FacetName } from '../search-query.js';

/** Swedish alone: it keeps å, ä and ö apart from a and o, and splits English like any Latin text. Guessing per text would not be stable. */
export const LOCALES = ['swe'];

const TEXTS = ['headline', 'employerName', 'labels', 'concepts', 'text', 'folded'];
const NUMBERS = ['revision', 'writtenAt', 'extentMin', 'extentMax', 'published', 'deadlineDay'];

/** The settings of an index, as code; sets are in the order in which the server gives them back, for {@link sameSettings}. */
export function indexSettings<Doc extends DocumentRevision>(kind: RecordKind<Doc>): Settings {
  return {
    searchableAttributes: TEXTS,
    displayedAttributes: ['*'],
    filterableAttributes: [filterable(['key', 'id', 'demo', ...kind.facets], false), filterable(NUMBERS, true), '_geo'],
    sortableAttributes: ['deadlineDay', 'id', 'published'],
    // A chosen order goes before relevance; ties end with the newest, then the id, as in PostgreSQL.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'published:desc', 'id:asc'],
    // Besides the usual ones: words end at these, as they do in PostgreSQL.
    separatorTokens: ['$', '<', '=', '>', '^', '|', '~'],
    localizedAttributes: [{ attributePatterns: TEXTS, locales: LOCALES }],
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnAttributes: ['folded'] },
    faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
    // Totals are cut at this number, too; how far one may page is checked before the query is sent.
    pagination: { maxTotalHits: 10_000_000 },
  };
}

/** Of the index that remembers removals. */
export const REMOVED_SETTINGS: Settings = {
  searchableAttributes: [],
  filterableAttributes: [filterable(['key'], false), filterable(['removedAt'], true)],
};

/** Whether an index has at least these settings. */
export function sameSettings(wanted: unknown, actual: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(actual) &&
      wanted.length === actual.length &&
      wanted.every((value, index) => sameSettings(value, actual[index]))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof actual !== 'object' || actual === null) return false;
    const fields = new Map<string, unknown>(Object.entries(actual));
    return Object.entries(wanted).every(([name, value]) => sameSettings(value, fields.get(name)));
  }
  return wanted === actual;
}

function filterable(attributePatterns: (FacetName | (string & {}))[], comparison: boolean) {
  return { attributePatterns, features: { facetSearch: false, filter: { equality: true, comparison } } };
}

import { createHash } from 'node:crypto';
import { type Settings } from 'meilisearch';
import { type RecordKind } from '../record/search-record.js';
import { type DocumentRevision } from '../search-index.js';
import { type FacetName, MOST_FACET_VALUES } from '../search-query.js';

/** Swedish alone: it keeps å, ä and ö apart from a and o, and splits English like any Latin text. Guessing per text would not be stable. */
export const LOCALES = ['swe'];

/** Where what was typed is looked for, by its stems, without typos; the first ones weigh most. */
export const FORMS = ['headlineForms', 'nameForms', 'conceptForms', 'textForms', 'parts', 'folded'];
/** Each word of a document once, as it is written: for typos. */
export const WORDS = 'words';
const NUMBERS = ['revision', 'writtenAt', 'extentMin', 'extentMax', 'published', 'deadlineDay'];

/** How documents are made of records; goes up when that changes. */
const DOCUMENTS = 1;

/** The settings of an index, as code; sets are in the order in which the server gives them back, for {@link sameSettings}. */
export function indexSettings<Doc extends DocumentRevision>(kind: RecordKind<Doc>): Settings {
  return {
    searchableAttributes: [...FORMS, WORDS],
    displayedAttributes: ['*'],
    filterableAttributes: [filterable(['key', 'id', 'demo', ...kind.facets], false), filterable(NUMBERS, true), '_geo'],
    sortableAttributes: ['deadlineDay', 'id', 'published'],
    // A chosen order goes before relevance; ties end with the newest, then the id, as in PostgreSQL.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'published:desc', 'id:asc'],
    localizedAttributes: [{ attributePatterns: [...FORMS, WORDS], locales: LOCALES }],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnAttributes: [...FORMS].sort(),
    },
    faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    // Totals are cut at this number, too; how far one may page is checked before the query is sent.
    pagination: { maxTotalHits: 10_000_000 },
  };
}

/** Of the index that remembers removals, and the version of the index that it stands beside. */
export const REMOVED_SETTINGS: Settings = {
  searchableAttributes: [],
  filterableAttributes: [filterable(['key'], false), filterable(['removedAt'], true)],
};

/** Changes with the settings and with what documents hold. */
export function versionOf<Doc extends DocumentRevision>(kind: RecordKind<Doc>): string {
  const defined = JSON.stringify([kind.version, DOCUMENTS, indexSettings(kind)]);
  return createHash('sha256').update(defined).digest('hex').slice(0, 16);
}

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

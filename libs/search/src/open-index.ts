import { MeilisearchIndex } from './meilisearch/meilisearch-index.js';
import { PostgresIndex } from './postgres/postgres-index.js';
import { CANDIDATES } from './record/candidate-record.js';
import { type RecordKind } from './record/search-record.js';
import { VACANCIES } from './record/vacancy-record.js';
import { type CandidateDocument, type VacancyDocument } from './search-documents.js';
import { type DocumentRevision, type SearchIndex } from './search-index.js';

export interface SearchOptions {
  /** Meilisearch's key. It stays in the adapter and is never part of an error. */
  key?: string;
  /** Name of the index (Meilisearch) and prefix of the tables (PostgreSQL), `[a-z][a-z0-9_]*`; default `vacancies` or `candidates`. */
  name?: string;
  /** Schema of the tables in PostgreSQL, a name like the above; default `search`. */
  schema?: string;
  /** Connections to PostgreSQL at most for searching, and as many for writing; default 4. */
  connections?: number;
  /** Milliseconds that a search may take before it counts as unavailable; default 5,000. */
  timeout?: number;
}

/** The vacancy index behind `postgres://` or `http(s)://` (Meilisearch). Opens no connection yet. */
export function openVacancyIndex(url: string, options: SearchOptions = {}): SearchIndex<VacancyDocument> {
  return open(VACANCIES, url, options);
}

/** The candidate index behind `postgres://` or `http(s)://` (Meilisearch). Opens no connection yet. */
export function openCandidateIndex(url: string, options: SearchOptions = {}): SearchIndex<CandidateDocument> {
  return open(CANDIDATES, url, options);
}

function open<Doc extends DocumentRevision>(
  kind: RecordKind<Doc>,
  url: string,
  { key, name = kind.name, schema = 'search', connections = 4, timeout = 5_000 }: SearchOptions,
): SearchIndex<Doc> {
  for (const given of [name, schema]) {
    if (!/^[a-z][a-z0-9_]{0,40}$/.test(given)) throw new TypeError(`${JSON.stringify(given)} is no name for an index`);
  }
  switch (protocolOf(url)) {
    case 'postgres:':
    case 'postgresql:':
      return new PostgresIndex(kind, url, { name, schema, connections, timeout });
    case 'http:':
    case 'https:':
      return new MeilisearchIndex(kind, url, { name, timeout, ...(key !== undefined && { key }) });
    default:
      throw new TypeError('The address of the search engine must begin with postgres://, http:// or https://');
  }
}

// The address may hold a password, so it never becomes part of an error.
function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

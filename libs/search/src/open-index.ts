import { type CandidateDocument, type VacancyDocument } from './search-documents.js';
import { type SearchIndex } from './search-index.js';

export interface SearchOptions {
  /** Meilisearch's key. It stays in the adapter and is never part of an error. */
  key?: string;
  /** Name of the index (Meilisearch) and prefix of the tables (PostgreSQL), `[a-z][a-z0-9_]*`; default `vacancies` or `candidates`. */
  name?: string;
  /** Schema of the tables in PostgreSQL; default `search`. */
  schema?: string;
  /** Connections to PostgreSQL at most; default 4. */
  connections?: number;
  /** Milliseconds that a search may take before it counts as unavailable; default 5,000. */
  timeout?: number;
}

/** The vacancy index behind `postgres://` or `http(s)://` (Meilisearch). Opens no connection yet. */
export function openVacancyIndex(url: string, options: SearchOptions = {}): SearchIndex<VacancyDocument> {
  throw new Error(`not yet: ${url} ${JSON.stringify(options)}`);
}

/** The candidate index behind `postgres://` or `http(s)://` (Meilisearch). Opens no connection yet. */
export function openCandidateIndex(url: string, options: SearchOptions = {}): SearchIndex<CandidateDocument> {
  throw new Error(`not yet: ${url} ${JSON.stringify(options)}`);
}

import { createHash } from 'node:crypto';
import pg from 'pg';
import { type FacetName } from '../search-query.js';

/** Quoted, schema-qualified names of one index's tables; the `_build` ones exist while it is rebuilt. */
export class Tables {
  readonly schema: string;
  readonly documents: string;
  readonly words: string;
  readonly documentsBuild: string;
  readonly wordsBuild: string;

  constructor(
    readonly schemaName: string,
    readonly name: string,
  ) {
    this.schema = pg.escapeIdentifier(schemaName);
    this.documents = this.qualified(this.bare('documents'));
    this.words = this.qualified(this.bare('words'));
    this.documentsBuild = this.qualified(this.bare('documents_build'));
    this.wordsBuild = this.qualified(this.bare('words_build'));
  }

  bare(table: string): string {
    return pg.escapeIdentifier(`${this.name}_${table}`);
  }

  private qualified(bare: string): string {
    return `${this.schema}.${bare}`;
  }
}

const COLUMNS = `
  key text PRIMARY KEY,
  id text COLLATE "C",
  revision bigint NOT NULL,
  removed_at timestamptz,
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  headline text NOT NULL DEFAULT '',
  employer_name text NOT NULL DEFAULT '',
  labels text NOT NULL DEFAULT '',
  concepts text NOT NULL DEFAULT '',
  body text NOT NULL DEFAULT '',
  ranked tsvector NOT NULL DEFAULT '',
  found tsvector NOT NULL DEFAULT '',
  facets text[] NOT NULL DEFAULT '{}',
  concept_facets text[] NOT NULL DEFAULT '{}',
  demo boolean NOT NULL DEFAULT false,
  extent_min smallint,
  extent_max smallint,
  published bigint NOT NULL DEFAULT 0,
  deadline date NOT NULL DEFAULT 'infinity',
  lat double precision,
  lon double precision`;

/** The column of a facet's values, each as `facet:value`. Concepts have their own: there are many, and they are seldom counted. */
export function facetColumn(facet: FacetName): string {
  return facet === 'concept' ? 'concept_facets' : 'facets';
}

export function createDocumentsTable(table: string): string {
  return `CREATE TABLE ${table} (${COLUMNS})`;
}

/** Made after a table is filled, which is faster. */
export function createDocumentIndexes(table: string): string[] {
  return [
    `CREATE INDEX ON ${table} USING gin (found)`,
    `CREATE INDEX ON ${table} USING gin (facets)`,
    `CREATE INDEX ON ${table} USING gin (concept_facets)`,
    `CREATE INDEX ON ${table} (published DESC, id) WHERE removed_at IS NULL`,
    `CREATE INDEX ON ${table} (id)`,
    `CREATE INDEX ON ${table} (written_at)`,
    `CREATE INDEX ON ${table} (removed_at) WHERE removed_at IS NOT NULL`,
  ];
}

/** The vocabulary, for typos and for words inside words. Only grows between rebuilds: a word without documents finds nothing. */
export function createWordsTable(table: string): string {
  return `CREATE TABLE ${table} (word text PRIMARY KEY, folded text NOT NULL)`;
}

export function createWordIndexes(table: string, trigramSchema: string): string[] {
  return [
    `CREATE INDEX ON ${table} USING gin (folded ${trigramSchema}.gin_trgm_ops)`,
    `CREATE INDEX ON ${table} (folded)`,
  ];
}

/** How texts become vectors; goes up when that changes. */
const VECTORS = 1;

/** Changes with the definitions above and with what records hold; kept as the comment of the documents' table. */
export function settingsVersion(recordVersion: number): string {
  const definitions = [
    `records ${recordVersion}, vectors ${VECTORS}`,
    createDocumentsTable(''),
    ...createDocumentIndexes(''),
    createWordsTable(''),
    ...createWordIndexes('', ''),
  ];
  return `search settings ${createHash('sha256').update(definitions.join('\n')).digest('hex').slice(0, 16)}`;
}

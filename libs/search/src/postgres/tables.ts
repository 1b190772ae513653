import { createHash } from 'node:crypto';
import pg from 'pg';

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

const PUNCTUATION = `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;

// PostgreSQL's parser makes one token of "svetsare/montör" or "plats.Vi": without punctuation it sees words.
function plain(expression: string): string {
  return `translate(${expression}, ${pg.escapeLiteral(PUNCTUATION)}, '${' '.repeat(PUNCTUATION.length)}')`;
}

/** Stored columns, as written by the adapter. A new one needs a default: a change of settings copies the columns that both versions have. */
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
  language text NOT NULL DEFAULT 'sv',
  facets text[] NOT NULL DEFAULT '{}',
  demo boolean NOT NULL DEFAULT false,
  extent_min smallint,
  extent_max smallint,
  published bigint NOT NULL DEFAULT 0,
  deadline date NOT NULL DEFAULT 'infinity',
  lat double precision,
  lon double precision`;

/** `ranked` is small, for ranking many hits; `found` holds the text too. Weight D is for words without their diacritics. */
function vectorColumns(schema: string): string {
  const vector = (config: string, expression: string, weight: string) =>
    `setweight(to_tsvector(${config}, ${plain(expression)}), '${weight}')`;
  const config = (name: string) => `'${schema}.${name}'::regconfig`;
  const stemmed = `CASE language WHEN 'en' THEN 'pg_catalog.english'::regconfig ELSE 'pg_catalog.swedish'::regconfig END`;
  const folded = `CASE language WHEN 'en' THEN ${config('english_folded')} ELSE ${config('swedish_folded')} END`;
  const names = `employer_name || ' ' || labels`;
  const inAll = (expression: string, weight: string) =>
    ['swedish', 'english', 'simple'].map((name) => vector(`'pg_catalog.${name}'::regconfig`, expression, weight));
  const ranked = [
    ...inAll('headline', 'A'),
    ...inAll(names, 'B'),
    ...inAll('concepts', 'C'),
    vector(config('swedish_folded'), `headline || ' ' || ${names} || ' ' || concepts`, 'D'),
  ];
  const found = [...ranked, vector(stemmed, 'body', 'C'), vector(folded, 'body', 'D')];
  return `
  ranked tsvector NOT NULL GENERATED ALWAYS AS (${ranked.join(' || ')}) STORED,
  found tsvector NOT NULL GENERATED ALWAYS AS (${found.join(' || ')}) STORED`;
}

export function createDocumentsTable(table: string, schema: string): string {
  return `CREATE TABLE ${table} (${COLUMNS},${vectorColumns(schema)})`;
}

/** Made after a table is filled, which is faster. */
export function createDocumentIndexes(table: string): string[] {
  return [
    `CREATE INDEX ON ${table} USING gin (found)`,
    `CREATE INDEX ON ${table} USING gin (facets)`,
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

/** Changes when any of the definitions above does; kept as the comment of the documents' table. */
export function settingsVersion(tables: Tables): string {
  const definitions = [
    createDocumentsTable('', tables.schema),
    ...createDocumentIndexes(''),
    createWordsTable(''),
    ...createWordIndexes('', ''),
  ];
  return `search settings ${createHash('sha256').update(definitions.join('\n')).digest('hex').slice(0, 16)}`;
}

import { keyOf, REMEMBER_REMOVALS_HOURS } from '../record/record-batch.js';
import { type SearchRecord } from '../record/search-record.js';
import { type DocumentRevision } from '../search-index.js';
import { fold, plainWordsOf } from '../text/words.js';
import { type Session } from './session.js';
import { textVectors } from './text-vectors.js';

const WRITTEN = {
  key: 'text',
  id: 'text',
  revision: 'bigint',
  headline: 'text',
  employer_name: 'text',
  labels: 'text',
  concepts: 'text',
  body: 'text',
  ranked: 'tsvector',
  found: 'tsvector',
  facets: 'text[]',
  concept_facets: 'text[]',
  demo: 'boolean',
  extent_min: 'smallint',
  extent_max: 'smallint',
  published: 'bigint',
  deadline: 'date',
  lat: 'double precision',
  lon: 'double precision',
};
const COLUMNS = Object.keys(WRITTEN);
const SHORTEST_WORD = 4;
const LONGEST_WORD = 40;

export function updateAll(columns: string[]): string {
  return columns.map((column) => `${column} = EXCLUDED.${column}`).join(', ');
}

/** Documents and removals share a row per id, so that comparing revisions and writing is one step in every process. */
export async function storeRecords(session: Session, table: string, records: readonly SearchRecord[]): Promise<void> {
  const types = Object.entries(WRITTEN).map(([column, type]) => `${column} ${type}`);
  await session.query(
    `INSERT INTO ${table} AS d (${COLUMNS.join(', ')})
     SELECT ${COLUMNS.join(', ')} FROM jsonb_to_recordset($1) AS r (${types.join(', ')}) ORDER BY key
     ON CONFLICT (key) DO UPDATE SET ${updateAll([...COLUMNS, 'removed_at', 'written_at'])}
     WHERE d.revision < EXCLUDED.revision OR (d.revision = EXCLUDED.revision AND d.removed_at IS NULL)`,
    [JSON.stringify(records.map(toRow))],
  );
}

/** Empties the rows and remembers the removals for a while. */
export async function removeRecords(session: Session, table: string, removals: DocumentRevision[]): Promise<void> {
  const rows = removals.map(({ id, revision }) => ({ key: keyOf(id), revision }));
  await session.query(
    `INSERT INTO ${table} AS d (key, revision, removed_at)
     SELECT key, revision, clock_timestamp() FROM jsonb_to_recordset($1) AS r (key text, revision bigint) ORDER BY key
     ON CONFLICT (key) DO UPDATE SET ${updateAll([...COLUMNS, 'removed_at', 'written_at'])}
     WHERE d.revision <= EXCLUDED.revision`,
    [JSON.stringify(rows)],
  );
  await session.query(`DELETE FROM ${table} WHERE removed_at < now() - make_interval(hours => $1)`, [
    REMEMBER_REMOVALS_HOURS,
  ]);
}

/** Adds the texts' words to the vocabulary; sorted, so that two writers never wait for each other. */
export async function storeWords(session: Session, table: string, texts: readonly string[]): Promise<void> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of plainWordsOf(text)) {
      if (word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD && /^\p{L}+$/u.test(word)) words.add(word);
    }
  }
  const sorted = [...words].sort();
  await session.query(
    `INSERT INTO ${table} (word, folded) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [sorted, sorted.map(fold)],
  );
}

function toRow(record: SearchRecord) {
  const { concept = [], ...others } = record.facets;
  return {
    key: keyOf(record.id),
    id: record.id,
    revision: record.revision,
    headline: record.headline,
    employer_name: record.employerName,
    labels: record.labels,
    concepts: record.concepts,
    body: record.text,
    ...textVectors(record),
    facets: Object.entries(others).flatMap(([facet, values]) => values.map((value) => `${facet}:${value}`)),
    concept_facets: concept.map((value) => `concept:${value}`),
    demo: record.demo,
    extent_min: record.extentMin,
    extent_max: record.extentMax,
    published: record.published,
    deadline: record.deadline ?? 'infinity',
    lat: record.coordinates?.lat ?? null,
    lon: record.coordinates?.lon ?? null,
  };
}

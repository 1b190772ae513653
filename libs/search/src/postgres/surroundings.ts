import { type Session } from './session.js';
import { type Tables } from './tables.js';

/**
 * Schema, extension (a trusted one: the database's owner may create it) and dictionaries. Call it in a
 * transaction. What exists is left alone: a changed dictionary needs a new name, which also changes the tables' version.
 */
export async function createSurroundings(session: Session, tables: Tables): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['search surroundings']);
  const { rows } = await session.query('SELECT FROM pg_namespace WHERE nspname = $1', [tables.schemaName]);
  if (rows.length === 0) await session.query(`CREATE SCHEMA ${tables.schema}`);
  await session.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA ${tables.schema}`);
  for (const language of ['swedish', 'english']) {
    if (await hasConfiguration(session, tables, language)) continue;
    const configuration = `${tables.schema}.${language}`;
    // Without stop words: "under jord" is not any "jord". Which words need not be there is the query's business.
    await session.query(
      `CREATE TEXT SEARCH DICTIONARY ${configuration}_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = ${language})`,
    );
    await session.query(`CREATE TEXT SEARCH CONFIGURATION ${configuration} (COPY = pg_catalog.${language})`);
    await session.query(
      `ALTER TEXT SEARCH CONFIGURATION ${configuration}
       ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH ${configuration}_stem`,
    );
  }
}

async function hasConfiguration(session: Session, tables: Tables, name: string): Promise<boolean> {
  const { rows } = await session.query(
    'SELECT FROM pg_ts_config c JOIN pg_namespace n ON n.oid = cfgnamespace WHERE cfgname = $1 AND nspname = $2',
    [name, tables.schemaName],
  );
  return rows.length > 0;
}

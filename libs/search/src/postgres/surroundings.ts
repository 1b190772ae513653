import { schemaOfExtension } from './catalog.js';
import { type Session } from './session.js';
import { type Tables } from './tables.js';

/** Schema, extensions (both trusted: the database's owner may create them) and dictionaries. Call it in a transaction. */
export async function createSurroundings(session: Session, tables: Tables): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['search surroundings']);
  const { rows } = await session.query('SELECT FROM pg_namespace WHERE nspname = $1', [tables.schemaName]);
  if (rows.length === 0) await session.query(`CREATE SCHEMA ${tables.schema}`);
  await session.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA ${tables.schema}`);
  await session.query(`CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA ${tables.schema}`);
  const unaccent = `${await schemaOfExtension(session, 'unaccent')}.unaccent`;
  for (const language of ['swedish', 'english']) {
    const existing = await session.query(
      `SELECT FROM pg_ts_config c JOIN pg_namespace n ON n.oid = cfgnamespace WHERE cfgname = $1 AND nspname = $2`,
      [`${language}_folded`, tables.schemaName],
    );
    if (existing.rows.length > 0) continue;
    const configuration = `${tables.schema}.${language}_folded`;
    await session.query(`CREATE TEXT SEARCH CONFIGURATION ${configuration} (COPY = pg_catalog.${language})`);
    await session.query(
      `ALTER TEXT SEARCH CONFIGURATION ${configuration}
       ALTER MAPPING FOR hword, hword_part, word WITH ${unaccent}, ${language}_stem`,
    );
  }
}

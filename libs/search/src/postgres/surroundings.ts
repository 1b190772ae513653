import { type Session } from './session.js';
import { type Tables } from './tables.js';

/** Schema and extension (a trusted one: the database's owner may create it). Call it in a transaction; what exists is left alone. */
export async function createSurroundings(session: Session, tables: Tables): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['search surroundings']);
  const { rows } = await session.query('SELECT FROM pg_namespace WHERE nspname = $1', [tables.schemaName]);
  if (rows.length === 0) await session.query(`CREATE SCHEMA ${tables.schema}`);
  await session.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA ${tables.schema}`);
}

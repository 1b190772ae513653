import pg from 'pg';
import { type Session } from './session.js';
import { type Tables } from './tables.js';

/** The settings version of the index in use; null where there is none, empty where it does not say. */
export async function versionInUse(session: Session, tables: Tables): Promise<string | null> {
  const { rows } = await session.query<{ version: string | null }>(
    `SELECT CASE WHEN to_regclass($1) IS NOT NULL THEN coalesce(obj_description(to_regclass($1), 'pg_class'), '') END AS version`,
    [tables.documents],
  );
  return rows[0]?.version ?? null;
}

/** An extension may be in another schema, where somebody else installed it before. */
export async function schemaOfExtension(session: Session, extension: string): Promise<string> {
  const { rows } = await session.query<{ nspname: string }>(
    'SELECT nspname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = $1',
    [extension],
  );
  if (!rows[0]) throw new Error(`The extension ${extension} is missing: prepare the index first`);
  return pg.escapeIdentifier(rows[0].nspname);
}

/** Quoted names of the stored (not generated) columns that both tables have. */
export async function commonColumns(session: Session, one: string, other: string): Promise<string[]> {
  const { rows } = await session.query<{ attname: string }>(
    `SELECT attname FROM pg_attribute
     WHERE attrelid = ANY (ARRAY[to_regclass($1), to_regclass($2)]::oid[])
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     GROUP BY attname HAVING count(*) = 2 ORDER BY attname`,
    [one, other],
  );
  return rows.map(({ attname }) => pg.escapeIdentifier(attname));
}

export async function databaseClock(session: Session): Promise<Date> {
  const { rows } = await session.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return rows[0]?.now ?? new Date(0);
}

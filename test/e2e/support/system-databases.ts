import { databaseNames } from './database-names.js';
import pg from 'pg';

const adminUrl = (database?: string): string => {
  const url = new URL(process.env.TEST_DATABASE_URL!);
  if (database) url.pathname = `/${database}`;
  return url.href;
};

async function withClient<T>(database: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every table of the system's databases in which some text stands: `database.schema.table`. */
export async function canaryHits(prefix: string, canary: string): Promise<string[]> {
  const hits: string[] = [];
  for (const name of databaseNames) {
    const database = `${prefix}_${name}`;
    await withClient(database, async (client) => {
      const { rows } = await client.query<{ schema: string; name: string }>(
        `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
         WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
      );
      for (const table of rows) {
        const place = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
        const found = await client.query(`SELECT 1 FROM ${place} AS row WHERE row::text ILIKE $1 LIMIT 1`, [
          `%${canary}%`,
        ]);
        if (found.rowCount) hits.push(`${name}.${table.schema}.${table.name}`);
      }
    });
  }
  return hits;
}

/** Asks one of a system's databases. */
export const queryDatabase = (
  prefix: string,
  name: string,
  statement: string,
  values: unknown[],
): Promise<Record<string, unknown>[]> =>
  withClient(
    `${prefix}_${name}`,
    async (client) => (await client.query<Record<string, unknown>>(statement, values)).rows,
  );

/** Removes what a system left on the tests' server. */
export async function dropSystemDatabases(prefix: string): Promise<void> {
  await withClient(undefined, async (client) => {
    for (const name of databaseNames) {
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(`${prefix}_${name}`)} WITH (FORCE)`);
      await client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(`${prefix}_${name}`)}`);
    }
  });
}

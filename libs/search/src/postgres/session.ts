import pg from 'pg';

export interface Session {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}

/**
 * Settings for searching: no JIT, which costs more than these statements take; indexes even for words that most
 * documents hold, since the planner does not count that a scan of the table unpacks every vector (three times slower);
 * looser trigrams, since words are compared one by one after.
 */
const SETTINGS = ['jit=off', 'enable_seqscan=off', 'work_mem=32MB', 'pg_trgm.similarity_threshold=0.2'];

/** Connects at the first query; `timeout` (ms) holds for connecting and for each statement. */
export function openPool(url: string, connections: number, timeout: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    application_name: 'search',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs work on one connection while no other process does so under the same name; no statement timeout there. */
export async function exclusively<Result>(
  pool: pg.Pool,
  name: string,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // A connection that breaks between two statements says so as an event, which would end the process; the next statement fails anyway.
  const broke = (): void => undefined;
  client.on('error', broke);
  let broken = true;
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('SET enable_seqscan = on');
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
    try {
      const result = await work(client);
      broken = false;
      return result;
    } finally {
      if (!broken) {
        await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
        await client.query('RESET ALL');
      }
    }
  } finally {
    // Closing a connection ends its locks and its open transaction.
    if (!broken) client.off('error', broke);
    client.release(broken);
  }
}

export async function transaction<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  await session.query('BEGIN');
  try {
    const result = await work();
    await session.query('COMMIT');
    return result;
  } catch (error) {
    await session.query('ROLLBACK');
    throw error;
  }
}

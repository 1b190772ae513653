import type { SearchRebuild } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

const lock = `hashtext('vacancy:search-rebuild')`;
type Row = Omit<SearchRebuild, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null; held: boolean };

/** Whose turn it is to build the index anew, and how far that has come; the same for all processes. */
@Injectable()
export class RebuildRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Does the work while no other process does it; null where one is at it, unless `wait`. */
  async alone<T>(wait: boolean, work: () => Promise<T>): Promise<T | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      if (!(await this.take(runner, wait))) return null;
      try {
        return await work();
      } finally {
        await runner.query(`SELECT pg_advisory_unlock(${lock})`);
      }
    } finally {
      await runner.release();
    }
  }

  async begin(): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO search_rebuild (state, of, started_at)
       SELECT 'running', count(*), now() FROM vacancies WHERE status = 'published'
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, done = 0, of = excluded.of, refused = 0, problem = NULL,
         started_at = excluded.started_at, ended_at = NULL`,
    );
  }

  async handedOver(done: number): Promise<void> {
    await this.dataSource.query('UPDATE search_rebuild SET done = $1, of = greatest(of, $1)', [done]);
  }

  async end(state: 'done' | 'failed' | 'interrupted', refused: number, problem: string | null): Promise<void> {
    await this.dataSource.query('UPDATE search_rebuild SET state = $1, refused = $2, problem = $3, ended_at = now()', [
      state,
      refused,
      problem,
    ]);
  }

  async current(): Promise<SearchRebuild> {
    const [row] = await this.dataSource.query<Row[]>(
      `SELECT state, done, of, refused, problem, started_at AS "startedAt", ended_at AS "endedAt", EXISTS (
         SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = (${lock}::bigint & 4294967295)::oid
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS held
       FROM search_rebuild`,
    );
    if (!row) return { state: 'none', done: 0, of: 0, refused: 0, startedAt: null, endedAt: null, problem: null };
    const { held, startedAt, endedAt, ...rest } = row;
    return {
      ...rest,
      // Who is at it holds the lock for as long as it lives.
      state: rest.state === 'running' && !held ? 'interrupted' : rest.state,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  }

  private async take(runner: QueryRunner, wait: boolean): Promise<boolean> {
    if (wait) {
      await runner.query(`SELECT pg_advisory_lock(${lock})`);
      return true;
    }
    const [row] = (await runner.query(`SELECT pg_try_advisory_lock(${lock}) AS mine`)) as [{ mine: boolean }];
    return row.mine;
  }
}

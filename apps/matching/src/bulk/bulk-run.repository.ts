import type { BulkRun, RankBy } from '#contracts';
import type { BulkQuery } from '#engine';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MatchVersions } from '../engine/engine-host.js';

export type Lists = BulkQuery['lists'];

/** A run with its progress. */
export interface RunRow {
  id: string;
  state: BulkRun['state'];
  cause: BulkRun['cause'];
  rank_by: RankBy;
  list_limit: number;
  today: string;
  versions: MatchVersions;
  profiles: number;
  vacancies: number;
  created_at: Date;
  finished_at: Date | null;
  result: BulkRun['result'];
  ranges: number;
  ranges_done: number;
}

export interface NewRun extends Pick<RunRow, 'id' | 'cause' | 'rank_by' | 'list_limit' | 'today' | 'versions'> {
  readonly night: string | null;
  readonly profiles: number;
  readonly vacancies: number;
  readonly ranges: number;
  readonly at: Date;
}

export interface Range {
  readonly ordinal: number;
  readonly lists: Lists;
  /** The id before the first of the range; null where it begins at the first. */
  readonly after: string | null;
  readonly size: number;
}

const columns = `run.*, run.today::text AS today, CASE state WHEN 'done' THEN ranges
  ELSE (SELECT count(*)::int FROM bulk_run_range WHERE run_id = run.id AND done) END AS ranges_done`;

/** The statements on bulk runs. */
@Injectable()
export class BulkRunRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false where another run is going on, or the night has had its run. */
  async insert(manager: EntityManager, run: NewRun): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO bulk_run (id, cause, night, rank_by, list_limit, today, versions, profiles, vacancies, ranges, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
      [
        run.id,
        run.cause,
        run.night,
        run.rank_by,
        run.list_limit,
        run.today,
        JSON.stringify(run.versions),
        run.profiles,
        run.vacancies,
        run.ranges,
        run.at,
      ],
    );
    return rows.length > 0;
  }

  async hasNight(night: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM bulk_run WHERE night = $1`, [night]);
    return rows.length > 0;
  }

  async isAnyRunning(): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM bulk_run WHERE state = 'running'`);
    return rows.length > 0;
  }

  addInput(manager: EntityManager, runId: string, ordinal: number, bytes: Uint8Array): Promise<unknown> {
    return manager.query(`INSERT INTO bulk_run_input (run_id, ordinal, bytes) VALUES ($1, $2, $3)`, [
      runId,
      ordinal,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ]);
  }

  /** The frozen input, in order. */
  async *input(runId: string): AsyncIterable<Uint8Array> {
    for (let ordinal = 0; ; ordinal += 1) {
      const rows: { bytes: Buffer }[] = await this.dataSource.query(
        `SELECT bytes FROM bulk_run_input WHERE run_id = $1 AND ordinal = $2`,
        [runId, ordinal],
      );
      if (!rows[0]) return;
      yield rows[0].bytes;
    }
  }

  addRanges(manager: EntityManager, runId: string, ranges: readonly Range[]): Promise<unknown> {
    return manager.query(
      `INSERT INTO bulk_run_range (run_id, ordinal, lists, after_id, size)
       SELECT $1, ordinal, lists, after, size FROM jsonb_to_recordset($2::jsonb)
         AS range (ordinal int, lists text, after uuid, size int)`,
      [runId, JSON.stringify(ranges)],
    );
  }

  /** A range that is still to be computed; undefined where it is done, or its run is over. */
  async openRange(runId: string, ordinal: number): Promise<Range | undefined> {
    const rows: Range[] = await this.dataSource.query(
      `SELECT ordinal, lists, after_id AS after, size FROM bulk_run_range WHERE run_id = $1 AND ordinal = $2 AND NOT done`,
      [runId, ordinal],
    );
    return rows[0];
  }

  /** @returns whether it was the last one; false too where the run is over. */
  async storeRange(manager: EntityManager, runId: string, ordinal: number, records: Buffer): Promise<boolean> {
    // Ranges that end at the same time take turns, so that exactly one of them is the last.
    await manager.query(`SELECT 1 FROM bulk_run WHERE id = $1 FOR UPDATE`, [runId]);
    await manager.query(`UPDATE bulk_run_range SET done = true, records = $3 WHERE run_id = $1 AND ordinal = $2`, [
      runId,
      ordinal,
      records,
    ]);
    const [left]: { open: number; all: number }[] = await manager.query(
      `SELECT count(*) FILTER (WHERE NOT done)::int AS open, count(*)::int AS all FROM bulk_run_range WHERE run_id = $1`,
      [runId],
    );
    return left!.open === 0 && left!.all > 0;
  }

  /** The records of every range, in order. */
  async *records(runId: string): AsyncIterable<{ lists: Lists; records: Buffer }> {
    for (let ordinal = 0; ; ordinal += 1) {
      const rows: { lists: Lists; records: Buffer }[] = await this.dataSource.query(
        `SELECT lists, records FROM bulk_run_range WHERE run_id = $1 AND ordinal = $2 AND done`,
        [runId, ordinal],
      );
      if (!rows[0]) return;
      yield rows[0];
    }
  }

  /** Ends a run and drops what it was computed from and what it found: only its figures remain. @returns false where it was over before. */
  async finish(
    manager: EntityManager,
    runId: string,
    end: { readonly state: 'done' | 'cancelled'; readonly result: BulkRun['result']; readonly at: Date },
  ): Promise<boolean> {
    const answer: [unknown[], number] = await manager.query(
      `UPDATE bulk_run SET state = $2, result = $3, finished_at = $4 WHERE id = $1 AND state = 'running' RETURNING id`,
      [runId, end.state, end.result && JSON.stringify(end.result), end.at],
    );
    await manager.query(`DELETE FROM bulk_run_input WHERE run_id = $1`, [runId]);
    await manager.query(`DELETE FROM bulk_run_range WHERE run_id = $1`, [runId]);
    return answer[1] > 0;
  }

  async find(id: string): Promise<RunRow | undefined> {
    const rows: RunRow[] = await this.dataSource.query(`SELECT ${columns} FROM bulk_run run WHERE id = $1`, [id]);
    return rows[0];
  }

  async page(limit: number, offset: number): Promise<{ total: number; rows: RunRow[] }> {
    const rows: RunRow[] = await this.dataSource.query(
      `SELECT ${columns} FROM bulk_run run ORDER BY created_at DESC, id LIMIT $1 OFFSET $2`,
      [limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(`SELECT count(*)::int AS total FROM bulk_run`);
    return { total: count!.total, rows };
  }

  /** Runs that have gone on since before an instant. */
  async runningSince(before: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM bulk_run WHERE state = 'running' AND created_at < $1`,
      [before],
    );
    return rows.map(({ id }) => id);
  }
}

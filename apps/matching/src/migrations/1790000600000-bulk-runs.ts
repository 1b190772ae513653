import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which engine snapshots were saved while the database was as it is; and bulk runs: their frozen input and the lists of each range, both gone when the run is
 * over, and the figures that remain.
 */
export class BulkRuns1790000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE engine_snapshot (id uuid PRIMARY KEY, saved_at timestamptz NOT NULL)`);
    await runner.query(`CREATE TABLE bulk_run (
      id uuid PRIMARY KEY,
      state text NOT NULL DEFAULT 'running',
      cause text NOT NULL,
      night date UNIQUE,
      rank_by text NOT NULL,
      list_limit integer NOT NULL,
      today date NOT NULL,
      versions jsonb NOT NULL,
      profiles integer NOT NULL,
      vacancies integer NOT NULL,
      ranges integer NOT NULL,
      created_at timestamptz NOT NULL,
      finished_at timestamptz,
      result jsonb
    )`);
    await runner.query(`CREATE UNIQUE INDEX bulk_run_running ON bulk_run (state) WHERE state = 'running'`);
    await runner.query(`CREATE TABLE bulk_run_input (
      run_id uuid NOT NULL REFERENCES bulk_run ON DELETE CASCADE,
      ordinal integer NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (run_id, ordinal)
    )`);
    await runner.query(`CREATE TABLE bulk_run_range (
      run_id uuid NOT NULL REFERENCES bulk_run ON DELETE CASCADE,
      ordinal integer NOT NULL,
      lists text NOT NULL,
      after_id uuid,
      size integer NOT NULL,
      done boolean NOT NULL DEFAULT false,
      records bytea,
      PRIMARY KEY (run_id, ordinal)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE bulk_run_range`);
    await runner.query(`DROP TABLE bulk_run_input`);
    await runner.query(`DROP TABLE bulk_run`);
    await runner.query(`DROP TABLE engine_snapshot`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feeds1790001100000 implements MigrationInterface {
  readonly name = 'Feeds1790001100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feeds (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('jobstream', 'jobsearch', 'jsonld', 'hrxml', 'csv')),
        address text NOT NULL,
        every_minutes int NOT NULL CHECK (every_minutes > 0),
        enabled boolean NOT NULL,
        defaults jsonb NOT NULL,
        mapping jsonb,
        -- Up to when a stream was read.
        cursor timestamptz,
        failures int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE feed_runs (
        id uuid PRIMARY KEY,
        feed_id uuid NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
        status text NOT NULL CHECK (status IN ('running', 'done', 'held', 'failed')),
        reason text,
        counts jsonb NOT NULL,
        bytes bigint NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        seen_alive_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX feed_runs_feed ON feed_runs (feed_id, started_at DESC);
      CREATE UNIQUE INDEX feed_runs_one ON feed_runs (feed_id) WHERE status = 'running';

      CREATE TABLE feed_rejects (
        run_id uuid NOT NULL REFERENCES feed_runs (id) ON DELETE CASCADE,
        position int NOT NULL,
        external_id text,
        reason text NOT NULL,
        record text NOT NULL,
        PRIMARY KEY (run_id, position)
      );

      -- Every source of every vacancy; the vacancy itself names the one whose words it shows.
      CREATE TABLE ad_sources (
        source text NOT NULL,
        external_id text NOT NULL,
        vacancy_id uuid NOT NULL REFERENCES vacancies (id) ON DELETE CASCADE,
        url text,
        url_key text,
        -- Of those whose words are not shown: what they say.
        content_hash text,
        ad jsonb,
        active boolean NOT NULL,
        seen_by uuid,
        held_by uuid,
        matched_by text NOT NULL CHECK (matched_by IN ('first', 'reference', 'address', 'similarity')),
        similarity int,
        since timestamptz NOT NULL,
        PRIMARY KEY (source, external_id)
      );
      CREATE INDEX ad_sources_vacancy ON ad_sources (vacancy_id);
      CREATE INDEX ad_sources_url ON ad_sources (url_key) WHERE active;
      CREATE INDEX ad_sources_external ON ad_sources (external_id) WHERE active;
      CREATE INDEX ad_sources_held ON ad_sources (source) WHERE held_by IS NOT NULL;
      INSERT INTO ad_sources (source, external_id, vacancy_id, url, active, matched_by, since)
        SELECT source_name, external_id, id, source_url, NOT withdrawn_by_source, 'first', created_at
          FROM vacancies WHERE source_name IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ad_sources; DROP TABLE feed_rejects; DROP TABLE feed_runs; DROP TABLE feeds;');
  }
}

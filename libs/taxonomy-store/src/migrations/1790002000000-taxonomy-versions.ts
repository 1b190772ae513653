import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every taxonomy that this service's rows were written under, whole, and how far its rows have moved from one to the next. */
export class TaxonomyVersions1790002000000 implements MigrationInterface {
  readonly name = 'TaxonomyVersions1790002000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE taxonomy_version (
        hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
        version text NOT NULL,
        snapshot bytea NOT NULL,
        used_from timestamptz NOT NULL
      );
      CREATE TABLE taxonomy_move (
        id uuid PRIMARY KEY,
        from_hash text NOT NULL REFERENCES taxonomy_version (hash),
        to_hash text NOT NULL REFERENCES taxonomy_version (hash),
        started_at timestamptz NOT NULL,
        -- Rows with ids up to this one have moved.
        moved_to uuid NOT NULL,
        total int NOT NULL,
        done int NOT NULL DEFAULT 0,
        changed int NOT NULL DEFAULT 0,
        replaced int NOT NULL DEFAULT 0,
        words int NOT NULL DEFAULT 0,
        finished_at timestamptz,
        superseded boolean NOT NULL DEFAULT false
      );
      CREATE INDEX taxonomy_move_newest ON taxonomy_move (started_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE taxonomy_move; DROP TABLE taxonomy_version;');
  }
}

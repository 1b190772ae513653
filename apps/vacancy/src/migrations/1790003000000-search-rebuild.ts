import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the last building of the search index went, for every process to tell. */
export class SearchRebuild1790003000000 implements MigrationInterface {
  readonly name = 'SearchRebuild1790003000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_rebuild (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'interrupted')),
        done int NOT NULL DEFAULT 0,
        of int NOT NULL,
        refused int NOT NULL DEFAULT 0,
        problem text,
        started_at timestamptz NOT NULL,
        ended_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_rebuild');
  }
}

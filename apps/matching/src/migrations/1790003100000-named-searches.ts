import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved searches have names, can be silent, and know when they were last opened; what a silent one finds is kept and not told. */
export class NamedSearches1790003100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE alert ADD COLUMN name text, ADD COLUMN active boolean NOT NULL DEFAULT true,
      ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query(`ALTER TABLE notification ADD COLUMN told boolean NOT NULL DEFAULT true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification DROP COLUMN told`);
    await runner.query(`ALTER TABLE alert DROP COLUMN name, DROP COLUMN active, DROP COLUMN seen_at`);
  }
}

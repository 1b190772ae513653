import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An alert may be a saved search: it tells of vacancies that the search finds. */
export class SavedSearches1790001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE alert ADD COLUMN search jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE alert DROP COLUMN search`);
  }
}

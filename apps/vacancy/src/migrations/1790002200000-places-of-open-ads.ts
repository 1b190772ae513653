import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All places of an ad beside the first, so that statistics need not look for them among its terms. */
export class PlacesOfOpenAds1790002200000 implements MigrationInterface {
  readonly name = 'PlacesOfOpenAds1790002200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE open_ads ADD COLUMN municipalities text[] NOT NULL DEFAULT '{}', ADD COLUMN regions text[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE open_ads DROP COLUMN municipalities, DROP COLUMN regions');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest open ads, and how many there are, from one index: the rows themselves are wide. */
export class NewestOpenAds1790003100000 implements MigrationInterface {
  readonly name = 'NewestOpenAds1790003100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX open_ads_newest ON open_ads (published_at DESC, vacancy_id) INCLUDE (positions, deadline)
        WHERE removed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX open_ads_newest');
  }
}

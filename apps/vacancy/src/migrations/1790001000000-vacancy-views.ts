import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a vacancy's page was looked at, by day; nothing about who looked. */
export class VacancyViews1790001000000 implements MigrationInterface {
  readonly name = 'VacancyViews1790001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE vacancy_views (
        vacancy_id uuid NOT NULL REFERENCES vacancies (id) ON DELETE CASCADE,
        day date NOT NULL,
        views int NOT NULL,
        PRIMARY KEY (vacancy_id, day)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE vacancy_views`);
  }
}

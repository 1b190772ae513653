import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told that a vacancy closed. */
export class Closings1790002100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE closing (
      profile_id uuid NOT NULL,
      vacancy_id uuid NOT NULL,
      because text[] NOT NULL,
      told_at timestamptz NOT NULL,
      PRIMARY KEY (profile_id, vacancy_id)
    )`);
    await runner.query(`CREATE INDEX closing_profile ON closing (profile_id, told_at DESC, vacancy_id)`);
    await runner.query(`CREATE INDEX closing_vacancy ON closing (vacancy_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE closing`);
  }
}

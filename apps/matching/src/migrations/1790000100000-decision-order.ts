import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last decision about a person counts, also of two in the same millisecond; and what a vacancy's erasure looks for is found by index. */
export class DecisionOrder1790000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE decision ADD COLUMN ordinal bigint GENERATED ALWAYS AS IDENTITY`);
    await runner.query(`CREATE INDEX shown_match_vacancy ON shown_match (vacancy_id)`);
    await runner.query(`CREATE INDEX notification_vacancy ON notification (vacancy_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX notification_vacancy`);
    await runner.query(`DROP INDEX shown_match_vacancy`);
    await runner.query(`ALTER TABLE decision DROP COLUMN ordinal`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people mark, send and are asked, and what those who decide note beside their lists. */
export class SeekersAndDesks1790001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // When matching first heard of a vacancy: what is new to somebody is told by it.
    await runner.query(`ALTER TABLE vacancy_projection ADD COLUMN known_at timestamptz NOT NULL DEFAULT now()`);
    await runner.query(`CREATE TABLE vacancy_mark (
      profile_id uuid NOT NULL,
      vacancy_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('saved', 'hidden')),
      marked_at timestamptz NOT NULL,
      PRIMARY KEY (profile_id, kind, vacancy_id)
    )`);
    await runner.query(`CREATE INDEX vacancy_mark_vacancy ON vacancy_mark (vacancy_id, kind)`);
    await runner.query(`CREATE TABLE visit (
      profile_id uuid PRIMARY KEY,
      new_since timestamptz,
      seen_at timestamptz NOT NULL
    )`);
    await runner.query(`CREATE TABLE application (
      id uuid PRIMARY KEY,
      profile_id uuid NOT NULL,
      vacancy_id uuid NOT NULL,
      employer_id uuid NOT NULL,
      state text NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      message text,
      answer text,
      answered_by text,
      answered_by_subject text,
      answered_at timestamptz,
      sent_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      UNIQUE (profile_id, vacancy_id)
    )`);
    await runner.query(`CREATE INDEX application_vacancy ON application (vacancy_id, changed_at DESC, id)`);
    await runner.query(`CREATE TABLE question (
      id uuid PRIMARY KEY,
      profile_id uuid NOT NULL,
      vacancy_id uuid NOT NULL,
      employer_id uuid NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      text text NOT NULL,
      asked_by text NOT NULL,
      asked_by_subject text NOT NULL,
      asked_at timestamptz NOT NULL,
      answer_by timestamptz NOT NULL,
      answer text,
      answered_at timestamptz,
      contact_shared boolean NOT NULL DEFAULT false
    )`);
    await runner.query(`CREATE INDEX question_profile ON question (profile_id, asked_at DESC, id)`);
    await runner.query(`CREATE INDEX question_vacancy ON question (vacancy_id, asked_at DESC, id)`);
    await runner.query(`ALTER TABLE shortlist ADD COLUMN independent boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE TABLE note (
      id uuid PRIMARY KEY,
      shortlist_id uuid NOT NULL REFERENCES shortlist (id) ON DELETE CASCADE,
      profile_id uuid NOT NULL,
      text text NOT NULL,
      noted_by text NOT NULL,
      subject text NOT NULL,
      noted_at timestamptz NOT NULL
    )`);
    await runner.query(`CREATE INDEX note_shortlist ON note (shortlist_id, noted_at DESC, id)`);
    await runner.query(`CREATE INDEX note_profile ON note (profile_id)`);
    await runner.query(`CREATE TABLE desk_preference (
      subject text PRIMARY KEY,
      preference jsonb NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['desk_preference', 'note', 'question', 'application', 'visit', 'vacancy_mark'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`ALTER TABLE shortlist DROP COLUMN independent`);
    await runner.query(`ALTER TABLE vacancy_projection DROP COLUMN known_at`);
  }
}

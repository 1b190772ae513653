import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matching1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // changed_in lets replicas follow by transaction horizon, so that none misses a row; a null view is the tombstone of what was erased.
    for (const side of ['profile', 'vacancy']) {
      await runner.query(`CREATE TABLE ${side}_projection (
        id uuid PRIMARY KEY,
        revision integer NOT NULL,
        view jsonb,
        changed_in xid8 NOT NULL DEFAULT pg_current_xact_id()
      )`);
      await runner.query(`CREATE INDEX ${side}_projection_changed ON ${side}_projection (changed_in)`);
    }
    await runner.query(`CREATE TABLE idf_snapshot (
      id text PRIMARY KEY,
      vacancies integer NOT NULL,
      counts jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE TABLE shown_match (
      id uuid PRIMARY KEY,
      profile_id uuid NOT NULL,
      vacancy_id uuid NOT NULL,
      viewer text NOT NULL,
      profile jsonb NOT NULL,
      vacancy jsonb NOT NULL,
      figures jsonb NOT NULL,
      versions jsonb NOT NULL,
      shown_at timestamptz NOT NULL
    )`);
    await runner.query(`CREATE INDEX shown_match_profile ON shown_match (profile_id)`);
    await runner.query(`CREATE TABLE shortlist (
      id uuid PRIMARY KEY,
      vacancy_id uuid NOT NULL,
      employer_id uuid NOT NULL,
      rank_by text NOT NULL,
      vacancy jsonb NOT NULL,
      versions jsonb NOT NULL,
      created_at timestamptz NOT NULL
    )`);
    await runner.query(`CREATE INDEX shortlist_vacancy ON shortlist (vacancy_id, created_at DESC, id)`);
    await runner.query(`CREATE TABLE shortlist_item (
      shortlist_id uuid NOT NULL REFERENCES shortlist (id) ON DELETE CASCADE,
      profile_id uuid NOT NULL,
      rank integer NOT NULL,
      profile jsonb NOT NULL,
      match jsonb NOT NULL,
      PRIMARY KEY (shortlist_id, profile_id)
    )`);
    await runner.query(`CREATE INDEX shortlist_item_profile ON shortlist_item (profile_id)`);
    await runner.query(`CREATE TABLE decision (
      id uuid PRIMARY KEY,
      shortlist_id uuid NOT NULL REFERENCES shortlist (id) ON DELETE CASCADE,
      profile_id uuid NOT NULL,
      stage text NOT NULL,
      reason text NOT NULL,
      decided_by text NOT NULL,
      subject text NOT NULL,
      decided_at timestamptz NOT NULL,
      undone_at timestamptz
    )`);
    await runner.query(`CREATE INDEX decision_shortlist ON decision (shortlist_id, decided_at)`);
    await runner.query(`CREATE INDEX decision_profile ON decision (profile_id)`);
    await runner.query(`CREATE TABLE alert (
      id uuid PRIMARY KEY,
      profile_id uuid NOT NULL,
      minimum_fit integer NOT NULL,
      municipalities text[] NOT NULL,
      created_at timestamptz NOT NULL
    )`);
    await runner.query(`CREATE INDEX alert_profile ON alert (profile_id)`);
    await runner.query(`CREATE TABLE notification (
      id uuid PRIMARY KEY,
      alert_id uuid NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
      profile_id uuid NOT NULL,
      vacancy_id uuid NOT NULL,
      fit integer NOT NULL,
      notified_at timestamptz NOT NULL,
      UNIQUE (alert_id, vacancy_id)
    )`);
    await runner.query(`CREATE INDEX notification_profile ON notification (profile_id, notified_at DESC, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'notification',
      'alert',
      'decision',
      'shortlist_item',
      'shortlist',
      'shown_match',
      'idf_snapshot',
      'vacancy_projection',
      'profile_projection',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The outbox with its wake-up trigger, and the inbox. */
export class Messaging1760000000000 implements MigrationInterface {
  name = 'Messaging1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        payload jsonb NOT NULL,
        request_id text,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        awaiting text[] NOT NULL,
        published_at timestamptz,
        check_at timestamptz,
        done_at timestamptz
      )`);
    await runner.query(`CREATE INDEX outbox_unpublished ON outbox (occurred_at) WHERE published_at IS NULL`);
    await runner.query(
      `CREATE INDEX outbox_unconfirmed ON outbox (check_at) WHERE published_at IS NOT NULL AND done_at IS NULL`,
    );
    await runner.query(`CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL`);
    await runner.query(`
      CREATE FUNCTION outbox_notify() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('outbox', '');
        RETURN NULL;
      END $$`);
    await runner.query(
      `CREATE TRIGGER outbox_added AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_notify()`,
    );
    await runner.query(`
      CREATE TABLE inbox (
        event_id uuid NOT NULL,
        queue text NOT NULL,
        processed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (event_id, queue)
      )`);
    await runner.query(`CREATE INDEX inbox_processed ON inbox (processed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE inbox`);
    await runner.query(`DROP TABLE outbox`);
    await runner.query(`DROP FUNCTION outbox_notify()`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Profiles1790000000000 implements MigrationInterface {
  readonly name = 'Profiles1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE households (
        id uuid PRIMARY KEY,
        invitation text UNIQUE,
        import_key text UNIQUE,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE profiles (
        id uuid PRIMARY KEY,
        revision int NOT NULL CHECK (revision >= 1),
        subject text UNIQUE,
        status text NOT NULL CHECK (status IN ('active', 'restricted')),
        home_municipality text CHECK (home_municipality ~ '^[0-9]{4}$'),
        home_country text NOT NULL CHECK (home_country ~ '^[A-Z]{2}$'),
        headline text,
        summary text,
        language text NOT NULL CHECK (language IN ('sv', 'en')),
        facts jsonb NOT NULL,
        wishes jsonb NOT NULL,
        household_id uuid REFERENCES households (id),
        notice_version text NOT NULL,
        import_reference text UNIQUE,
        import_hash text,
        demo boolean NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CHECK (home_municipality IS NULL OR home_country = 'SE')
      );
      CREATE INDEX profiles_newest ON profiles (created_at DESC, id);
      CREATE INDEX profiles_household ON profiles (household_id) WHERE household_id IS NOT NULL;
      CREATE INDEX profiles_demo ON profiles (id) WHERE demo;

      CREATE TABLE contacts (
        profile_id uuid PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
        name text NOT NULL,
        email text,
        phone text
      );

      CREATE TABLE cv_texts (
        profile_id uuid PRIMARY KEY REFERENCES profiles (id) ON DELETE CASCADE,
        format text NOT NULL CHECK (format IN ('json-resume', 'europass')),
        text text NOT NULL,
        read_at timestamptz NOT NULL
      );

      CREATE TABLE disclosures (
        profile_id uuid NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
        source_id uuid NOT NULL,
        purpose text NOT NULL,
        employer_id uuid NOT NULL,
        vacancy_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (profile_id, source_id, purpose)
      );
      CREATE INDEX disclosures_newest ON disclosures (profile_id, at DESC);

      CREATE TABLE tombstones (
        profile_id uuid PRIMARY KEY,
        revision int NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE tombstones; DROP TABLE disclosures; DROP TABLE cv_texts; DROP TABLE contacts; DROP TABLE profiles; DROP TABLE households;',
    );
  }
}

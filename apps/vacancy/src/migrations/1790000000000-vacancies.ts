import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Vacancies1790000000000 implements MigrationInterface {
  readonly name = 'Vacancies1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE employers (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        organisation_number text CHECK (organisation_number ~ '^[0-9]{10}$'),
        sector text NOT NULL CHECK (sector IN ('private', 'municipality', 'region', 'state', 'other')),
        source text,
        source_key text,
        demo boolean NOT NULL,
        created_at timestamptz NOT NULL,
        CHECK ((source IS NULL) = (source_key IS NULL))
      );
      CREATE UNIQUE INDEX employers_organisation_number ON employers (organisation_number);
      CREATE UNIQUE INDEX employers_source_name ON employers (source, source_key, demo);
      CREATE INDEX employers_name ON employers (name, id);

      CREATE TABLE members (
        employer_id uuid NOT NULL REFERENCES employers (id) ON DELETE CASCADE,
        subject text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (employer_id, subject)
      );
      CREATE INDEX members_subject ON members (subject);

      CREATE TABLE vacancies (
        id uuid PRIMARY KEY,
        revision int NOT NULL CHECK (revision >= 1),
        status text NOT NULL CHECK (status IN ('draft', 'published', 'closed', 'expired')),
        employer_id uuid NOT NULL REFERENCES employers (id),
        headline text NOT NULL,
        text text NOT NULL,
        language text NOT NULL CHECK (language IN ('sv', 'en')),
        language_stated boolean NOT NULL,
        occupation_id text,
        occupation_origin text CHECK (occupation_origin IN ('stated', 'read')),
        municipalities text[] NOT NULL,
        remote boolean NOT NULL,
        positions int NOT NULL CHECK (positions >= 1),
        employment_type_id text,
        extent_min int CHECK (extent_min BETWEEN 1 AND 100),
        extent_max int CHECK (extent_max BETWEEN 1 AND 100),
        duration text,
        pay jsonb,
        deadline date,
        start date,
        application_url text,
        application_email text,
        demands jsonb NOT NULL,
        source_name text,
        external_id text,
        source_url text,
        content_hash text,
        withdrawn_by_source boolean NOT NULL,
        demo boolean NOT NULL,
        published_at timestamptz,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CHECK (occupation_id IS NULL OR occupation_origin IS NOT NULL),
        CHECK ((extent_min IS NULL) = (extent_max IS NULL) AND extent_min <= extent_max),
        CHECK (status = 'draft' OR published_at IS NOT NULL)
      );
      CREATE UNIQUE INDEX vacancies_source ON vacancies (source_name, external_id) WHERE source_name IS NOT NULL;
      CREATE INDEX vacancies_employer ON vacancies (employer_id, updated_at DESC, id);
      CREATE INDEX vacancies_published ON vacancies (published_at DESC, id) WHERE status = 'published';
      CREATE INDEX vacancies_deadline ON vacancies (deadline) WHERE status = 'published';
      CREATE INDEX vacancies_demo ON vacancies (id) WHERE demo;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancies; DROP TABLE members; DROP TABLE employers;');
  }
}

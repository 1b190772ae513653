import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenAds1790000200000 implements MigrationInterface {
  readonly name = 'OpenAds1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE vacancies ADD COLUMN ad_details jsonb;

      CREATE TABLE open_ads (
        vacancy_id uuid PRIMARY KEY,
        revision int NOT NULL,
        removed_at timestamptz,
        external_id text,
        organisation_number text,
        occupation text,
        occupation_group text,
        occupation_field text,
        municipality text,
        region text,
        country text NOT NULL,
        terms text[] NOT NULL,
        mentions text[] NOT NULL,
        positions int NOT NULL,
        scope_min int,
        scope_max int,
        remote boolean NOT NULL,
        experience boolean NOT NULL,
        licence boolean NOT NULL,
        latitude double precision,
        longitude double precision,
        published_at timestamptz NOT NULL,
        deadline date,
        ranked tsvector NOT NULL,
        words tsvector NOT NULL
      );
      CREATE INDEX open_ads_external ON open_ads (external_id) WHERE removed_at IS NULL;
      CREATE INDEX open_ads_terms ON open_ads USING gin (terms);
      CREATE INDEX open_ads_mentions ON open_ads USING gin (mentions);
      CREATE INDEX open_ads_words ON open_ads USING gin (words);

      -- Where each ad stands in the stream: apart from what it is found by, whose indexes cost too much to write for a new time alone.
      CREATE TABLE open_ad_places (
        vacancy_id uuid PRIMARY KEY REFERENCES open_ads (vacancy_id) ON DELETE CASCADE,
        -- Epoch milliseconds; null, or due, until the last change has its time.
        changed_at bigint,
        due boolean NOT NULL
      );
      CREATE INDEX open_ad_places_stream ON open_ad_places (changed_at, vacancy_id);
      CREATE INDEX open_ad_places_due ON open_ad_places (vacancy_id) WHERE due;

      CREATE TABLE open_ad_words (word text COLLATE "C" PRIMARY KEY, backwards text COLLATE "C" NOT NULL);
      CREATE INDEX open_ad_words_backwards ON open_ad_words (backwards);

      -- One row for each change that is still to be taken over. Only ever added to and deleted from, so that nobody waits for anybody.
      CREATE TABLE open_ad_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        vacancy_id uuid NOT NULL,
        news boolean NOT NULL DEFAULT true
      );

      CREATE TABLE open_ad_clock (
        id boolean PRIMARY KEY DEFAULT true CHECK (id),
        last_ms bigint NOT NULL,
        projection text
      );
      INSERT INTO open_ad_clock (last_ms) VALUES (0);

      CREATE FUNCTION open_ad_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.status <> 'draft' THEN INSERT INTO open_ad_changes (vacancy_id) VALUES (OLD.id); END IF;
        ELSIF NEW.status <> 'draft' THEN
          INSERT INTO open_ad_changes (vacancy_id) VALUES (NEW.id);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER open_ad_changed AFTER INSERT OR DELETE OR UPDATE OF revision ON vacancies
        FOR EACH ROW EXECUTE FUNCTION open_ad_changed();

      CREATE FUNCTION open_ad_employer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO open_ad_changes (vacancy_id) SELECT id FROM vacancies WHERE employer_id = NEW.id AND status = 'published';
        RETURN NULL;
      END $$;
      CREATE TRIGGER open_ad_employer_changed AFTER UPDATE OF name, organisation_number ON employers
        FOR EACH ROW EXECUTE FUNCTION open_ad_employer_changed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER open_ad_employer_changed ON employers;
      DROP TRIGGER open_ad_changed ON vacancies;
      DROP FUNCTION open_ad_employer_changed();
      DROP FUNCTION open_ad_changed();
      DROP TABLE open_ad_clock;
      DROP TABLE open_ad_changes;
      DROP TABLE open_ad_words;
      DROP TABLE open_ad_places;
      DROP TABLE open_ads;
      ALTER TABLE vacancies DROP COLUMN ad_details;
    `);
  }
}

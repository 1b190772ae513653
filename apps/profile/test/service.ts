import {
  deadLetterApi,
  profileApi,
  profileInternalApi,
  type Principal,
  type ProfileView,
  taxonomyMoveApi,
} from '#contracts';
import { Messaging } from '#messaging';
import { asService, createPlatform, readConfig, startService, type ServiceTokens } from '#platform';
import { Taxonomy } from '#taxonomy';
import { serviceDoor, type ServiceDoor, testDatabase } from '#testing';
import type { INestApplication } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { appModule } from '../src/app.module.js';
import { Clock } from '../src/clock/clock.js';
import { configSchema } from '../src/config.js';

/** A clock that stands until it is set. */
export class SetClock extends Clock {
  private at: Date | null = null;

  set(instant: string | null): void {
    this.at = instant === null ? null : new Date(instant);
  }

  override now(): Date {
    return this.at ?? super.now();
  }
}

/** The profile service on a database of its own, and ways to ask it. */
export interface RunningService extends ServiceDoor {
  readonly app: INestApplication;
  readonly url: string;
  readonly tokens: ServiceTokens;
  readonly taxonomy: Taxonomy;
  readonly database: DataSource;
  readonly clock: SetClock;
  /** Names and revisions of a profile's events so far, in their order. */
  events(profileId: string): Promise<string[]>;
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export const operator: Principal = { subject: 'operator-1', roles: ['operator'], employerIds: [] };
export const matching = asService('matching');
export const newSeeker = (): Principal => ({ subject: `seeker-${randomUUID()}`, roles: ['seeker'], employerIds: [] });

export async function startProfileService(role: 'api' | 'all'): Promise<RunningService> {
  const testing = await testDatabase('profile_test');
  const { url } = testing;
  const config = readConfig(configSchema, {
    DATABASE_URL: url,
    QUEUE_URL: url,
    QUEUE_PREFIX: 'queues',
    SEARCH_URL: url,
    SERVICE_TOKEN_SECRET: 'a secret of at least thirty-two characters',
    ROLE: role,
    LOG_LEVEL: 'silent',
  });
  const platform = createPlatform({
    service: 'profile',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
  });
  const clock = new SetClock();
  const app = await startService({
    name: 'profile',
    module: appModule(config, platform, clock),
    operations: [
      ...Object.values(profileApi),
      ...Object.values(profileInternalApi),
      ...Object.values(deadLetterApi.profile),
      taxonomyMoveApi.profile,
    ],
    host: config.HOST,
    port: 0,
    platform,
  });
  const database = app.get(DataSource);
  return {
    app,
    url,
    tokens: platform.tokens,
    taxonomy: app.get(Taxonomy),
    database,
    clock,
    ...serviceDoor(app, platform.tokens, 'profile'),
    async events(profileId) {
      const rows = await database.query<{ name: string; revision: number }[]>(
        `SELECT name, (payload->>'revision')::int AS revision FROM outbox
         WHERE payload->>'profileId' = $1 AND name LIKE 'profile.%' ORDER BY occurred_at, revision`,
        [profileId],
      );
      return rows.map(({ name, revision }) => `${name.split('.')[1]} ${revision}`);
    },
    drain: () => app.get(Messaging).drain(30_000),
    async stop() {
      await app.close();
      await testing.drop();
    },
  };
}

/** Makes a profile for a new account. */
export async function newProfile(
  service: RunningService,
  fields: object = {},
): Promise<{ person: Principal; profile: ProfileView }> {
  const person = newSeeker();
  const body = { contact: { name: 'Test Person' }, noticeVersion: '2025-01', ...fields };
  return { person, profile: await service.get<ProfileView>(profileApi.createProfile, person, { body }) };
}

/** In how many rows of all tables of all schemas a text stands, queues and indexes among them. */
export async function findEverywhere(database: DataSource, text: string): Promise<string[]> {
  const tables = await database.query<{ schema: string; name: string }[]>(
    `SELECT schemaname AS schema, relname AS name FROM pg_stat_user_tables`,
  );
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${schema}"."${name}" AS row WHERE row::text ILIKE '%' || $1 || '%'`,
      [text],
    );
    if (row!.count > 0) found.push(`${schema}.${name}`);
  }
  return found;
}

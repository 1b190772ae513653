import {
  deadLetterApi,
  events,
  matchingOperations,
  type EventName,
  type EventPayload,
  taxonomyMoveApi,
} from '#contracts';
import { Messaging, Outbox } from '#messaging';
import { createPlatform, readConfig, startService, withRequestId, type ServiceTokens } from '#platform';
import { Taxonomy } from '#taxonomy';
import { serviceDoor, type ServiceDoor, testDatabase, until } from '#testing';
import type { INestApplication } from '@nestjs/common';
import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { appModule } from '../src/app.module.js';
import { Clock } from '../src/clock.js';
import { configSchema } from '../src/config.js';
import { EngineHost } from '../src/engine/engine-host.js';
import { Owners, serveProfiles, serveVacancies } from './owners.js';

/** The matching service on a database of its own, between owners that say what the test says. */
export interface RunningService extends ServiceDoor {
  readonly app: INestApplication;
  readonly url: string;
  readonly owners: Owners;
  readonly tokens: ServiceTokens;
  readonly taxonomy: Taxonomy;
  readonly database: DataSource;
  readonly host: EngineHost;
  /** Adds an event to the outbox, as its owner would. */
  tell: <N extends EventName>(name: N, payload: EventPayload<N>) => Promise<void>;
  /** Resolves when what was told is projected, and ranked here. */
  settle(): Promise<void>;
  /** Another replica on the same database and queues, with other settings where they are given. */
  replica(settings?: Record<string, string>): Promise<RunningService>;
  stop(): Promise<void>;
}

/** The engine follows by a horizon that every transaction of the server holds back, those of other tests too. */
jest.setTimeout(60_000);

const secret = 'a secret of at least thirty-two characters';

export class SetClock extends Clock {
  private at: Date | null = null;

  set(instant: string | null): void {
    this.at = instant === null ? null : new Date(instant);
  }

  override now(): Date {
    return this.at ?? super.now();
  }
}

export const clock = new SetClock();

export async function startMatchingService(role: 'api' | 'worker' | 'all' = 'all'): Promise<RunningService> {
  const testing = await testDatabase('matching_test');
  const owners = new Owners();
  const { tokens } = createPlatform({ service: 'matching', logLevel: 'silent', serviceTokenSecret: secret });
  const [profiles, vacancies] = await Promise.all([serveProfiles(owners, tokens), serveVacancies(owners, tokens)]);
  const environment = {
    DATABASE_URL: testing.url,
    QUEUE_URL: testing.url,
    QUEUE_PREFIX: 'queues',
    SERVICE_TOKEN_SECRET: secret,
    PROFILE_URL: await profiles.getUrl(),
    VACANCY_URL: await vacancies.getUrl(),
    ROLE: role,
    LOG_LEVEL: 'silent',
  };
  const service = await startReplica(environment, testing.url, owners);
  return {
    ...service,
    async stop() {
      await service.stop();
      await Promise.all([profiles.close(), vacancies.close()]);
      await testing.drop();
    },
  };
}

async function startReplica(environment: Record<string, string>, url: string, owners: Owners): Promise<RunningService> {
  const config = readConfig(configSchema, environment);
  const platform = createPlatform({
    service: 'matching',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
    urls: { profile: config.PROFILE_URL, vacancy: config.VACANCY_URL },
  });
  const app = await startService({
    name: 'matching',
    module: appModule(config, platform, clock),
    operations: [...matchingOperations, ...Object.values(deadLetterApi.matching), taxonomyMoveApi.matching],
    host: config.HOST,
    port: 0,
    platform,
  });
  const database = app.get(DataSource);
  const host = app.get(EngineHost);
  return {
    app,
    url,
    owners,
    tokens: platform.tokens,
    taxonomy: app.get(Taxonomy),
    database,
    host,
    ...serviceDoor(app, platform.tokens, 'matching'),
    tell: (name, payload) =>
      withRequestId(null, () =>
        database.transaction((manager) => app.get(Outbox).add(manager, name, events[name].parse(payload) as never)),
      ),
    async settle() {
      await app.get(Messaging).drain(30_000);
      await followed(database, host);
    },
    replica: (settings = {}) => startReplica({ ...environment, ...settings }, url, owners),
    stop: () => app.close(),
  };
}

/** Waits until the engine has read past everything that is committed now. */
export async function followed(database: DataSource, host: EngineHost): Promise<void> {
  const [{ now }] = await database.query<[{ now: string }]>(
    `SELECT coalesce(max(changed_in), '0'::xid8)::text AS now FROM
       (SELECT changed_in FROM profile_projection UNION ALL SELECT changed_in FROM vacancy_projection) AS rows`,
  );
  await until(() => BigInt(host.followedTo) > BigInt(now), { what: 'the engine to follow' });
}

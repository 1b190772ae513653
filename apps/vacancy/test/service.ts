import {
  deadLetterApi,
  feedApi,
  openDataApi,
  vacancyApi,
  vacancyInternalApi,
  type Principal,
  type SearchRebuild,
  taxonomyMoveApi,
} from '#contracts';
import { Messaging } from '#messaging';
import { anonymous, asService, createPlatform, readConfig, startService } from '#platform';
import { Taxonomy } from '#taxonomy';
import { serviceDoor, type ServiceDoor, testDatabase, type TestDatabase, until } from '#testing';
import type { INestApplication } from '@nestjs/common';
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

/** The vacancy service on a database of its own, and ways to ask it. */
export interface RunningService extends ServiceDoor {
  readonly app: INestApplication;
  readonly taxonomy: Taxonomy;
  readonly database: DataSource;
  readonly clock: SetClock;
  /** Names and payloads of the events so far, in their order. */
  events(vacancyId?: string): Promise<string[]>;
  drain(): Promise<void>;
  stop(): Promise<void>;
}

export const operator: Principal = { subject: 'operator-1', roles: ['operator'], employerIds: [] };
export const employer = (subject: string): Principal => ({ subject, roles: ['employer'], employerIds: [] });
export const seeker: Principal = { subject: 'seeker-1', roles: ['seeker'], employerIds: [] };
export const matching = asService('matching');
export { anonymous };

const operations = [
  ...Object.values(vacancyApi),
  ...Object.values(vacancyInternalApi),
  ...Object.values(openDataApi),
  ...Object.values(feedApi),
  ...Object.values(deadLetterApi.vacancy),
  taxonomyMoveApi.vacancy,
];

export async function startVacancyService(
  role: 'api' | 'all',
  environment: Record<string, string> = {},
): Promise<RunningService> {
  const testing = await testDatabase('vacancy_test');
  try {
    return await start(testing, { ROLE: role, ...environment });
  } catch (error) {
    await testing.drop();
    throw error;
  }
}

async function start({ url, ...testing }: TestDatabase, environment: Record<string, string>): Promise<RunningService> {
  const config = readConfig(configSchema, {
    PORT: '0',
    DATABASE_URL: url,
    QUEUE_URL: url,
    QUEUE_PREFIX: 'queues',
    SEARCH_URL: url,
    SERVICE_TOKEN_SECRET: 'a secret of at least thirty-two characters',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const { HOST: host, LOG_LEVEL: logLevel, SERVICE_TOKEN_SECRET: serviceTokenSecret } = config;
  const platform = createPlatform({ service: 'vacancy', logLevel, serviceTokenSecret });
  const clock = new SetClock();
  const module = appModule(config, platform, clock);
  const app = await startService({ name: 'vacancy', module, operations, host, port: 0, platform });
  const database = app.get(DataSource);
  return {
    app,
    taxonomy: app.get(Taxonomy),
    database,
    clock,
    ...serviceDoor(app, platform.tokens, 'vacancy'),
    async events(vacancyId) {
      const rows = await database.query<{ name: string; payload: { vacancyId: string; revision: number } }[]>(
        `SELECT name, payload FROM outbox ORDER BY occurred_at, (payload->>'revision')::int`,
      );
      return rows
        .filter(({ payload }) => vacancyId === undefined || payload.vacancyId === vacancyId)
        .map(({ name, payload }) => `${name.split('.')[1]} ${payload.revision}`);
    },
    drain: () => app.get(Messaging).drain(30_000),
    async stop() {
      await app.close();
      await testing.drop();
    },
  };
}

/** An employer with one member, and the member. */
export async function employerWithMember(
  service: RunningService,
  name: string,
): Promise<{ employerId: string; member: Principal }> {
  const { id } = await service.get<{ id: string }>(vacancyApi.createEmployer, operator, { body: { name } });
  const member = employer(`member of ${name}`);
  await service.get(vacancyApi.addMember, operator, { params: { employerId: id, subject: member.subject } });
  return { employerId: id, member };
}

/** Has the search index built anew by the operator's command, and waits for its end. */
export async function rebuiltSearch(service: RunningService): Promise<SearchRebuild> {
  await service.get<SearchRebuild>(vacancyApi.rebuildSearch, operator);
  return until(
    async () => {
      const rebuild = await service.get<SearchRebuild>(vacancyApi.getSearchRebuild, operator);
      return rebuild.state === 'running' ? null : rebuild;
    },
    { timeout: 60_000 },
  );
}

import { matchingApi, profileApi, systemApi, vacancyApi } from '#contracts';
import { describeWithRedis, startSystem, until, type System } from '#testing';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropSystemDatabases, queryDatabase } from '../e2e/support/system-databases.js';
import { Visitor } from '../e2e/support/visitor.js';

const patience = { timeout: 60_000, every: 200 };
const victims = ['vacancy', 'matching', 'profile', 'gateway'] as const;
const vacanciesPerVictim = 6;

describe('kill -9 of each service in turn, facts on the PostgreSQL queue', () => killInTurn('postgres'));
describeWithRedis('kill -9 of each service in turn, facts on Redis', () => killInTurn('redis'));

/** Publishes while services die; afterwards every fact must have had its effect, once. */
function killInTurn(queue: 'postgres' | 'redis'): void {
  const prefix = `kill_${randomBytes(5).toString('hex')}`;
  let system: System;

  beforeAll(async () => {
    system = await startSystem({
      queue,
      demo: true,
      env: {
        DATABASE_URL: process.env.TEST_DATABASE_URL!,
        DATABASE_PREFIX: prefix,
        QUEUE_PREFIX: prefix,
        RATE_LIMIT: '0',
      },
    });
  }, 180_000);

  afterAll(async () => {
    await system?.stop();
    await dropSystemDatabases(prefix);
  }, 60_000);

  const processOf = (name: string): number => {
    const run = JSON.parse(readFileSync(join(system.dataDir, 'run.json'), 'utf8')) as {
      services: Record<string, { pid: number }>;
    };
    return run.services[name]!.pid;
  };

  it('loses no fact and makes none twice', async () => {
    const jonas = await new Visitor(system.url).signIn('jonas');
    const elin = await new Visitor(system.url).signIn('elin');
    const { id: profileId } = await elin.call(profileApi.getMyProfile);
    const alert = await elin.call(matchingApi.createAlert, { params: { profileId }, body: { minimumFit: 0 } });
    const { items } = await jonas.call(vacancyApi.listEmployers);
    const published: string[] = [];
    for (const victim of victims) {
      for (let number = 0; number < vacanciesPerVictim; number += 1) {
        const word = `dödsövning${victim}${number}`;
        const draft = await jonas.call(vacancyApi.createVacancy, {
          params: { employerId: items[0]!.id },
          body: { headline: `Svetsare ${word}`, text: 'Krav: B-körkort.', municipalities: ['2482'], remote: true },
        });
        await jonas.call(vacancyApi.publishVacancy, {
          params: { vacancyId: draft.id },
          body: { revision: draft.revision },
        });
        published.push(draft.id);
      }
      const pid = processOf(victim);
      process.kill(pid, 'SIGKILL');
      await until(() => processOf(victim) !== pid, { ...patience, what: `${victim} to be started again` });
      await until(async () => (await fetch(`${system.services[victim]!.url}/health/ready`).catch(() => null))?.ok, {
        ...patience,
        what: `${victim} to be ready again`,
      });
    }
    const isComplete = async (): Promise<boolean> => {
      const projected = await queryDatabase(
        prefix,
        'matching',
        `SELECT id FROM vacancy_projection WHERE id = ANY($1)`,
        [published],
      );
      const told = await queryDatabase(
        prefix,
        'matching',
        `SELECT vacancy_id FROM notification WHERE alert_id = $1 AND vacancy_id = ANY($2)`,
        [alert.id, published],
      );
      return projected.length === published.length && told.length === published.length;
    };
    await until(isComplete, { ...patience, what: 'every fact to have its effect' });
    const isFound = async (): Promise<boolean> => {
      const answer = await jonas.call(vacancyApi.searchVacancies, {
        query: { q: 'svetsare', employer: [items[0]!.id], limit: 100 },
      });
      const ids = answer.items.map(({ id }) => id).filter((id) => published.includes(id));
      return ids.length === published.length && new Set(ids).size === ids.length;
    };
    await until(isFound, { ...patience, what: 'every vacancy to be found, once' });
    const olle = await new Visitor(system.url).signIn('olle');
    expect((await olle.call(systemApi.listDeadLetters)).items).toEqual([]);
  }, 300_000);
}

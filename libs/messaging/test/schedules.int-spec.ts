import { Schedules, type ScheduledWork } from '#messaging';
import { describeWhere, redisUrl, until } from '#testing';
import { jest } from '@jest/globals';
import { type TestingModule } from '@nestjs/testing';
import { ground, type Backend, type Ground } from './fixture/backends.js';
import { startMatchingService } from './fixture/matching-service.js';

const withRedis = describeWhere(
  redisUrl() !== undefined || process.env.REQUIRE_REDIS === '1',
  'no Redis: set REDIS_URL or install redis-server',
);

jest.setTimeout(60_000);

withRedis('schedules on Redis', () => conforms('Redis'));
describe('schedules on PostgreSQL', () => conforms('PostgreSQL'));

function conforms(backend: Backend): void {
  let here: Ground;
  const running: TestingModule[] = [];

  beforeAll(async () => {
    here = await ground(backend);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((service) => service.close()));
    await here.reset();
  });
  afterAll(() => here.clear());

  async function start(
    run: ScheduledWork['run'],
    role?: 'api' | 'all',
  ): Promise<{ schedules: Schedules; work: ScheduledWork }> {
    const service = await startMatchingService({ ...here.settings, ...(role ? { role } : {}) });
    running.push(service);
    const work: ScheduledWork = { queue: 'matching-turns', attempts: 3, retryMs: 20, concurrency: 2, run };
    const schedules = service.get(Schedules);
    schedules.work(work);
    return { schedules, work };
  }

  const count = (turns: readonly string[], id: string): number => turns.filter((one) => one === id).length;

  it('does what is due again and again, and stops what is taken off', async () => {
    const turns: string[] = [];
    const { schedules, work } = await start(async (id) => void turns.push(id));
    await schedules.sync(
      work,
      new Map([
        ['often', 100],
        ['seldom', 3_600_000],
      ]),
    );
    await until(() => count(turns, 'often') >= 3);
    await schedules.sync(work, new Map([['seldom', 3_600_000]]));
    const { length } = turns;
    await schedules.now(work, 'asked');
    await until(() => turns.includes('asked'));
    await schedules.now(work, 'asked again');
    await until(() => turns.includes('asked again'));
    // At most the turn that was on its way already.
    expect(turns.slice(length).filter((id) => id === 'often').length).toBeLessThanOrEqual(1);
  });

  it('tries what failed again, with the number of the attempt, and then waits for its next turn', async () => {
    const attempts: number[] = [];
    const { schedules, work } = await start(async (_id, attempt) => {
      attempts.push(attempt);
      throw new Error('not yet');
    });
    await schedules.now(work, 'one');
    await until(() => attempts.length === 3);
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('is healed by the next comparison where the queue was emptied', async () => {
    const turns: string[] = [];
    const { schedules, work } = await start(async (id) => void turns.push(id));
    const wanted = new Map([['one', 100]]);
    await schedules.sync(work, wanted);
    await until(() => turns.length >= 2);
    await here.emptyQueues();
    const { length } = turns;
    await until(async () => {
      await schedules.sync(work, wanted);
      return turns.length >= length + 2;
    });
  });

  it('a process that only answers requests sets the schedule and does none of it', async () => {
    const turns: string[] = [];
    const api = await start(async () => void turns.push('api'), 'api');
    await api.schedules.now(api.work, 'one');
    await start(async () => void turns.push('worker'));
    await until(() => turns.length === 1);
    expect(turns).toEqual(['worker']);
  });
}

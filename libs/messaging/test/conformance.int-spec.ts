import { randomUUID } from 'node:crypto';
import { DeadLetters, Messaging, Outbox, QueueHealth } from '#messaging';
import { describeWhere, redisUrl, until } from '#testing';
import { jest } from '@jest/globals';
import { type TestingModule } from '@nestjs/testing';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { EventQueues } from '../src/queues/event-queues.js';
import { ground, killIn, type Backend, type Ground } from './fixture/backends.js';
import { startMatchingService, type ServiceSettings } from './fixture/matching-service.js';
import { RecordingHandlers } from './fixture/recording-handlers.js';
import {
  commit,
  deliver,
  effects,
  envelope,
  match,
  newestRevisions,
  projection,
  unconfirmed,
  unpublished,
} from './fixture/what-happened.js';

const withRedis = describeWhere(
  redisUrl() !== undefined || process.env.REQUIRE_REDIS === '1',
  'no Redis: set REDIS_URL or install redis-server',
);
const drainMs = 20_000;

// Children must start and be killed, on machines that do other things too.
jest.setTimeout(60_000);

withRedis('messaging on Redis', () => conforms('Redis'));
describe('messaging on PostgreSQL', () => conforms('PostgreSQL'));

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

  async function start(settings: Partial<ServiceSettings> = {}): Promise<TestingModule> {
    const service = await startMatchingService({ ...here.settings, ...settings });
    running.push(service);
    return service;
  }

  async function stop(service: TestingModule): Promise<void> {
    running.splice(running.indexOf(service), 1);
    await service.close();
  }

  it('computes a long event outside of any transaction, and makes one effect of it though it comes twice at once', async () => {
    const service = await start();
    const handlers = service.get(RecordingHandlers);
    let computed = 0;
    let open = 0;
    handlers.computing = async () => {
      // Looked at before either is done computing: afterwards the other may be in its own transaction.
      const [{ count }] = await service
        .get(DataSource)
        .query<[{ count: number }]>(
          `SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'inbox'::regclass AND mode = 'RowExclusiveLock'`,
        );
      open += count;
      computed += 1;
      if (computed < 2) await until(() => computed === 2, { what: 'the other delivery' });
    };
    const event = envelope('bulk-ranges.computed.v1', { runId: randomUUID() });
    const job = () => ({ name: event.name, data: event, opts: { jobId: randomUUID() } });
    const deliverOnce = (count: number) =>
      service
        .get(EventQueues, { strict: false })
        .use((queues) => queues['matching-bulk'].addBulk(Array.from({ length: count }, job)));
    await deliverOnce(2);
    await until(() => computed === 2, { what: 'both deliveries to be computed' });
    await service.get(Messaging).drain(drainMs);
    await deliverOnce(1);
    await service.get(Messaging).drain(drainMs);
    expect({ computed, open }).toEqual({ computed: 2, open: 0 });
    expect(await effects(service)).toEqual([expect.objectContaining({ queue: 'matching-bulk', times: 1 })]);
  });

  it('makes one effect for each subscriber of a committed event, and none for one rolled back', async () => {
    const under: (string | null)[] = [];
    const withRequestId = (requestId: string | null, work: () => Promise<void>): Promise<void> => {
      under.push(requestId);
      return work();
    };
    const service = await start({ requestId: () => 'request-7', withRequestId });
    await expect(
      commit(service, async (add) => {
        await add('match.found.v1', match());
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await commit(service, (add) => add('match.found.v1', match()));
    await service.get(Messaging).drain(drainMs);
    expect(await effects(service)).toEqual([expect.objectContaining({ times: 1, request_id: 'request-7' })]);
    expect(under).toEqual(['request-7']);
    expect(await service.get(QueueHealth).check()).toMatchObject({ ok: true, oldestUnpublishedSeconds: 0 });
  });

  it('lets events that a handler writes inherit the request and commit with its effect', async () => {
    const service = await start();
    const outbox = service.get(Outbox);
    const dataSource = service.get(DataSource);
    service.get(RecordingHandlers).during = async (payload) => {
      if ('alertId' in payload) return;
      await dataSource.transaction((manager) => outbox.add(manager, 'match.found.v1', match()));
    };
    await commit(service, (add) => add('profile.changed.v1', { profileId: randomUUID(), revision: 1 }));
    await service.get(Messaging).drain(drainMs);
    expect((await effects(service)).map(({ queue }) => queue).sort()).toEqual([
      'matching-alerts',
      'matching-projection',
    ]);
  });

  it('ends in the same state however events are repeated and reordered', async () => {
    const service = await start();
    const deliveries = fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(deliveries, fc.integer({ min: 0 }), async (changes, shuffle) => {
        const ids = [randomUUID(), randomUUID(), randomUUID()];
        const sent = changes.map(([which, revision]) => ({
          vacancyId: ids[which] ?? '',
          revision,
          eventId: randomUUID(),
        }));
        const stale = sent.reduce((least, one) => (one.revision < least.revision ? one : least));
        const copies = sent.flatMap((one) => [one, one, one, one, one]);
        const shuffled = fc.sample(fc.shuffledSubarray(copies, { minLength: copies.length }), {
          seed: shuffle,
          numRuns: 1,
        })[0];
        await deliver(service, [...(shuffled ?? []), stale]);
        await service.get(Messaging).drain(drainMs);
        const found = await effects(service);
        for (const { eventId } of sent)
          expect(found.filter((one) => one.event_id === eventId)).toEqual([expect.objectContaining({ times: 1 })]);
        expect(await projection(service, ids)).toEqual(newestRevisions(sent));
      }),
      { numRuns: 6 },
    );
  });

  it('makes one effect although its worker is killed in the middle, twice', async () => {
    const api = await start({ role: 'api' });
    await commit(api, (add) => add('match.found.v1', match()));
    await killIn('effect', here.settings);
    await killIn('effect', here.settings);
    expect(await effects(api)).toEqual([]);
    const survivor = await start();
    await survivor.get(Messaging).drain(drainMs);
    expect(await effects(survivor)).toEqual([expect.objectContaining({ times: 1 })]);
  });

  it('makes one effect although the relay is killed between adding to the queue and committing', async () => {
    const api = await start({ role: 'api' });
    await commit(api, async (add) => {
      for (let at = 0; at < 5; at += 1) await add('match.found.v1', match());
    });
    await killIn('publish', here.settings);
    const survivor = await start();
    await survivor.get(Messaging).drain(drainMs);
    expect(await effects(survivor)).toEqual(Array(5).fill(expect.objectContaining({ times: 1 })));
  });

  it('brings everything again after the queues were emptied', async () => {
    const service = await start();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    service.get(RecordingHandlers).during = () => gate;
    await commit(service, async (add) => {
      for (let at = 0; at < 30; at += 1) await add('match.found.v1', match());
    });
    await until(async () => (await service.get(QueueHealth).check()).depths['matching-alerts'].active > 0);
    await until(async () => (await unpublished(service)) === 0);
    await here.emptyQueues();
    open();
    await until(async () => (await effects(service)).length === 30, { what: '30 effects' });
    await until(async () => (await unconfirmed(service)) === 0, { what: 'all events known as done' });
    expect(await effects(service)).toEqual(Array(30).fill(expect.objectContaining({ times: 1 })));
  });

  it('dead-letters poison after five attempts while its neighbours go on, and takes it when requeued', async () => {
    const service = await start();
    const poison = match();
    const handlers = service.get(RecordingHandlers);
    let attempts = 0;
    handlers.during = async (payload) => {
      if (!('alertId' in payload) || payload.alertId !== poison.alertId) return;
      attempts += 1;
      throw new Error('poison');
    };
    await commit(service, async (add) => {
      for (const payload of [match(), match(), poison, match(), match()]) await add('match.found.v1', payload);
    });
    const letters = service.get(DeadLetters);
    await until(async () => (await letters.list()).length > 0);
    await service.get(Messaging).drain(drainMs);
    expect(attempts).toBe(5);
    expect(await effects(service)).toHaveLength(4);
    expect(await letters.list()).toEqual([
      expect.objectContaining({
        queue: 'matching-alerts',
        name: 'match.found.v1',
        failedReason: 'poison',
        attempts: 5,
      }),
    ]);
    handlers.during = async () => undefined;
    expect(await letters.requeue('all')).toBe(1);
    await service.get(Messaging).drain(drainMs);
    expect(await letters.list()).toEqual([]);
    expect(await effects(service)).toEqual(Array(5).fill(expect.objectContaining({ times: 1 })));
  });

  it('uses up no attempt while its database or a service it asks is away', async () => {
    const service = await start();
    let outages = 0;
    service.get(RecordingHandlers).during = async () => {
      outages += 1;
      if (outages <= 4) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      if (outages <= 8) throw new Error('unavailable');
    };
    await commit(service, (add) => add('match.found.v1', match()));
    await service.get(Messaging).drain(drainMs);
    expect(await service.get(DeadLetters).list()).toEqual([]);
    expect(await effects(service)).toEqual([expect.objectContaining({ times: 1 })]);
  });

  it('dead-letters malformed messages at once, without their content', async () => {
    const service = await start();
    const event = envelope('vacancy.changed.v1', { vacancyId: 'Anna Andersson', revision: 1 });
    await service.get(EventQueues, { strict: false }).publish([{ queue: 'matching-projection', event }]);
    const letters = service.get(DeadLetters);
    await until(async () => (await letters.list()).length > 0);
    expect(await letters.list()).toEqual([
      expect.objectContaining({
        eventId: event.eventId,
        attempts: 1,
        failedReason: expect.stringContaining('/vacancyId'),
      }),
    ]);
    expect((await letters.list())[0]?.failedReason).not.toContain('Anna');
    expect(await letters.requeue(['unknown'])).toBe(0);
    expect(await letters.requeue([`${event.eventId}.matching-projection`])).toBe(1);
    await until(async () => (await letters.list()).length > 0);
  });

  it('makes one effect with two services and two relays on one outbox', async () => {
    const [first] = await Promise.all([start(), start()]);
    await Promise.all(
      Array.from({ length: 10 }, () =>
        commit(first, async (add) => {
          for (let at = 0; at < 20; at += 1) await add('match.found.v1', match());
        }),
      ),
    );
    await first.get(Messaging).drain(drainMs);
    expect(await effects(first)).toEqual(Array(200).fill(expect.objectContaining({ times: 1 })));
  });

  it('finishes the running handler at shutdown', async () => {
    const service = await start();
    let begun = false;
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    service.get(RecordingHandlers).during = async () => {
      begun = true;
      await gate;
    };
    await commit(service, (add) => add('match.found.v1', match()));
    await until(() => begun);
    const stopped = stop(service);
    open();
    await stopped;
    const api = await start({ role: 'api' });
    expect(await effects(api)).toEqual([expect.objectContaining({ times: 1 })]);
    expect((await api.get(QueueHealth).check()).depths['matching-alerts']).toEqual({
      waiting: 0,
      active: 0,
      failed: 0,
    });
  });
}

import { randomUUID } from 'node:crypto';
import { Messaging, messagingMigrations, Outbox, QueueHealth } from '#messaging';
import { freePort } from '#testing';
import { type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { InboxRepository } from '../src/inbox/inbox.repository.js';
import { OutboxRepository } from '../src/outbox/outbox.repository.js';
import { ground, type Ground } from './fixture/backends.js';
import { startMatchingService } from './fixture/matching-service.js';

const match = { alertId: randomUUID(), profileId: randomUUID(), vacancyId: randomUUID(), vacancyRevision: 1 };

describe('the outbox', () => {
  let here: Ground;
  let service: TestingModule;
  const logged: string[] = [];

  beforeAll(async () => {
    here = await ground('PostgreSQL');
    const log = (_: object, message: string): void => void logged.push(message);
    service = await startMatchingService({
      ...here.settings,
      queueUrl: `redis://127.0.0.1:${await freePort()}`,
      logger: { info: log, warn: log, error: log },
    });
  });

  afterAll(async () => {
    await service.close();
    await here.clear();
  }, 30_000);

  it('refuses an event outside of a transaction', async () => {
    const { manager } = service.get(DataSource);
    await expect(service.get(Outbox).add(manager, 'match.found.v1', match)).rejects.toThrow('within the transaction');
  });

  it('refuses a payload that does not fit, and with it the change', async () => {
    const change = service.get(DataSource).transaction(async (manager) => {
      await manager.query('INSERT INTO projection (id, revision) VALUES ($1, 1)', [match.vacancyId]);
      await service.get(Outbox).add(manager, 'match.found.v1', { ...match, vacancyRevision: 0 });
    });
    await expect(change).rejects.toThrow('vacancyRevision');
    expect(await service.get(DataSource).query('SELECT FROM projection')).toEqual([]);
  });

  it('takes events while the queue is away, which health tells and the log says once', async () => {
    await service.get(DataSource).transaction((manager) => service.get(Outbox).add(manager, 'match.found.v1', match));
    const report = await service.get(QueueHealth).check();
    expect(report).toMatchObject({ ok: false, problem: expect.stringContaining('ECONNREFUSED') });
    expect(report.oldestUnpublishedSeconds).toBeGreaterThan(0);
    const measured = new Map<string, number[]>();
    const read: Promise<void>[] = [];
    service.get(QueueHealth).measure((name, _help, _labels, collect) => {
      const values: number[] = [];
      measured.set(name, values);
      read.push(collect((_, value) => void values.push(value)));
    });
    await Promise.all(read);
    expect(measured.get('rallare_outbox_oldest_seconds')).toEqual([expect.any(Number)]);
    expect(measured.get('rallare_outbox_oldest_seconds')![0]).toBeGreaterThan(0);
    expect(new Set(measured.get('rallare_queue_jobs'))).toEqual(new Set([0]));
    await expect(service.get(Messaging).drain(100)).rejects.toThrow('still on their way');
    expect(logged.filter((line) => line.startsWith('The queue failed'))).toHaveLength(1);
  });

  it('forgets what is long done, a bounded number at a time, and nothing else', async () => {
    const dataSource = service.get(DataSource);
    await dataSource.query(`
      INSERT INTO outbox (id, name, payload, awaiting, published_at, done_at)
      SELECT gen_random_uuid(), 'match.found.v1', '{}', '{}', done, done FROM unnest(ARRAY[
        now() - interval '15 days', now() - interval '15 days', now() - interval '15 days', now() - interval '13 days'
      ]) AS done`);
    const outbox = service.get(OutboxRepository, { strict: false });
    expect(await outbox.deleteDone(14, 2)).toBe(2);
    expect(await outbox.deleteDone(14, 2)).toBe(1);
    expect(await outbox.deleteDone(14, 2)).toBe(0);
    expect(await dataSource.query('SELECT FROM outbox')).toHaveLength(2);
    await dataSource.query(`
      INSERT INTO inbox (event_id, queue, processed_at) VALUES
        (gen_random_uuid(), 'matching-alerts', now() - interval '29 days'),
        (gen_random_uuid(), 'matching-alerts', now() - interval '27 days')`);
    expect(await service.get(InboxRepository, { strict: false }).deleteOld(28, 10)).toBe(1);
    expect(await dataSource.query('SELECT FROM inbox')).toHaveLength(1);
  });

  it('goes away with its migration', async () => {
    const { url } = service.get(DataSource).options as { url: string };
    const dataSource = await new DataSource({ type: 'postgres', url, migrations: messagingMigrations }).initialize();
    const runner = dataSource.createQueryRunner();
    const [Migration] = messagingMigrations;
    await new Migration!().down(runner);
    expect(await runner.hasTable('outbox')).toBe(false);
    expect(await runner.hasTable('inbox')).toBe(false);
    await new Migration!().up(runner);
    expect(await runner.hasTable('outbox')).toBe(true);
    await runner.release();
    await dataSource.destroy();
  });
});

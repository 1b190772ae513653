import { defaultTiming, resolveOptions } from '../messaging.options.js';
import { createQueueBackend } from './create-queue-backend.js';
import { PostgresQueueBackend } from './postgres-queue-backend.js';
import { RedisQueueBackend } from './redis-queue-backend.js';

const backendFor = (queueUrl: string): object =>
  createQueueBackend({ queueUrl, prefix: 'rallare', timing: defaultTiming });

describe('createQueueBackend', () => {
  it('decides by the address', () => {
    expect(backendFor('redis://127.0.0.1')).toBeInstanceOf(RedisQueueBackend);
    expect(backendFor('rediss://queue')).toBeInstanceOf(RedisQueueBackend);
    expect(backendFor('postgres://127.0.0.1/queue')).toBeInstanceOf(PostgresQueueBackend);
    expect(backendFor('postgresql://127.0.0.1/queue')).toBeInstanceOf(PostgresQueueBackend);
  });

  it('refuses other addresses without repeating what they hold', () => {
    expect(() => backendFor('amqp://user:secret@queue')).toThrow(/redis:\/\/ or postgres:\/\/, got "amqp:"$/);
  });
});

describe('resolveOptions', () => {
  const options = {
    service: 'matching' as const,
    role: 'all' as const,
    queueUrl: 'redis://queue',
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };

  it('fills in what is not given', () => {
    const resolved = resolveOptions({ ...options, timing: { relayPollMs: 5 } });
    expect(resolved).toMatchObject({ prefix: 'rallare', concurrency: 4 });
    expect(resolved.timing).toEqual({ ...defaultTiming, relayPollMs: 5 });
  });

  it('refuses a prefix that could be no schema', () => {
    expect(() => resolveOptions({ ...options, prefix: 'my:queues' })).toThrow('my:queues');
  });
});

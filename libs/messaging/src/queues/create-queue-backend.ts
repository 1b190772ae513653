import { PostgresQueueBackend } from './postgres-queue-backend.js';
import { type QueueBackend, type QueueBackendOptions } from './queue-backend.js';
import { RedisQueueBackend } from './redis-queue-backend.js';

/** @throws Error when the address's scheme is neither Redis's nor PostgreSQL's. */
export function createQueueBackend(options: QueueBackendOptions): QueueBackend {
  const scheme = options.queueUrl.split(':', 1)[0];
  if (scheme === 'redis' || scheme === 'rediss') return new RedisQueueBackend(options);
  if (scheme === 'postgres' || scheme === 'postgresql') return new PostgresQueueBackend(options);
  throw new Error(`The queue address must start with redis:// or postgres://, got "${scheme}:"`);
}

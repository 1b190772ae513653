import { once } from 'node:events';
import { type EventEnvelope } from '#contracts';
import { Queue, Worker, type QueueOptions } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import {
  type EventProcessor,
  type EventQueue,
  type EventWorker,
  type EventWorkerOptions,
  type QueueBackend,
  type QueueBackendOptions,
  type ScheduleProcessor,
  type ScheduleQueue,
  type ScheduleWorker,
  type Turn,
} from './queue-backend.js';

/** Longer than the 10 s for which a worker may block on an empty queue. */
const SILENT_SOCKET_MS = 15_000;

/** Nobody reads the queues' event streams, so few events are kept. */
const KEPT_STREAM_EVENTS = 100;

/** BullMQ on Redis or Valkey: one connection for all queues, one shared by the workers and one more for each. */
export class RedisQueueBackend implements QueueBackend {
  private producer: Redis | null = null;
  private consumer: Redis | null = null;

  constructor(private readonly options: QueueBackendOptions) {}

  /** @throws what the next attempt to connect ends with; ioredis goes on trying in the background. */
  async prepare(): Promise<void> {
    const client = this.producerClient();
    if (client.status !== 'ready') await once(client, 'ready');
  }

  openQueue(name: string): EventQueue {
    return new Queue<EventEnvelope, void>(name, this.queueOptions());
  }

  openScheduleQueue(name: string): ScheduleQueue {
    return new Queue<Turn, void, string>(name, this.queueOptions());
  }

  openWorker(name: string, processor: EventProcessor, options: EventWorkerOptions): EventWorker {
    return new Worker<EventEnvelope, void>(name, processor, { ...options, ...this.workerConnection() });
  }

  openScheduleWorker(name: string, processor: ScheduleProcessor, options: EventWorkerOptions): ScheduleWorker {
    return new Worker<Turn, void>(name, processor, { ...options, ...this.workerConnection() });
  }

  async close(): Promise<void> {
    for (const client of [this.producer, this.consumer]) client?.disconnect();
    this.producer = null;
    this.consumer = null;
  }

  private queueOptions(): QueueOptions {
    return {
      connection: this.producerClient(),
      prefix: this.options.prefix,
      streams: { events: { maxLen: KEPT_STREAM_EVENTS } },
    };
  }

  private workerConnection(): { connection: Redis; prefix: string } {
    this.consumer ??= this.connect({ maxRetriesPerRequest: null, socketTimeout: SILENT_SOCKET_MS });
    return { connection: this.consumer, prefix: this.options.prefix };
  }

  private producerClient(): Redis {
    this.producer ??= this.connect({
      // The relay holds a transaction while it adds jobs: it must fail at once, not wait for Redis to come back.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: this.options.timing.queueTimeoutMs,
    });
    return this.producer;
  }

  private connect(options: RedisOptions): Redis {
    const client = new Redis(this.options.queueUrl, {
      connectTimeout: 5_000,
      disconnectTimeout: 500,
      keepAlive: 5_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
      ...options,
    });
    // BullMQ listens and reports; without a listener of its own ioredis would print each retry.
    client.on('error', () => undefined);
    return client;
  }
}

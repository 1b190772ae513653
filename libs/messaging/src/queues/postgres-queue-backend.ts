import { type EventEnvelope } from '#contracts';
import {
  createPostgresBackend,
  PostgresConnection,
  PostgresQueueBackend as SharedBackend,
  runMigrations,
  withBackend,
  type BackendFactory,
  type PostgresConnectionOptions,
  type PostgresPoolConfig,
} from 'bullmq';
import pg from 'pg';
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

/** BullMQ on PostgreSQL: one small pool for all queues, one and a listening connection for each worker. */
export class PostgresQueueBackend implements QueueBackend {
  private shared: PostgresConnection | null = null;

  constructor(private readonly options: QueueBackendOptions) {}

  async prepare(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.queueUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await runMigrations(client, this.options.prefix);
    } finally {
      await client.end();
    }
    await this.dropBrokenPool();
  }

  openQueue(name: string): EventQueue {
    const { Queue } = this.onSharedPool();
    return new Queue<EventEnvelope, void>(name, { connection: this.poolConfig() });
  }

  openScheduleQueue(name: string): ScheduleQueue {
    const { Queue } = this.onSharedPool();
    return new Queue<Turn, void, string>(name, { connection: this.poolConfig() });
  }

  openWorker(name: string, processor: EventProcessor, options: EventWorkerOptions): EventWorker {
    const { Worker } = withBackend(createPostgresBackend);
    return new Worker<EventEnvelope, void>(name, processor, { ...options, connection: this.poolConfig() });
  }

  openScheduleWorker(name: string, processor: ScheduleProcessor, options: EventWorkerOptions): ScheduleWorker {
    const { Worker } = withBackend(createPostgresBackend);
    return new Worker<Turn, void>(name, processor, { ...options, connection: this.poolConfig() });
  }

  async close(): Promise<void> {
    await this.shared?.close();
    this.shared = null;
  }

  private onSharedPool() {
    this.shared ??= new PostgresConnection(this.poolConfig());
    const shared = this.shared;
    const backendOn: BackendFactory<SharedBackend, PostgresConnectionOptions> = (queue, options) =>
      new SharedBackend(shared, queue, options, false);
    return withBackend(backendOn);
  }

  /** BullMQ remembers a first connect that failed for ever. */
  private async dropBrokenPool(): Promise<void> {
    const shared = this.shared;
    await shared?.waitUntilReady().catch(async () => {
      this.shared = null;
      await shared.close();
    });
  }

  private poolConfig(): PostgresPoolConfig {
    return {
      connectionString: this.options.queueUrl,
      schema: this.options.prefix,
      max: 4,
      connectionTimeoutMillis: 5_000,
      query_timeout: this.options.timing.queueTimeoutMs,
      keepAlive: true,
    };
  }
}

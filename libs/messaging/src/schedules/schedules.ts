import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { OutageLog } from '../background/outage-log.js';
import { within } from '../background/within.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { QUEUE_BACKEND, type QueueBackend, type ScheduleQueue, type ScheduleWorker } from '../queues/queue-backend.js';

/** Work that comes again and again. */
export interface ScheduledWork {
  /** The queue, by the service that does the work: `<service>-<purpose>`. */
  readonly queue: string;
  /** Attempts before the next turn is waited for, and the pause before the second, in milliseconds; it doubles. */
  readonly attempts: number;
  readonly retryMs: number;
  /** How many run at a time in one process. */
  readonly concurrency: number;
  /** Does what the id stands for; what it throws makes another attempt. @param attempt from 1. */
  readonly run: (id: string, attempt: number) => Promise<void>;
}

const RETRY_MS = 2_000;
const DONE_KEPT_SECONDS = 3_600;
const FAILED_KEPT = 1_000;

/** What is to be done when, kept in a queue, so that one process of many does it. The owner's database says what should be there: see `sync`. */
@Injectable()
export class Schedules implements BeforeApplicationShutdown {
  private readonly outage: OutageLog;
  private readonly workers: ScheduleWorker[] = [];
  private readonly queues = new Map<string, Promise<ScheduleQueue>>();
  private stopped = false;

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'The schedule');
  }

  /** Begins to do the work, except in a process that only answers requests; an absent queue is waited for in the background. */
  work(work: ScheduledWork): void {
    if (this.options.role !== 'api') void this.keepOpening(work);
  }

  /**
   * Makes the schedule what it should be: ids with their intervals in milliseconds. Repeating it heals a queue that was emptied.
   * @throws Error where the queue does not answer.
   */
  async sync(work: ScheduledWork, wanted: ReadonlyMap<string, number>): Promise<void> {
    await this.use(work.queue, async (queue) => {
      const known = await queue.getJobSchedulers(0, -1, true);
      for (const { key } of known) if (!wanted.has(key)) await queue.removeJobScheduler(key);
      const intervals = new Map(known.map(({ key, every }) => [key, Number(every)]));
      for (const [id, every] of wanted) {
        if (intervals.get(id) === every) continue;
        await queue.upsertJobScheduler(id, { every }, { name: 'turn', data: { id }, opts: optionsOf(work) });
      }
    });
  }

  /** Has the work done soon, beside its schedule. */
  async now(work: ScheduledWork, id: string): Promise<void> {
    await this.use(work.queue, (queue) => queue.add('asked', { id }, optionsOf(work)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const { shutdownMs } = this.options.timing;
    const closing = Promise.all(this.workers.map((worker) => worker.close(this.outage.isDown())));
    await within(shutdownMs, 'Closing the schedules', closing).catch(() => undefined);
    const queues = await Promise.allSettled(this.queues.values());
    for (const queue of queues) if (queue.status === 'fulfilled') await queue.value.close().catch(() => undefined);
  }

  private async use<T>(name: string, operation: (queue: ScheduleQueue) => Promise<T>): Promise<T> {
    const { queueTimeoutMs } = this.options.timing;
    try {
      const queue = await within(queueTimeoutMs, 'The queue', this.queueOf(name));
      const result = await within(queueTimeoutMs, 'The queue', operation(queue));
      this.outage.recovered();
      return result;
    } catch (error) {
      this.outage.failed(error);
      throw error;
    }
  }

  private queueOf(name: string): Promise<ScheduleQueue> {
    const known = this.queues.get(name);
    if (known) return known;
    const opening = this.openQueue(name).catch((error: unknown) => {
      // One that failed to open never recovers by itself: the next use opens another.
      this.queues.delete(name);
      throw error;
    });
    this.queues.set(name, opening);
    return opening;
  }

  private async openQueue(name: string): Promise<ScheduleQueue> {
    await this.backend.prepare();
    const queue = this.backend.openScheduleQueue(name);
    queue.on('error', (error) => this.outage.failed(error));
    await queue.waitUntilReady();
    return queue;
  }

  private async keepOpening(work: ScheduledWork): Promise<void> {
    while (!this.stopped) {
      try {
        await this.backend.prepare();
        return await this.openWorker(work);
      } catch (error) {
        this.outage.failed(error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  private async openWorker({ queue, concurrency, run }: ScheduledWork): Promise<void> {
    const { lockDurationMs, stalledIntervalMs } = this.options.timing;
    const worker = this.backend.openScheduleWorker(queue, (job) => run(job.data.id, job.attemptsMade + 1), {
      autorun: false,
      concurrency,
      lockDuration: lockDurationMs,
      stalledInterval: stalledIntervalMs,
      maxStalledCount: 5,
      runRetryDelay: 500,
    });
    worker.on('error', (error) => this.outage.failed(error));
    worker.on('active', () => this.outage.recovered());
    try {
      await worker.waitUntilReady();
    } catch (error) {
      await worker.close(true);
      throw error;
    }
    if (this.stopped) return worker.close(true);
    this.workers.push(worker);
    worker.run().catch((error: unknown) => this.outage.failed(error));
  }
}

const optionsOf = ({ attempts, retryMs }: ScheduledWork) => ({
  attempts,
  backoff: { type: 'exponential', delay: retryMs },
  removeOnComplete: { age: DONE_KEPT_SECONDS },
  removeOnFail: { count: FAILED_KEPT },
  stackTraceLimit: 0,
});

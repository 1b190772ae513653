import { queues, type EventEnvelope, type QueueName } from '#contracts';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions } from 'bullmq';
import { describeError } from '../background/describe-error.js';
import { OutageLog } from '../background/outage-log.js';
import { within } from '../background/within.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { QUEUE_BACKEND, type EventQueue, type QueueBackend } from './queue-backend.js';

/** An event for one subscriber. */
export interface Delivery {
  queue: QueueName;
  event: EventEnvelope;
}

export type OpenQueues = Record<QueueName, EventQueue>;

/** The queues failed or did not answer in time; said in the log already. */
export class QueueUnavailable extends Error {}

/** How often a handler may fail before its event is dead-lettered. */
export const ATTEMPTS = 5;

/** How long the queue remembers what is done, in seconds: the reconciler reads it there. */
const DONE_KEPT_SECONDS = 3600;

/** The same event gets the same job in the same queue, however often it is published. */
export const jobIdOf = ({ queue, event }: Delivery): string => `${event.eventId}.${queue}`;

/** All queues, seen from the side that fills and inspects them. Opened on first use, again after a failure. */
@Injectable()
export class EventQueues implements OnApplicationShutdown {
  private readonly outage: OutageLog;
  private opening: Promise<OpenQueues> | null = null;
  private doubtful = false;

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'The queue');
  }

  /** Adds a job for each delivery; those whose job the queue already knows change nothing. */
  async publish(deliveries: Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.use(async (open) => {
      for (const name of queues) {
        const jobs = deliveries
          .filter(({ queue }) => queue === name)
          .map((delivery) => ({
            name: delivery.event.name,
            data: delivery.event,
            opts: this.jobOptions(jobIdOf(delivery)),
          }));
        if (jobs.length > 0) await open[name].addBulk(jobs);
      }
    });
  }

  /** Runs an operation on the queues. @throws QueueUnavailable when they fail or do not answer in time. */
  async use<T>(operation: (open: OpenQueues) => Promise<T>): Promise<T> {
    const open = await this.ready();
    return this.guard(() => operation(open));
  }

  /** Resolves when the queues can be used. @throws QueueUnavailable when they cannot be reached in time. */
  async ready(): Promise<OpenQueues> {
    const open = await this.guard(() => (this.opening ??= this.open()));
    if (this.doubtful) await this.guard(() => this.backend.prepare());
    this.doubtful = false;
    this.outage.recovered();
    return open;
  }

  async onApplicationShutdown(): Promise<void> {
    const opening = this.opening;
    this.opening = null;
    if (opening) await within(1_000, 'Closing the queues', opening.then(closeAll)).catch(() => undefined);
    await this.backend.close();
  }

  private async open(): Promise<OpenQueues> {
    const opened: Partial<OpenQueues> = {};
    try {
      await this.backend.prepare();
      for (const name of queues) {
        opened[name] = this.backend.openQueue(name);
        opened[name].on('error', (error) => this.failed(error));
      }
      await Promise.all(Object.values(opened).map((queue) => queue.waitUntilReady()));
      return opened as OpenQueues;
    } catch (error) {
      // A queue that failed to open never recovers by itself: the next use opens new ones.
      this.opening = null;
      await closeAll(opened);
      throw error;
    }
  }

  private async guard<T>(operation: () => Promise<T>): Promise<T> {
    try {
      return await within(this.options.timing.queueTimeoutMs, 'The queue', operation());
    } catch (error) {
      this.failed(error);
      throw new QueueUnavailable(describeError(error), { cause: error });
    }
  }

  /** What failed may have been dropped behind our back: the next use makes it ready again. */
  private failed(error: unknown): void {
    this.doubtful = true;
    this.outage.failed(error);
  }

  /** What every job is added with. */
  jobOptions(jobId: string): JobsOptions {
    return {
      jobId,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: this.options.timing.retryDelayMs },
      removeOnComplete: { age: DONE_KEPT_SECONDS },
      removeOnFail: false,
      // Traces can quote what a handler worked on.
      stackTraceLimit: 0,
    };
  }
}

async function closeAll(open: Partial<OpenQueues>): Promise<void> {
  await Promise.allSettled(Object.values(open).map((queue) => queue.close()));
}

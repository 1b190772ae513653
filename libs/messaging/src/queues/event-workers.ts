import { type QueueName } from '#contracts';
import { Inject, Injectable } from '@nestjs/common';
import { OutageLog } from '../background/outage-log.js';
import { within } from '../background/within.js';
import { HandlerRegistry } from '../handlers/handler.registry.js';
import { Consumer } from '../inbox/consumer.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { ATTEMPTS } from './event-queues.js';
import {
  QUEUE_BACKEND,
  type EventJob,
  type EventWorker,
  type EventWorkerOptions,
  type QueueBackend,
} from './queue-backend.js';

const RETRY_MS = 500;

/** A worker for each of the service's queues. */
@Injectable()
export class EventWorkers {
  private readonly outage: OutageLog;
  private readonly workers = new Set<EventWorker>();
  private stopped = false;

  constructor(
    private readonly handlers: HandlerRegistry,
    private readonly consumer: Consumer,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'Consuming from the queue');
  }

  /** Begins to consume; an absent queue is waited for in the background. */
  start(): void {
    for (const queue of this.handlers.ownQueues()) void this.keepOpening(queue);
  }

  /** Takes no more events and waits for the running handlers; those that take too long come again elsewhere. */
  async stop(): Promise<void> {
    this.stopped = true;
    const { shutdownMs } = this.options.timing;
    // An absent queue cannot be told what is done, so there is nothing to wait for.
    const force = this.outage.isDown();
    const closing = Promise.all([...this.workers].map((worker) => worker.close(force)));
    await within(shutdownMs, 'Closing the workers', closing).catch(() => {
      this.options.logger.warn({ shutdownMs }, 'Shutdown waits no longer: events in progress come again');
    });
  }

  private async keepOpening(queue: QueueName): Promise<void> {
    while (!this.stopped) {
      try {
        await this.backend.prepare();
        await this.open(queue);
        return;
      } catch (error) {
        this.outage.failed(error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  private async open(queue: QueueName): Promise<void> {
    const process = (job: EventJob, token?: string): Promise<void> => this.consumer.consume(queue, job, token);
    const worker = this.backend.openWorker(queue, process, this.workerOptions());
    worker.on('error', (error) => this.outage.failed(error));
    worker.on('active', () => this.outage.recovered());
    worker.on('completed', (job) => this.options.logger.info(fieldsOf(queue, job), 'An event is done'));
    worker.on('failed', (job, error) => this.reportFailure(queue, job, error));
    worker.on('stalled', (jobId) => this.options.logger.warn({ queue, jobId }, 'A worker died, its event comes again'));
    try {
      await worker.waitUntilReady();
    } catch (error) {
      await worker.close(true);
      throw error;
    }
    if (this.stopped) return worker.close(true);
    this.workers.add(worker);
    this.outage.recovered();
    worker.run().catch((error: unknown) => this.outage.failed(error));
  }

  private workerOptions(): EventWorkerOptions {
    const { lockDurationMs, stalledIntervalMs } = this.options.timing;
    return {
      autorun: false,
      concurrency: this.options.concurrency,
      lockDuration: lockDurationMs,
      stalledInterval: stalledIntervalMs,
      maxStalledCount: 5,
      runRetryDelay: 500,
    };
  }

  private reportFailure(queue: QueueName, job: EventJob | undefined, error: Error): void {
    const fields = { ...fieldsOf(queue, job), error: error.message };
    const final = error.name === 'UnrecoverableError' || (job?.attemptsMade ?? 0) >= ATTEMPTS;
    if (final) this.options.logger.error(fields, 'An event is dead-lettered');
    else this.options.logger.warn(fields, 'An event failed and comes again');
  }
}

function fieldsOf(queue: QueueName, job: EventJob | undefined): object {
  return { queue, jobId: job?.id, event: job?.name, attempt: job?.attemptsMade, requestId: job?.data?.requestId };
}

import { Inject, Injectable } from '@nestjs/common';
import { BackgroundLoop } from '../background/background-loop.js';
import { OutageLog } from '../background/outage-log.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { EventQueues, jobIdOf, QueueUnavailable, type Delivery } from '../queues/event-queues.js';
import { OutboxRepository } from './outbox.repository.js';

const BATCH = 100;

/**
 * Looks published events up in their queues until each subscriber is done with them, and publishes again what a queue has lost:
 * emptied, restored from an older snapshot, or dropped. Sent twice is harmless, since the inbox lets one effect through.
 */
@Injectable()
export class Reconciler {
  private readonly loop = new BackgroundLoop(() => this.turn());
  private readonly outage: OutageLog;
  private recovering = false;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly queues: EventQueues,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'The reconciler');
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
  }

  private async turn(): Promise<number> {
    const { confirmAfterMs, confirmAtMostMs } = this.options.timing;
    try {
      await this.queues.ready();
      const due = await this.outbox.takeDue(BATCH, confirmAfterMs, confirmAtMostMs);
      const { done, lost } = await this.lookUp(due.deliveries);
      await this.outbox.markDone(done);
      await this.publishAgain(lost);
      this.outage.recovered();
      const moving = done.length + lost.length > due.deliveries.length / 2;
      return due.events === BATCH && moving ? 0 : confirmAfterMs;
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) this.outage.failed(error);
      return confirmAfterMs;
    }
  }

  private async lookUp(deliveries: Delivery[]): Promise<{ done: Delivery[]; lost: Delivery[] }> {
    if (deliveries.length === 0) return { done: [], lost: [] };
    const states = await this.queues.use((open) =>
      Promise.all(deliveries.map((delivery) => open[delivery.queue].getJobState(jobIdOf(delivery)))),
    );
    return {
      done: deliveries.filter((_, at) => states[at] === 'completed'),
      lost: deliveries.filter((_, at) => states[at] === 'unknown'),
    };
  }

  /** Where one is missing, others may be: all are looked up at once, not when their turn comes. */
  private async publishAgain(lost: Delivery[]): Promise<void> {
    if (lost.length > 0 && !this.recovering) {
      this.options.logger.warn({ events: lost.length }, 'The queue has lost events, publishing again what is not done');
      await this.outbox.checkAllNow();
    }
    this.recovering = lost.length > 0;
    await this.queues.publish(lost);
  }
}

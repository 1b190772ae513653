import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BackgroundLoop } from '../background/background-loop.js';
import { OutageLog } from '../background/outage-log.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { EventQueues, QueueUnavailable } from '../queues/event-queues.js';
import { OutboxListener } from './outbox-listener.js';
import { OutboxRepository } from './outbox.repository.js';

const BATCH = 100;
const RETRY_MS = 500;

/** Carries committed events from the outbox to the queues. Any number of relays may run. */
@Injectable()
export class Relay {
  private readonly loop = new BackgroundLoop(() => this.turn());
  private readonly outage: OutageLog;

  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: OutboxRepository,
    private readonly queues: EventQueues,
    private readonly listener: OutboxListener,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'The relay');
  }

  start(): void {
    this.loop.start();
    this.listener.start(() => this.loop.wake());
  }

  async stop(): Promise<void> {
    await Promise.all([this.listener.stop(), this.loop.stop()]);
  }

  private async turn(): Promise<number> {
    try {
      // Before the transaction: an absent queue must not keep one open.
      await this.queues.ready();
      const published = await this.publishBatch();
      this.outage.recovered();
      return published === BATCH ? 0 : this.options.timing.relayPollMs;
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) this.outage.failed(error);
      return RETRY_MS;
    }
  }

  /** A crash between the add and the commit publishes the batch again, as the same jobs. */
  private async publishBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const { ids, deliveries } = await this.outbox.claimUnpublished(manager, BATCH);
      if (ids.length === 0) return 0;
      await this.queues.publish(deliveries);
      await this.outbox.markPublished(manager, ids, this.options.timing.confirmAfterMs);
      return ids.length;
    });
  }
}

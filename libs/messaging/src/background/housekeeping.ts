import { Inject, Injectable } from '@nestjs/common';
import { InboxRepository } from '../inbox/inbox.repository.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { OutboxRepository } from '../outbox/outbox.repository.js';
import { BackgroundLoop } from './background-loop.js';
import { OutageLog } from './outage-log.js';

const OUTBOX_DAYS = 14;

/** Longer than the outbox: whatever can still come again must still be known. */
const INBOX_DAYS = 28;

const BATCH = 1_000;
const FULL_BATCH_PAUSE_MS = 1_000;
const PAUSE_MS = 3_600_000;

/** Deletes what is long done, a bounded batch at a time. */
@Injectable()
export class Housekeeping {
  private readonly loop = new BackgroundLoop(() => this.turn());
  private readonly outage: OutageLog;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly inbox: InboxRepository,
    @Inject(RESOLVED_OPTIONS) options: ResolvedMessagingOptions,
  ) {
    this.outage = new OutageLog(options.logger, 'Deleting old messages');
  }

  start(): void {
    this.loop.start();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
  }

  private async turn(): Promise<number> {
    try {
      const published = await this.outbox.deleteDone(OUTBOX_DAYS, BATCH);
      const processed = await this.inbox.deleteOld(INBOX_DAYS, BATCH);
      this.outage.recovered();
      return Math.max(published, processed) === BATCH ? FULL_BATCH_PAUSE_MS : PAUSE_MS;
    } catch (error) {
      this.outage.failed(error);
      return PAUSE_MS;
    }
  }
}

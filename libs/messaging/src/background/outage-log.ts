import { type MessagingLogger } from '../messaging.options.js';
import { describeError } from './describe-error.js';

/** Flapping within this time counts as one outage. */
const SAME_OUTAGE_MS = 30_000;

/** Says once that something stopped working and once that it works again, however often it was retried. */
export class OutageLog {
  private downSince: number | null = null;
  private lastSaid = -Infinity;
  private saidDown = false;

  constructor(
    private readonly logger: MessagingLogger,
    private readonly what: string,
    private readonly now: () => number = Date.now,
  ) {}

  isDown(): boolean {
    return this.downSince !== null;
  }

  failed(error: unknown): void {
    if (this.downSince !== null) return;
    this.downSince = this.now();
    this.saidDown = this.now() - this.lastSaid >= SAME_OUTAGE_MS;
    if (!this.saidDown) return;
    this.lastSaid = this.now();
    this.logger.error({ error: describeError(error) }, `${this.what} failed, retrying`);
  }

  recovered(): void {
    if (this.downSince === null) return;
    const seconds = Math.round((this.now() - this.downSince) / 1000);
    this.downSince = null;
    if (this.saidDown) this.logger.info({ seconds }, `${this.what} works again`);
  }
}

import { SearchUnavailable } from '#search';
import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectConfig, type ProfileConfig } from '../config.js';
import { InjectCandidateIndex, type CandidateIndex } from './candidate-index.js';
import { IndexCandidates } from './index-candidates.service.js';

const regularlyMs = 10 * 60_000;
const soonMs = 10_000;

/** Compares index and database at the start, every ten minutes, and soon after the engine was away; in processes that work on queues. */
@Injectable()
export class ReconcileJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private dueAt = Infinity;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly indexing: IndexCandidates,
    @InjectConfig() private readonly config: ProfileConfig,
    @InjectCandidateIndex() private readonly index: CandidateIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.ROLE !== 'api' && this.index) this.within(0);
  }

  /** What was missed is repaired in some seconds, or as soon as the engine is back. */
  soon(): void {
    this.within(soonMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private within(ms: number): void {
    const dueAt = Date.now() + ms;
    if (this.stopped || this.running || dueAt >= this.dueAt) return;
    clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => this.turn(), ms);
    this.timer.unref();
  }

  private turn(): void {
    this.running = this.compare().then((nextMs) => {
      this.running = null;
      this.dueAt = Infinity;
      this.within(nextMs);
    });
  }

  /** @returns after how long to come back. */
  private async compare(): Promise<number> {
    try {
      await this.indexing.reconcile();
      return regularlyMs;
    } catch (error) {
      this.logger.warn(
        error instanceof SearchUnavailable ? { reason: error.message } : { err: error },
        'the candidate index could not be compared with the database',
      );
      return soonMs;
    }
  }
}

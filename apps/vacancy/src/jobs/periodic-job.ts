import type { Logger } from '#platform';

export interface PeriodicJobOptions {
  readonly name: string;
  readonly everyMs: number;
  /** How long after a failure, or after somebody asked, the next turn comes. */
  readonly soonMs: number;
  readonly run: () => Promise<unknown>;
  readonly logger: Pick<Logger, 'error'>;
}

/** Runs work at once and then again and again, never twice at a time; a failure is logged and tried anew soon. */
export class PeriodicJob {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private askedMeanwhile = false;
  private stopped = false;

  constructor(private readonly options: PeriodicJobOptions) {}

  start(): void {
    this.turn();
  }

  /** Brings the next turn forward. */
  soon(): void {
    if (this.running) this.askedMeanwhile = true;
    else this.schedule(this.options.soonMs);
  }

  /** Resolves when the turn that runs has ended; no other follows. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(afterMs: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => this.turn(), afterMs);
    this.timer.unref();
  }

  private turn(): void {
    if (this.running || this.stopped) return;
    this.running = this.attempt().then((pauseMs) => {
      this.running = null;
      this.schedule(this.askedMeanwhile ? this.options.soonMs : pauseMs);
      this.askedMeanwhile = false;
    });
  }

  private async attempt(): Promise<number> {
    const { name, run, logger, everyMs, soonMs } = this.options;
    try {
      await run();
      return everyMs;
    } catch (error) {
      logger.error({ err: error, job: name }, 'a periodic job failed');
      return soonMs;
    }
  }
}

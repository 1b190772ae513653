import type { Logger } from '#platform';

export interface PeriodicJobOptions {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
  readonly logger: Logger;
}

/** Runs work at once and then again and again, never twice at a time; a failure is logged and the next turn tries anew. */
export class PeriodicJob {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly options: PeriodicJobOptions) {}

  start(): void {
    if (this.stopped || this.timer) return;
    this.turn();
  }

  /** Resolves when the turn that runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private turn(): void {
    const { name, everyMs, run, logger } = this.options;
    this.running = run()
      .catch((error: unknown) => logger.error({ err: error, job: name }, 'periodic job failed'))
      .then(() => {
        if (this.stopped) return;
        this.timer = setTimeout(() => this.turn(), everyMs);
        this.timer.unref();
      });
  }
}

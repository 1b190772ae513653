/** Repeats a turn until stopped, one at a time; `wake` brings the next turn forward. */
export class BackgroundLoop {
  private running: Promise<void> | null = null;
  private stopping = false;
  private woken = false;
  private endWait: (() => void) | null = null;

  /** @param turn does a piece of work and says after how many milliseconds to come back; must not reject. */
  constructor(private readonly turn: () => Promise<number>) {}

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.woken = true;
    this.endWait?.();
  }

  /** Resolves when the turn in progress has ended. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.endWait?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const pauseMs = await this.turn();
      if (pauseMs > 0) await this.wait(pauseMs);
    }
  }

  private async wait(pauseMs: number): Promise<void> {
    if (this.woken || this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      this.endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endWait = null;
  }
}

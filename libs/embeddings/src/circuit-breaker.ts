export interface BreakerSettings {
  /** Failures in a row after which nothing is tried for a while. */
  readonly failures: number;
  readonly restMs: number;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

/** Says when a service that keeps failing may be tried again, so that nobody waits for it meanwhile. */
export class CircuitBreaker {
  private failed = 0;
  private restsUntil = 0;
  private trial = false;

  constructor(private readonly settings: BreakerSettings) {}

  /** Whether a call may be made now. After a rest, one call is let through; its outcome opens or closes for the others. */
  admit(): boolean {
    if (this.failed < this.settings.failures) return true;
    if (this.trial || this.settings.now() < this.restsUntil) return false;
    this.trial = true;
    return true;
  }

  succeeded(): void {
    this.failed = 0;
    this.trial = false;
  }

  failure(): void {
    this.failed += 1;
    this.trial = false;
    if (this.failed >= this.settings.failures) this.restsUntil = this.settings.now() + this.settings.restMs;
  }
}

export interface PartHealth {
  readonly ok: boolean;
  /** What is not well, without personal data. */
  readonly problem?: string;
  readonly [figure: string]: unknown;
}

/** The parts that a process needs to do its work; each registers how to tell that it works. */
export class Readiness {
  private readonly checks = new Map<string, () => Promise<PartHealth>>();

  register(part: string, check: () => Promise<PartHealth>): void {
    this.checks.set(part, check);
  }

  /** Asks every part; one that does not answer within 2 s is not well. */
  async check(): Promise<{ ok: boolean; parts: Record<string, PartHealth> }> {
    const entries = await Promise.all(
      [...this.checks].map(async ([part, check]) => [part, await answer(check)] as const),
    );
    return { ok: entries.every(([, health]) => health.ok), parts: Object.fromEntries(entries) };
  }
}

async function answer(check: () => Promise<PartHealth>): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartHealth>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, problem: 'no answer within 2 s' }), 2000);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message.slice(0, 200) : 'failed' };
  } finally {
    clearTimeout(timer);
  }
}

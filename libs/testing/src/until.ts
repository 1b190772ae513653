import { setTimeout as delay } from 'node:timers/promises';

export interface Waiting {
  /** Milliseconds before it gives up; default 30,000. */
  timeout?: number;
  /** Milliseconds between two looks; default 50. */
  every?: number;
  /** What is awaited, for the error message. */
  what?: string;
}

/**
 * Waits until the condition gives something other than undefined, null or false.
 * @returns what it gave.
 * @throws Error naming `what`, with the last error of the condition as its cause, after `timeout`.
 */
export async function until<Found>(
  condition: () => Found | Promise<Found>,
  { timeout = 30_000, every = 50, what = 'the condition' }: Waiting = {},
): Promise<Exclude<Found, undefined | null | false>> {
  const deadline = Date.now() + timeout;
  let cause: unknown;
  for (;;) {
    try {
      const found = await condition();
      if (found !== undefined && found !== null && found !== false) {
        return found as Exclude<Found, undefined | null | false>;
      }
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() >= deadline) {
      const last = cause instanceof Error ? `: ${cause.message}` : '';
      throw new Error(`Waited ${timeout} ms in vain for ${what}${last}`, { cause });
    }
    await delay(every);
  }
}

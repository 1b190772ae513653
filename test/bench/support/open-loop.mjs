// Requests at a steady rate, whether the earlier ones are answered or not, as people send them.
import { setTimeout as delay } from 'node:timers/promises';

/**
 * @param {{ perSecond: number, seconds: number }} load
 * @param {(number: number) => Promise<unknown>} request
 * @returns milliseconds from when each request was due until it was answered; waiting for a slow one counts
 */
export async function openLoop({ perSecond, seconds }, request) {
  const started = performance.now();
  const times = [];
  const running = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const due = started + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    const one = request(number).then(() => times.push(performance.now() - due));
    // One that fails is told at the end, when all are waited for.
    one.catch(() => {});
    running.push(one);
  }
  await Promise.all(running);
  return times;
}

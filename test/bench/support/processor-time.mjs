// What each process of the system spent of the processor: unlike the clock, it says much the same on a busy machine and on a quiet one.
import { existsSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const tickMs = 10;

/** @returns milliseconds by service since its start, itself and its threads; empty where the operating system does not tell. */
export function processorTimes(services) {
  if (!existsSync('/proc/self/stat')) return {};
  return Object.fromEntries(Object.entries(services).map(([name, { pid }]) => [name, spentBy(pid)]));
}

function spentBy(pid) {
  // After the name, which may hold anything: time of the program and of the kernel for it as the 12th and 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\)\s/s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

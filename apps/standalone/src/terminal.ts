import { Stopped } from './processes/supervised.js';

const interval = 10_000;

/** Prints a line for a step when it ends, with its time; a step that takes long says that it goes on. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  outcome: (result: T) => string = () => '',
): Promise<T> {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const timer = setInterval(() => print(`  … ${name} (${seconds()})`), interval);
  try {
    const result = await work();
    const said = outcome(result);
    print(`  ✓ ${name}${said ? `: ${said}` : ''} (${seconds()})`);
    return result;
  } catch (error) {
    if (!(error instanceof Stopped)) print(`  ✗ ${name} (${seconds()})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

export const print = (line = ''): void => void process.stdout.write(`${line}\n`);

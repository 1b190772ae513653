// Work shown on the terminal: a line per step with its time, and a sign of life in between.
import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 10_000;
const KEPT_OUTPUT = 20_000;

/** A failure that has been understood: shown as it is, without a stack. */
export class StepFailure extends Error {
  /**
   * @param {string} title what failed, in one line
   * @param {{ output?: string, advice?: string }} [details] what the tool said, and what to do about it
   */
  constructor(title, { output = '', advice = '' } = {}) {
    super(title);
    this.output = output.trimEnd();
    this.advice = advice;
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs `work`, says every ten seconds that it is still going, and at its end how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const start = performance.now();
  const heartbeat = setInterval(() => say(`  … ${name}: ${seconds(start)}`), HEARTBEAT_MS);
  try {
    const result = await work();
    say(`  ✓ ${name} (${seconds(start)})`);
    return result;
  } catch (error) {
    say(`  ✗ ${name} (${seconds(start)})`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/** Progress goes to standard error where standard output belongs to the command that follows. */
let write = console.log;
export const say = (line) => write(line);
export const sayOnStandardError = () => (write = console.error);

/** Prints a failure in one block; a failure that nobody foresaw comes with its stack. */
export function report(error) {
  if (!(error instanceof StepFailure)) return console.error(error);
  const parts = [`\n${error.message}`];
  if (error.output) parts.push(error.output.replace(/^/gm, '    '));
  if (error.advice) parts.push(`What to do: ${error.advice}`);
  console.error(`${parts.join('\n')}\n`);
}

/**
 * Runs a program to its end, without a terminal.
 * @returns {Promise<{ code: number, output: string }>} its exit code (1 when it could not be run or died of a signal) and the last of what it said
 */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-KEPT_OUTPUT));
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

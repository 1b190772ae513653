import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface ProcessDefinition {
  readonly name: string;
  /** The JavaScript file that Node runs. */
  readonly entry: string;
  readonly environment: Record<string, string>;
  /** What it is told over its channel when it starts. */
  readonly message?: object;
  /** Its root; `/health/ready` is asked below it. */
  readonly url: string;
  readonly logFile: string;
}

const readyTimeoutMs = 60_000;
const askTimeoutMs = 3_000;
const largestLog = 20 * 1024 * 1024;
const longestPauseMs = 5_000;
/** A process that has run this long has started well: its next death is a first one. */
const settledMs = 60_000;
const lastLines = 15;
const longestLine = 400;

/** Work that ends because the system was told to stop. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
  }
}

/** One service as a process of its own: started again when it dies, with a growing pause, until it is told to stop. */
export class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  private ready = false;
  private restarts = 0;
  private startedAt = 0;
  private logFrom = 0;

  constructor(
    readonly definition: ProcessDefinition,
    private readonly onEnd: (name: string, why: string) => void = () => {},
    private readonly onRestarted: () => void = () => {},
  ) {}

  get pid(): number {
    return this.child?.pid ?? -1;
  }

  /**
   * Resolves when the process answers that it is ready.
   * @throws Error with the last lines of its log where it ends or does not get ready; Stopped when it was told to stop.
   */
  async start(): Promise<void> {
    let ended: string | undefined;
    this.launch((why) => (ended = why));
    const { name, url } = this.definition;
    const deadline = Date.now() + readyTimeoutMs;
    for (let parts = 'no answer'; ; await delay(100)) {
      if (this.stopping) throw new Stopped();
      if (ended !== undefined) throw new Error(`${name} ended at its start (${ended}):\n${this.lastWords()}`);
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(askTimeoutMs) }).catch(
        () => null,
      );
      // Another process may answer on the port that this one was to open.
      if (answer?.ok && ended === undefined) {
        this.ready = true;
        return;
      }
      parts = answer ? await answer.text().catch(() => parts) : parts;
      if (Date.now() > deadline)
        throw new Error(`${name} is not ready after ${readyTimeoutMs / 1000} s (${parts}):\n${this.lastWords()}`);
    }
  }

  /** SIGTERM, and SIGKILL to what has not ended within the patience. Safe to call more than once. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(impatience);
  }

  private launch(onEnd: (why: string) => void): void {
    const { entry, environment, logFile, message } = this.definition;
    if (existsSync(logFile) && statSync(logFile).size > largestLog) renameSync(logFile, `${logFile}.old`);
    const log = openSync(logFile, 'a', 0o600);
    this.logFrom = existsSync(logFile) ? statSync(logFile).size : 0;
    this.startedAt = Date.now();
    // The channel ends with this process, and the service with the channel: no orphans, even after kill -9. Own group: Ctrl-C reaches the starter alone.
    const child = spawn(process.execPath, ['--enable-source-maps', entry], {
      env: environment,
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    });
    closeSync(log);
    this.child = child;
    child.once('error', ({ message: why }) => onEnd(why));
    child.once('exit', (code, signal) => {
      const why = signal ?? `exit code ${code}`;
      onEnd(why);
      if (this.ready && !this.stopping) this.again(why);
    });
    // One that dies at once takes nothing any more; its exit says so.
    if (message) child.send(message, () => {});
  }

  private again(why: string): void {
    this.onEnd(this.definition.name, why);
    this.restarts = Date.now() - this.startedAt > settledMs ? 1 : this.restarts + 1;
    const pause = Math.min(250 * 2 ** this.restarts, longestPauseMs);
    setTimeout(() => {
      if (this.stopping) return;
      this.launch(() => {});
      this.onRestarted();
    }, pause).unref();
  }

  /** The end of what this start wrote. */
  private lastWords(): string {
    const log = readFileSync(this.definition.logFile).subarray(this.logFrom).toString('utf8').trimEnd();
    const lines = log.split('\n').slice(-lastLines);
    return lines
      .map((line) => `    ${line.length > longestLine ? `${line.slice(0, longestLine)} …` : line}`)
      .join('\n');
  }
}

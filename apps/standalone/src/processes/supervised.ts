import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface ProcessDefinition {
  readonly name: string;
  /** The JavaScript file that Node runs. */
  readonly entry: string;
  readonly environment: Record<string, string>;
  /** Its root; `/health/ready` is asked below it. */
  readonly url: string;
  readonly logFile: string;
}

const readyTimeoutMs = 60_000;
const stopTimeoutMs = 8_000;
const largestLog = 20 * 1024 * 1024;

/** One service as a process of its own: started again when it dies, with a growing pause, until it is told to stop. */
export class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  private restarts = 0;

  constructor(
    readonly definition: ProcessDefinition,
    private readonly onEnd: (name: string, why: string) => void = () => {},
    private readonly onRestarted: () => void = () => {},
  ) {}

  get pid(): number {
    return this.child?.pid ?? -1;
  }

  /** Resolves when the process answers that it is ready. @throws Error with the last lines of its log. */
  async start(): Promise<void> {
    this.launch();
    const deadline = Date.now() + readyTimeoutMs;
    for (;;) {
      if (this.child?.exitCode !== null && this.restarts === 0)
        throw new Error(`${this.definition.name} ended at its start:\n${this.lastWords()}`);
      const ready = await fetch(`${this.definition.url}/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(
        () => null,
      );
      if (ready?.ok) return;
      if (Date.now() > deadline) {
        const parts = ready ? await ready.text() : 'no answer';
        throw new Error(
          `${this.definition.name} is not ready after ${readyTimeoutMs / 1000} s (${parts}):\n${this.lastWords()}`,
        );
      }
      await delay(100);
    }
  }

  /** SIGTERM, and SIGKILL to what has not ended within 8 s. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([ended, delay(stopTimeoutMs, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    await ended;
  }

  private launch(): void {
    const { entry, environment, logFile } = this.definition;
    if (existsSync(logFile) && statSync(logFile).size > largestLog) renameSync(logFile, `${logFile}.old`);
    const log = openSync(logFile, 'a', 0o600);
    // The channel ends with this process, and the service with the channel: no orphans, even after kill -9. Own group: Ctrl-C reaches the starter alone.
    const child = spawn(process.execPath, ['--enable-source-maps', entry], {
      env: environment,
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    });
    closeSync(log);
    this.child = child;
    child.once('exit', (code, signal) => {
      if (this.stopping || child !== this.child) return;
      this.restarts += 1;
      this.onEnd(this.definition.name, signal ?? `exit code ${code}`);
      const pause = Math.min(250 * 2 ** Math.min(this.restarts, 5), 5000);
      setTimeout(() => {
        if (this.stopping) return;
        this.launch();
        this.onRestarted();
      }, pause).unref();
    });
  }

  private lastWords(): string {
    return readFileSync(this.definition.logFile, 'utf8').split('\n').slice(-15).join('\n');
  }
}

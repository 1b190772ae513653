import { freePort, until } from '#testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Meilisearch of a test's own, which may be killed and started again on the same data. */
export class MeilisearchProcess {
  readonly key = 'a master key for this test alone';
  private child: ChildProcess | undefined;

  private constructor(
    private readonly binary: string,
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(binary: string): Promise<MeilisearchProcess> {
    const own = new MeilisearchProcess(binary, await freePort(), await mkdtemp(join(tmpdir(), 'rallare-meili-')));
    await own.startAgain();
    return own;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async startAgain(): Promise<void> {
    const options = ['--http-addr', `127.0.0.1:${this.port}`, '--master-key', this.key, '--no-analytics'];
    const child = spawn(this.binary, [...options, '--db-path', join(this.folder, 'data')], {
      cwd: this.folder,
      stdio: 'ignore',
    });
    this.child = child;
    await until(async () => (await fetch(`${this.url}/health`).catch(() => null))?.ok, {
      timeout: 60_000,
      what: 'Meilisearch to answer',
    });
  }

  /** Kills it at once, whatever it does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

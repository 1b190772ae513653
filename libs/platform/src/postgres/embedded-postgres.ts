import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  generatePassword,
  handOver,
  initialiseDataDirectory,
  isInitialised,
  readPassword,
  readPidFile,
  refuseIfServed,
} from './data-directory.js';
import { stopWhenParentDies } from './parent-watchdog.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { chooseServerAccount, type ServerAccount } from './server-account.js';

export interface EmbeddedPostgresOptions {
  /** Made on the first start and kept. The password file `<dataDir>.password` (0600) lies beside it. */
  dataDir: string;
  /** Default: a free one. */
  port?: number;
  /** `fast` gives up crash safety (no fsync): for throw-away data only. */
  durability: 'safe' | 'fast';
  /** Overwritten at each start; default `<dataDir>.log`. Holds no statements and no values. */
  logFile?: string;
  /** Password of the superuser for a new cluster; default: generated. */
  superPassword?: string;
  /** Default 100. */
  maxConnections?: number;
}

export interface EmbeddedPostgres {
  port: number;
  pid: number;
  /** URL of a database with the superuser's name and password in it: for creating roles and databases. */
  superuserUrl(database: string): string;
  /** Resolves with a description once the server has ended, asked for or not. */
  exited: Promise<string>;
  /** Ends all sessions, writes a checkpoint and waits until the process is gone. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const FAST_STOP_MS = 6_000;
const ATTEMPTS = 8;

/**
 * Starts the PostgreSQL 18 that comes with npm, as root or not, on 127.0.0.1 only. The server stops when this process dies,
 * even by SIGKILL.
 * @throws Error in one line: directory in use, port taken, platform without binaries, broken cluster (with the server's words).
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const binaries = findPostgresBinaries();
  const account = chooseServerAccount();
  let password = options.superPassword;
  if (isInitialised(dataDir)) {
    refuseIfServed(dataDir);
    password ??= readPassword(dataDir);
    handOver(dataDir, account.owner);
  } else {
    password ??= generatePassword();
    initialiseDataDirectory(dataDir, { binaries, account, password, sync: options.durability === 'safe' });
  }
  const logFile = options.logFile ?? `${dataDir}.log`;
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const child = spawnServer(account, binaries.postgres, { ...options, dataDir, port, logFile });
    const failure = await readyOrFailure(child, dataDir, logFile);
    if (failure === undefined) return handle({ child, port, password, account });
    if (attempt === ATTEMPTS || !passes(failure, options.port)) {
      throw new Error(`PostgreSQL did not start on port ${port} with ${dataDir}: ${failure}`);
    }
    await delay(250);
  }
}

interface ServerSettings {
  dataDir: string;
  port: number;
  durability: 'safe' | 'fast';
  logFile: string;
  maxConnections?: number;
}

function spawnServer(account: ServerAccount, postgres: string, settings: ServerSettings): ChildProcess {
  const parameters: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: settings.maxConnections ?? 100,
    shared_buffers: '96MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and key values can hold personal data: the log keeps neither.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  if (settings.durability === 'fast') {
    Object.assign(parameters, {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: 0,
    });
  }
  const args = ['-D', settings.dataDir, '-p', String(settings.port)];
  for (const [name, value] of Object.entries(parameters)) args.push('-c', `${name}=${value}`);
  const log = openSync(settings.logFile, 'w', 0o600);
  // A process group of its own: Ctrl-C in the terminal must reach the services first, and the database last.
  const child = spawn(...account.command(postgres, args, true), { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  return child;
}

/** @returns undefined when the server accepts connections, else what it said before it ended. */
async function readyOrFailure(child: ChildProcess, dataDir: string, logFile: string): Promise<string | undefined> {
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended ??= lastWords(logFile) ?? `ended with ${signal ?? code}`));
  for (const deadline = Date.now() + START_TIMEOUT_MS; ended === undefined; await delay(20)) {
    const status = readPidFile(dataDir);
    if (status?.ready && status.pid === child.pid) return undefined;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      return `not ready after ${START_TIMEOUT_MS / 1000} s (${lastWords(logFile) ?? 'it said nothing'})`;
    }
  }
  return ended;
}

function lastWords(logFile: string): string | undefined {
  const lines = readFileSync(logFile, 'utf8').split('\n');
  const serious = lines.filter((line) => /\b(FATAL|PANIC|LOG: {2}could not bind)\b/.test(line));
  return (
    (serious.length > 0 ? serious : lines.filter(Boolean).slice(-1))
      .map((line) => line.replace(/^[\d-]+ [\d:.]+ \S+ \[\d+\] /, ''))
      .join('; ') || undefined
  );
}

/** Whether a later attempt can go better: another free port, or the last helpers of a killed server gone. */
function passes(failure: string, fixedPort: number | undefined): boolean {
  if (failure.includes('could not bind') || failure.includes('could not create any TCP'))
    return fixedPort === undefined;
  return failure.includes('pre-existing shared memory block');
}

function handle(server: {
  child: ChildProcess;
  port: number;
  password: string;
  account: ServerAccount;
}): EmbeddedPostgres {
  const { child, port, password } = server;
  const callOffWatchdog = server.account.diesWithParent ? undefined : stopWhenParentDies(child.pid!);
  const exited = new Promise<string>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done('PostgreSQL ended');
    child.once('exit', (code, signal) => {
      callOffWatchdog?.();
      done(`PostgreSQL ended with ${signal ?? `code ${code}`}`);
    });
  });
  return {
    port,
    pid: child.pid!,
    superuserUrl: (database) =>
      `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    exited,
    async stop() {
      child.kill('SIGINT');
      const slow = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS);
      await exited;
      clearTimeout(slow);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });
}

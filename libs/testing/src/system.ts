import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';
import { claimRedisDatabase, type RedisDatabase } from './redis.js';
import { until } from './until.js';

export interface SystemOptions {
  /** Which backend carries the facts between the services; `postgres` is what `npm start` uses. */
  queue: 'postgres' | 'redis';
  /** Whether the demo region is loaded; default not. */
  demo?: boolean;
  /** More of the environment of the starter, which hands it on to the services. */
  env?: Record<string, string>;
  /** A data folder to go on with; it is then kept after `stop`. */
  dataDir?: string;
}

export interface RunningService {
  pid: number;
  url: string;
}

export interface System {
  /** The public address (the gateway). */
  url: string;
  /** The address of the open data. */
  openDataUrl: string;
  pid: number;
  dataDir: string;
  services: Record<string, RunningService>;
  /** Path of the file that holds the operator's token. */
  operatorTokenFile: string | undefined;
  /** What the system printed so far. */
  output(): string;
  /** SIGTERM, then waits for the end. @returns the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL to the starter. */
  kill(): Promise<void>;
}

interface RunFile {
  url: string;
  openDataUrl: string;
  pid: number;
  services: Record<string, RunningService>;
  operatorTokenFile?: string;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const STARTER = join(ROOT, 'dist', 'apps', 'standalone', 'src', 'main.js');
/** Settings of the tests' own run are not settings of the system under test. */
const NOT_INHERITED = [
  'DATABASE_URL',
  'REDIS_URL',
  'QUEUE_URL',
  'SEARCH_URL',
  'NODE_OPTIONS',
  'NODE_ENV',
  'JEST_WORKER_ID',
];
const READY_TIMEOUT_MS = 120_000;

/**
 * The whole built system, as `npm start` runs it, on free ports with a database of its own; ready when this resolves.
 * @throws Error with what the system printed when it ends before it is ready.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  if (!existsSync(STARTER)) throw new Error(`${STARTER} is not there: run \`npm run build\` first.`);
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rallare-system-'));
  const redis = options.queue === 'redis' ? await claimRedisDatabase() : undefined;
  const printed: string[] = [];
  const child = spawn(process.execPath, [STARTER], {
    cwd: ROOT,
    env: await environment(options, dataDir, redis),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const output = (): string => printed.join('');
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const cleanUp = async (): Promise<void> => {
    await redis?.release();
    if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };

  const run = await readRunFile(child, dataDir).catch(async (error: Error) => {
    child.kill('SIGTERM');
    await exited;
    await cleanUp();
    throw new Error(`${error.message}\n--- the system printed ---\n${output()}`);
  });
  return {
    ...run,
    operatorTokenFile: run.operatorTokenFile,
    dataDir,
    output,
    async stop() {
      child.kill('SIGTERM');
      const code = await exited;
      await cleanUp();
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
      await redis?.release();
    },
  };
}

async function environment(options: SystemOptions, dataDir: string, redis?: RedisDatabase): Promise<NodeJS.ProcessEnv> {
  const inherited = { ...process.env };
  for (const name of NOT_INHERITED) delete inherited[name];
  return {
    ...inherited,
    RALLARE_DATA: dataDir,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    OPEN_API_PORT: '0',
    DEMO: options.demo ? '1' : '0',
    ...(redis && { QUEUE_URL: redis.url }),
    ...options.env,
  };
}

function readRunFile(child: ChildProcess, dataDir: string): Promise<RunFile> {
  const file = join(dataDir, 'run.json');
  let ended: string | undefined;
  child.once(
    'exit',
    (code, signal) => (ended = `The system ended with ${signal ?? `code ${code}`} before it was ready.`),
  );
  const waiting = until(
    () => {
      if (ended) return { failure: ended };
      if (!existsSync(file)) return undefined;
      const run = JSON.parse(readFileSync(file, 'utf8')) as RunFile;
      return run.pid === child.pid ? { run } : undefined;
    },
    { timeout: READY_TIMEOUT_MS, what: 'the system to be ready' },
  );
  return waiting.then((found) => {
    if ('failure' in found) throw new Error(found.failure);
    return found.run;
  });
}

// The whole built system as `npm start` runs it, on free ports and a data folder of its own, for a bench; it ends with the bench.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const root = join(import.meta.dirname, '..', '..', '..');
const starter = join(root, 'dist', 'apps', 'standalone', 'src', 'main.js');
const readyTimeoutMs = 180_000;
/** Parts that the caller may bring along. */
const handedOn = ['QUEUE_URL', 'SEARCH_URL', 'SEARCH_KEY', 'MEILI_URL', 'MEILI_MASTER_KEY', 'TAXONOMY'];

/**
 * Starts the system, lets `bench` measure it, and stops it whatever happens. Ends the process with 1 where something failed or took too long.
 * @param {{ env?: Record<string, string>, timeoutMs: number }} options
 * @param {(system: { url: string, pid: number, services: object, api: Function }) => Promise<void>} bench
 */
export async function withSystem({ env = {}, timeoutMs }, bench) {
  if (!existsSync(starter)) {
    console.error('Build first: npm run build');
    process.exit(1);
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'rallare-bench-'));
  let printed = '';
  const given = handedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  const child = spawn(process.execPath, [starter], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      RALLARE_DATA: dataDir,
      PORT: '0',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      ...Object.fromEntries(given),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const tooLong = setTimeout(() => fail(`not done after ${timeoutMs / 1000} s`), timeoutMs);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => fail(signal));

  async function stop() {
    clearTimeout(tooLong);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  async function fail(why) {
    console.error(`The bench ended: ${why}`);
    await stop();
    process.exit(1);
  }

  try {
    const run = await ready(join(dataDir, 'run.json'), child);
    await bench({ ...run, api: operator(run) });
    await stop();
  } catch (error) {
    await fail(`${error.stack ?? error}\n--- the system printed ---\n${printed}`);
  }
}

async function ready(file, child) {
  for (const deadline = Date.now() + readyTimeoutMs; !existsSync(file); await delay(100))
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('the system did not get ready');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Asks as the operator. @returns the answer's body; undefined where it is the status that `missing` names. */
function operator({ url, operatorTokenFile }) {
  const authorization = `Bearer ${readFileSync(operatorTokenFile, 'utf8').trim()}`;
  return async (method, path, body, missing) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    if (response.status === missing) return response.arrayBuffer().then(() => undefined);
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
}

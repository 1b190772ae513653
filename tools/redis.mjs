// Finds a Redis for the tests: a throw-away one where redis-server is installed, since the tests also empty what they use.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const USUAL_PORT = 6379;
const START_TIMEOUT_MS = 10_000;

/** @returns {Promise<{ url: string, stop?: () => Promise<void> } | { reason: string }>} */
export async function findRedis() {
  if (process.env.REDIS_URL) {
    const { hostname, port } = new URL(process.env.REDIS_URL);
    if (await listens(hostname, Number(port || USUAL_PORT))) return { url: process.env.REDIS_URL };
    return { reason: `nothing listens at REDIS_URL (${hostname}:${port || USUAL_PORT})` };
  }
  const started = await startRedis();
  if (started) return started;
  if (await answersPing(USUAL_PORT)) return { url: `redis://127.0.0.1:${USUAL_PORT}` };
  return { reason: `REDIS_URL is not set, redis-server is not installed, and none answers on 127.0.0.1:${USUAL_PORT}` };
}

async function startRedis() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'rallare-redis-'));
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
    detached: true,
  });
  let ended = false;
  const exited = new Promise((done) => {
    child.once('exit', done);
    child.once('error', done);
  }).then(() => (ended = true));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + START_TIMEOUT_MS; !ended && Date.now() < deadline; await delay(50)) {
    if (await answersPing(port)) return { url: `redis://127.0.0.1:${port}`, stop };
  }
  await stop();
  return undefined;
}

function listens(host, port) {
  return talk(host, port, '').then((answer) => answer !== undefined);
}

function answersPing(port) {
  return talk('127.0.0.1', port, 'PING\r\n').then((answer) => answer?.startsWith('+PONG') ?? false);
}

/** @returns {Promise<string | undefined>} the first words of the answer; undefined when nothing listens */
function talk(host, port, words) {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (answer) => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => (words ? socket.write(words) : end('')));
    socket.once('data', (data) => end(data.toString()));
    socket.once('timeout', () => end(undefined));
    socket.once('error', () => end(undefined));
  });
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

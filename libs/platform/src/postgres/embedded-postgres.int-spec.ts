import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { stopWhenParentDies } from './parent-watchdog.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'rallare-pg-'));
const dataDir = join(folder, 'data');
const running = new Set<EmbeddedPostgres>();

async function start(options: { port?: number; dataDir?: string } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durability: 'fast', ...options });
  running.add(server);
  return server;
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  running.delete(server);
  await server.stop();
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function gone(pid: number): Promise<void> {
  while (alive(pid)) await delay(20);
}

afterEach(async () => {
  for (const server of running) await stop(server);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('startEmbeddedPostgres', () => {
  it('keeps the data and the password over a restart', async () => {
    const first = await start();
    await query(first.superuserUrl('postgres'), `CREATE TABLE kept AS SELECT 'Övertorneå' AS name`);
    await stop(first);
    expect(alive(first.pid)).toBe(false);

    const second = await start();
    const rows = await query(second.superuserUrl('postgres'), `SELECT lower(name) AS name FROM kept`);
    expect(rows).toEqual([{ name: 'övertorneå' }]);
  }, 60_000);

  it('speaks UTF-8 with the built-in locale and knows Swedish letters as letters', async () => {
    const server = await start();
    const url = server.superuserUrl('postgres');
    const [locale] = await query(
      url,
      `SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = 'postgres'`,
    );
    expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' });
    const [text] = await query(url, `SELECT to_tsvector('swedish', 'LÄKARE – sjuksköterskor')::text AS words`);
    expect(text).toEqual({ words: `'läk':1 'sjukskötersk':2` });
  }, 60_000);

  it('lets nobody in without the password, which only the owner can read', async () => {
    const server = await start();
    await expect(query(`postgres://postgres@127.0.0.1:${server.port}/postgres`, 'SELECT 1')).rejects.toThrow(
      /password/,
    );
    await expect(query(`postgres://postgres:wrong@127.0.0.1:${server.port}/postgres`, 'SELECT 1')).rejects.toThrow(
      /password/,
    );
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    expect(statSync(`${dataDir}.log`).mode & 0o777).toBe(0o600);
    const [listening] = await query(server.superuserUrl('postgres'), 'SHOW listen_addresses');
    expect(listening).toEqual({ listen_addresses: '127.0.0.1' });
  }, 60_000);

  it('refuses a directory that a live server works on, in one line', async () => {
    const server = await start();
    const refusal = start().then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(await refusal).toBe(
      `The database in ${dataDir} is already in use (process ${server.pid}, port ${server.port}): stop that one first.`,
    );
    expect(await query(server.superuserUrl('postgres'), 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  }, 60_000);

  it('starts in spite of a pid file whose number now belongs to another process', async () => {
    await stop(await start());
    const pidFile = join(dataDir, 'postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${dataDir}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`);
    const server = await start();
    expect(readFileSync(pidFile, 'utf8').split('\n')[0]).toBe(String(server.pid));
  }, 60_000);

  it('starts again right after the server was killed with -9', async () => {
    const killed = await start();
    running.delete(killed);
    process.kill(killed.pid, 'SIGKILL');
    await killed.exited;
    const again = await start();
    expect(await query(again.superuserUrl('postgres'), 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  }, 60_000);

  it('says which port is taken', async () => {
    const squatter: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => squatter.once('listening', done));
    const { port } = squatter.address() as AddressInfo;
    try {
      await expect(start({ port })).rejects.toThrow(
        new RegExp(`^PostgreSQL did not start on port ${port} .*could not bind`),
      );
    } finally {
      squatter.close();
    }
  }, 60_000);

  it('touches no folder that holds something else', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    await expect(start({ dataDir: folder })).rejects.toThrow('neither empty nor a database');
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
  });

  it('stops when its starter is killed with -9', async () => {
    const module = JSON.stringify(
      new URL('../../../../dist/libs/platform/src/postgres/index.js', import.meta.url).href,
    );
    const program = `const { startEmbeddedPostgres } = await import(${module});
      const server = await startEmbeddedPostgres({ dataDir: process.argv[1], durability: 'fast' });
      console.log(server.pid);
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await firstLine(starter));
    expect(alive(pid)).toBe(true);
    starter.kill('SIGKILL');
    await gone(pid);
    // The next one comes up on the same data without recovery trouble.
    const next = await start();
    expect(await query(next.superuserUrl('postgres'), 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  }, 60_000);
});

describe('stopWhenParentDies', () => {
  it('is the same promise without a parent-death signal', async () => {
    const module = JSON.stringify(
      new URL('../../../../dist/libs/platform/src/postgres/parent-watchdog.js', import.meta.url).href,
    );
    const program = `import { spawn } from 'node:child_process';
      const { stopWhenParentDies } = await import(${module});
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true });
      stopWhenParentDies(child.pid);
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await firstLine(parent));
    expect(alive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await gone(pid);
  }, 30_000);

  it('leaves the process alone once called off', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const ended = new Promise<string>((done) => child.once('exit', (code, signal) => done(signal ?? String(code))));
    const callOff = stopWhenParentDies(child.pid!);
    callOff();
    child.stdin.end();
    expect(await ended).toBe('0');
  }, 30_000);
});

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) done(text.split('\n')[0]!);
    });
    child.once('exit', () => fail(new Error(`ended before its first line: ${text}`)));
  });
}

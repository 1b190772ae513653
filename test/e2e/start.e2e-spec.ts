import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '#testing';
import { descendants, living, printed, startStarter, type Program } from './support/starter.js';

const ready = 'Ctrl-C stops everything';
const databasesReady = '✓ databases';
const patience = { timeout: 30_000 };

interface Run {
  readonly url: string;
  readonly pid: number;
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rallare-start-'));
  const dataDir = join(folder, 'data');
  const started: Program[] = [];
  let port: number;

  const start = (settings: Record<string, string> = {}): Program => {
    const program = startStarter({ RALLARE_DATA: dataDir, PORT: String(port), RATE_LIMIT: '0', ...settings });
    started.push(program);
    return program;
  };
  const runFile = (): Run => JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as Run;
  const openVacancies = async (): Promise<number> => {
    const answer = await fetch(`${runFile().url}/api/vacancies?limit=1`);
    return ((await answer.json()) as { total: number }).total;
  };
  const gone = (pids: readonly number[]): Promise<boolean> =>
    until(() => living(pids).length === 0, { ...patience, what: `the end of ${pids.join(', ')}` });

  beforeAll(async () => {
    port = await freePort();
  });

  afterEach(async () => {
    for (const { child, ended } of started.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    }
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('tells where to go, as whom, and real matches; SIGTERM leaves no process; a second starter is refused meanwhile', async () => {
    const program = start();
    await printed(program, ready, 150_000);
    const output = program.output();
    expect(output).toContain(`Rallare runs at http://127.0.0.1:${port}`);
    for (const step of ['embedded PostgreSQL', 'databases', 'services', 'gateway', 'demo region', 'matching'])
      expect(output).toMatch(new RegExp(`✓ ${step}.* \\(\\d+\\.\\d s\\)`));
    expect(output).toContain('Elin Lövmark');
    for (const heading of ['vacancies for Elin Lövmark', 'candidates for “'])
      expect(output).toMatch(new RegExp(`Best of \\d+ ${heading}.*(\\n +\\d+  .+\\n +.+: [\\d.]+ of [\\d.]+ %){3}`));
    expect(output).not.toMatch(/WARNING|undefined|\[object/);
    expect(await openVacancies()).toBeGreaterThan(60);

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toEqual([
      expect.stringContaining(`process ${program.child.pid} runs on the same data already`),
    ]);
    expect((await fetch(`${runFile().url}/health/ready`)).status).toBe(200);

    const all = descendants(program.child.pid!);
    expect(all.length).toBeGreaterThanOrEqual(6);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) program.child.kill(signal);
    expect(await program.ended).toBe(0);
    expect(living(all)).toEqual([]);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  }, 240_000);

  it('starts again with the data kept, on the next port where the wanted one is taken; kill -9 leaves no process', async () => {
    const taken = await new Promise<Server>((resolve) => {
      const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
    });
    try {
      const program = start();
      await printed(program, ready);
      const { url } = runFile();
      const used = Number(new URL(url).port);
      expect(used).toBeGreaterThan(port);
      expect(program.output()).toContain(`port ${port} is taken; ${used} is used\n`);
      expect(program.output()).not.toContain('✓ demo region');
      expect(await openVacancies()).toBeGreaterThan(60);
      const all = descendants(program.child.pid!);
      program.child.kill('SIGKILL');
      await gone(all);
    } finally {
      taken.close();
    }
  }, 150_000);

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'leaves no process after %s in the middle of a start',
    async (signal) => {
      const program = start();
      await printed(program, databasesReady);
      const all = await until(() => {
        const below = descendants(program.child.pid!);
        // The database, and the first of the services.
        return below.length > 1 && below;
      }, patience);
      const later = descendants(program.child.pid!);
      program.child.kill(signal);
      expect(await program.ended).toBe(signal === 'SIGINT' ? 0 : signal);
      await gone([...all, ...later]);
      if (signal === 'SIGINT') expect(program.output()).not.toContain('did not start');
    },
    150_000,
  );

  it('goes on when nobody reads what it prints any more', async () => {
    const program = start({ DEMO: '0' });
    program.child.stdout!.destroy();
    program.child.stderr!.destroy();
    await until(() => existsSync(join(dataDir, 'run.json')) && runFile().pid === program.child.pid, {
      timeout: 90_000,
      what: 'a system that is ready',
    });
    expect((await fetch(`${runFile().url}/health/ready`)).status).toBe(200);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  }, 150_000);

  it('tells at once why a service does not start', async () => {
    const program = start({ TAXONOMY: join(folder, 'no-such-taxonomy') });
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(
      /Rallare did not start: \w+ ended at its start \(exit code 1\):\n(.*\n)*.*no-such-taxonomy/,
    );
    expect(program.output()).not.toContain('started again');
  }, 150_000);

  it.each([
    [{ PORT: 'many' }, 'PORT: '],
    [{ HOST: '192.0.2.1' }, 'HOST: 192.0.2.1 is no address of this machine'],
    [{ QUEUE_URL: 'amqp://x' }, 'QUEUE_URL: must begin with '],
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_CLIENT_SECRET: is not set'],
  ])(
    'names the setting that is broken: %j',
    async (settings, line) => {
      const program = start(settings);
      expect(await program.ended).toBe(1);
      expect(program.output()).toContain(line);
    },
    90_000,
  );
});

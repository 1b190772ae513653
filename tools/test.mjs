// `npm test`: everything that this machine can run. `npm test -- [--unit] [jest's arguments, such as a pattern of paths]`.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareOrExit, root } from './prepare.mjs';
import { endWithNpm } from './starter-watch.mjs';
import { report, say, step, StepFailure } from './steps.mjs';

const args = process.argv.slice(2).filter((argument) => argument !== '--unit');
const unitOnly = process.argv.includes('--unit');
endWithNpm();
await prepareOrExit({ build: !unitOnly });

const { jest, SYSTEM_TESTS, UNIT_TESTS, without } = await import('./jest.mjs');
const { lastLine, nothing, sum } = await import('./totals.mjs');

/** What to undo at the end, in reverse order. */
const cleanups = [];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => cleanUp().finally(() => process.exit(1)));

let totals = nothing();
let broken = false;
try {
  totals = unitOnly ? await jest(root, [...args, '--maxWorkers=2', ...UNIT_TESTS]) : await runAll();
} catch (error) {
  report(error);
  broken = true;
} finally {
  await cleanUp();
}
const byName = args.some((argument) => /^(-t|--testNamePattern)/.test(argument));
if (!byName) for (const name of totals.leftOut) say(`skipped: ${name}`);
if (totals.passed + totals.failed === 0) say('No test ran.');
console.log(lastLine(totals));
process.exit(broken || totals.failed > 0 || totals.passed === 0 ? 1 : 0);

async function runAll() {
  const env = { ...process.env, ...(await environment()) };
  const systemRoots = SYSTEM_TESTS.filter((folder) => existsSync(join(root, folder)));
  const results = [await jest(root, [...args, '--maxWorkers=2', ...without(SYSTEM_TESTS)], { env })];
  if (systemRoots.length > 0) {
    results.push(
      await jest(root, [...args, '--maxWorkers=1', ...systemRoots.flatMap((folder) => ['--roots', folder])], { env }),
    );
  }
  return sum(results);
}

async function environment() {
  const redis = await step('Redis looked for', async () => (await import('./redis.mjs')).findRedis());
  if (redis.stop) cleanups.push(redis.stop);
  missing('Redis', redis.reason, 'REQUIRE_REDIS');
  const chromium = await step('browser looked for', async () => (await import('./chromium.mjs')).findChromium());
  missing('a browser', chromium.reason, 'REQUIRE_BROWSER');
  return {
    TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? (await step('PostgreSQL started', startPostgres)),
    REDIS_URL: redis.url ?? '',
    TEST_BROWSER: chromium.launch ? JSON.stringify(chromium.launch) : '',
  };
}

function missing(what, reason, required) {
  if (!reason) return;
  if (process.env[required] === '1')
    throw new StepFailure(`${required}=1, but there is no ${what.replace(/^a /, '')}: ${reason}`);
  say(`    tests with ${what} are left out: ${reason}`);
}

async function startPostgres() {
  const { startEmbeddedPostgres } = await import('../dist/libs/platform/src/postgres/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'rallare-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    durability: 'fast',
    maxConnections: 300,
  });
  cleanups.push(() => server.stop());
  return server.superuserUrl('postgres');
}

async function cleanUp() {
  for (let undo = cleanups.pop(); undo; undo = cleanups.pop()) await undo();
}

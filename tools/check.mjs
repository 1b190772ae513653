// `npm run check`: format, lint, types, layer rules and unit tests, two at a time.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepareOrExit, root } from './prepare.mjs';
import { report, run, step, StepFailure } from './steps.mjs';

const CACHE = 'node_modules/.cache';
const WORKERS = 2;

await prepareOrExit({ build: false });
const { NODE_OPTIONS, UNIT_TESTS } = await import('./jest.mjs');

const tool = (path, ...args) => [`node_modules/${path}`, ...args];
const web = existsSync(join(root, 'apps/web/tsconfig.json'));
const tsc = (project, name) =>
  tool(
    'typescript/bin/tsc',
    '-p',
    project,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    `${CACHE}/tsc/${name}.tsbuildinfo`,
  );

// The longest first, so that no worker is left with it at the end.
const checks = [
  [
    'lint (eslint)',
    tool(
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${CACHE}/eslint/`,
    ),
  ],
  [
    'unit tests and layer rules (jest)',
    [...NODE_OPTIONS, ...tool('jest/bin/jest.js', '--maxWorkers=1', '--silent', ...UNIT_TESTS)],
  ],
  ['types (tsc)', tsc('tsconfig.json', 'all')],
  ...(web ? [['types of web (tsc)', tsc('apps/web/tsconfig.json', 'web')]] : []),
  ['format (prettier)', tool('prettier/bin/prettier.cjs', '--check', '.', '--log-level=warn', '--cache')],
];
const advice = { 'format (prettier)': 'npm run format' };

const start = performance.now();
const failures = [];
const queue = [...checks];
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await check(...next);
  }),
);
for (const failure of failures) report(failure);
const time = `${((performance.now() - start) / 1000).toFixed(1)} s`;
console.log(
  failures.length > 0
    ? `${failures.length} of ${checks.length} checks failed (${time})`
    : `all ${checks.length} checks passed (${time})`,
);
process.exit(failures.length > 0 ? 1 : 0);

async function check(name, args) {
  try {
    await step(name, async () => {
      const { code, output } = await run(process.execPath, args, { cwd: root });
      if (code !== 0) throw new StepFailure(`${name} failed.`, { output, advice: advice[name] });
    });
  } catch (error) {
    failures.push(error);
  }
}

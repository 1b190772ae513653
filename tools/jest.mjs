// Runs jest as the project needs it (ECMAScript modules), and reads what it reported.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromJest, nothing } from './totals.mjs';

export const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
/** These start the whole system, which wants the machine to itself. */
export const SYSTEM_TESTS = ['test/e2e', 'test/faults', 'test/abuse'];

/** What `*.spec.ts` beside the code and in test/architecture and test/compose needs: no database, no build. */
export const UNIT_TESTS = ['--testRegex', '\\.spec\\.tsx?$', ...without(SYSTEM_TESTS)];

export function without(folders) {
  return ['/node_modules/', ...folders.map((folder) => `<rootDir>/${folder}/`)].flatMap((pattern) => [
    '--testPathIgnorePatterns',
    pattern,
  ]);
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function jest(root, args, { env = process.env } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rallare-jest-'));
  const outputFile = join(folder, 'report.json');
  try {
    const all = [
      ...NODE_OPTIONS,
      'node_modules/jest/bin/jest.js',
      '--passWithNoTests',
      '--json',
      `--outputFile=${outputFile}`,
      ...args,
    ];
    const code = await ended(spawn(process.execPath, all, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] }));
    const totals = existsSync(outputFile) ? fromJest(JSON.parse(readFileSync(outputFile, 'utf8'))) : nothing();
    if (code === 0 || totals.failed > 0) return totals;
    console.error(`jest ended with ${code} without naming a failed test; this counts as one.`);
    return { ...totals, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ended(child) {
  return new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(code ?? signal));
  });
}

// Compiles the engine and its bench into a temporary folder and runs it: node libs/engine/bench/run.mjs [profiles] [vacancies] [oracle queries]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const out = mkdtempSync(join(tmpdir(), 'engine-bench-'));
try {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(import.meta.dirname, 'tsconfig.json'), '--outDir', out], {
    stdio: 'inherit',
  });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  const bench = join(out, 'libs/engine/bench/ranking.bench.js');
  execFileSync(process.execPath, [bench, ...process.argv.slice(2)], { stdio: 'inherit' });
} finally {
  rmSync(out, { recursive: true, force: true });
}

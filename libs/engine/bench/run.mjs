// Compiles the engine and its bench into a temporary folder and runs it: npm run bench:engine -- --profiles 100000 --vacancies 20000 [--peers all] [--json FILE] [--plot FILE]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildKernel, KERNEL } from '../../../tools/kernel.mjs';

const root = join(import.meta.dirname, '../../..');
const out = mkdtempSync(join(tmpdir(), 'engine-bench-'));
try {
  await buildKernel(root);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(import.meta.dirname, 'tsconfig.json'), '--outDir', out], {
    stdio: 'inherit',
  });
  cpSync(join(root, 'dist', KERNEL), join(out, KERNEL));
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
  const bench = join(out, 'libs/engine/bench/engine.bench.js');
  execFileSync(process.execPath, ['--max-old-space-size=12000', bench, ...process.argv.slice(2)], { stdio: 'inherit' });
} finally {
  rmSync(out, { recursive: true, force: true });
}

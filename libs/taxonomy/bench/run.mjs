// Compiles the taxonomy library with its benches into a temporary folder and runs one: node libs/taxonomy/bench/run.mjs demands FILE [--json] …
import { transformFileSync } from '@swc/core';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const [bench = '', ...options] = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []);
if (!benches.includes(bench)) {
  console.error(`Which bench? One of: ${benches.join(', ')}`);
  process.exit(2);
}

const out = mkdtempSync(join(tmpdir(), 'taxonomy-bench-'));
try {
  for (const folder of ['libs/taxonomy/src', 'libs/taxonomy/bench', 'libs/embeddings/src', 'libs/contracts/src'])
    compile(folder);
  writeFileSync(join(out, 'package.json'), '{ "type": "module", "imports": { "#*": "./libs/*/src/index.js" } }');
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
  symlinkSync(join(root, 'libs/taxonomy/starter'), join(out, 'libs/taxonomy/starter'));
  const env = { ...process.env, RALLARE_ROOT: root };
  const main = join(out, 'libs/taxonomy/bench', `${bench}.bench.js`);
  process.exitCode = spawnSync(process.execPath, [main, ...options], { stdio: 'inherit', env }).status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

function compile(folder) {
  const files = readdirSync(join(root, folder), { recursive: true }).filter((file) => /\.ts$/.test(file));
  for (const file of files.filter((one) => !/spec\.ts$/.test(one))) {
    const { code } = transformFileSync(join(root, folder, file), {
      configFile: join(root, '.swcrc'),
      sourceMaps: false,
    });
    const target = join(out, folder, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

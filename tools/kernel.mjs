// Compiles the engine's kernel (AssemblyScript) to WebAssembly, when a source of it has changed.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, StepFailure } from './steps.mjs';

const FOLDER = 'libs/engine/assembly';
const LAYOUT = 'libs/engine/src/kernel/layout.ts';
const LAYOUT_HASH = 'libs/engine/src/kernel/layout-hash.ts';
/** Where the engine looks for it, from its sources too. */
export const KERNEL = `${FOLDER}/kernel.wasm`;
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--sharedMemory']
  .concat(['--initialMemory', '2', '--maximumMemory', '65536'])
  .concat(['simd', 'threads', 'bulk-memory'].flatMap((feature) => ['--enable', feature]));

export async function buildKernel(root) {
  const target = join(root, 'dist', KERNEL);
  const stampFile = `${target}.built`;
  const stamp = fingerprint(root);
  if (existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(join(root, 'dist', FOLDER), { recursive: true });
  const beside = `${target}.${process.pid}`;
  const asc = ['node_modules/assemblyscript/bin/asc.js', `${FOLDER}/kernel.ts`, '-o', beside, ...OPTIONS];
  const { code, output } = await run(process.execPath, asc, { cwd: root });
  if (code !== 0) throw new StepFailure('The kernel does not compile.', { output, advice: 'mend the lines above.' });
  appendFileSync(beside, await layoutSectionOf(root));
  renameSync(beside, target);
  writeFileSync(stampFile, stamp);
}

/** Says in the kernel which layout it was built with: a custom section, which may stand at the end. */
async function layoutSectionOf(root) {
  const [layout, { layoutHash, layoutSection }] = await Promise.all(
    [LAYOUT, LAYOUT_HASH].map((file) => load(root, file)),
  );
  const content = Buffer.concat([Buffer.from([layoutSection.length]), Buffer.from(layoutSection + layoutHash(layout))]);
  if (content.length > 127) throw new RangeError('its length takes more than one byte');
  return Buffer.concat([Buffer.from([0, content.length]), content]);
}

/** A source file without imports of its own kind, as a module. */
async function load(root, file) {
  const { default: ts } = await import('typescript');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(readFileSync(join(root, file), 'utf8'), { compilerOptions });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

function fingerprint(root) {
  const version = readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8');
  const hash = createHash('sha256').update(JSON.parse(version).version).update(OPTIONS.join(' '));
  const sources = readdirSync(join(root, FOLDER)).sort();
  for (const file of [...sources.map((name) => join(FOLDER, name)), LAYOUT, LAYOUT_HASH, 'tools/kernel.mjs'])
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

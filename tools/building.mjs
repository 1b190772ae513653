// Compiles all applications and libraries into dist, when a source has changed.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { buildKernel, KERNEL } from './kernel.mjs';
import { run, step, StepFailure } from './steps.mjs';

const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const ROOTS = ['apps', 'libs'];
const NOT_BUILT = /(^|\/)(node_modules|dist|test|bench)\/|\.(int-|e2e-)?spec\.tsx?$|\.md$|^libs\/testing\//;
const TYPESCRIPT = /\.[cm]?tsx?$/;
const WEB = 'apps/web/';

/** Builds unless dist was built from these very sources. */
export async function build(root, { force = false } = {}) {
  const sources = listSources(root);
  const stampFile = join(root, 'dist', '.built');
  const stamp = fingerprint(root, [...SETTINGS, ...sources]);
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(stampFile, { force: true });
  const tasks = [
    step('services built (tsc)', () => compile(root, sources)),
    step('kernel built (asc)', () => buildKernel(root)),
  ];
  if (existsSync(join(root, WEB, 'vite.config.ts'))) tasks.push(step('web built (vite)', () => bundleWeb(root)));
  const failed = (await Promise.allSettled(tasks)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  writeFileSync(stampFile, stamp);
}

function listSources(root) {
  const files = ROOTS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  return files.filter((file) => !NOT_BUILT.test(file)).sort();
}

function fingerprint(root, files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

async function compile(root, sources) {
  copyDataFiles(root, sources);
  removeLeftovers(root, sources);
  const { code, output } = await run(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
    { cwd: root },
  );
  if (code === 0) return;
  throw new StepFailure('The sources do not compile.', {
    output: firstLines(output, 40),
    advice: 'mend the lines above.',
  });
}

/** What the code reads beside itself: taxonomies, demo data, templates. */
function copyDataFiles(root, sources) {
  for (const file of sources.filter((source) => !TYPESCRIPT.test(source) && !source.startsWith(WEB))) {
    const target = join(root, 'dist', file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, file), target);
  }
}

/** What an earlier build made of a source that is gone would otherwise still be importable. */
function removeLeftovers(root, sources) {
  const modules = new Set(sources.map((file) => file.replace(TYPESCRIPT, '')));
  for (const folder of ROOTS) {
    const built = join(root, 'dist', folder);
    if (!existsSync(built)) continue;
    for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = relative(join(root, 'dist'), join(entry.parentPath, entry.name)).split(sep).join('/');
      if (
        file.startsWith(WEB) ||
        file.startsWith(KERNEL) ||
        modules.has(file) ||
        modules.has(file.replace(/\.[cm]?js(\.map)?$/, ''))
      )
        continue;
      rmSync(join(root, 'dist', file));
    }
  }
}

async function bundleWeb(root) {
  const { code, output } = await run(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', WEB, '--logLevel=warn'],
    { cwd: root },
  );
  if (code !== 0)
    throw new StepFailure('The web application does not build.', {
      output: firstLines(output, 40),
      advice: 'mend the lines above.',
    });
}

const firstLines = (text, count) => text.split('\n').slice(0, count).join('\n');

// Are the packages of the lock file installed? If not: `npm ci`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, step, StepFailure } from './steps.mjs';

/** What npm prints for those who mend npm. */
const STACKS = /^npm error (\s+at |  \w+: |\}|A complete log).*\n?|^npm error\s*\n| \{$/gm;

/** Installs from the lock file unless node_modules already holds what it says. */
export async function install(root) {
  if (isInstalled(root)) return;
  await step('packages installed (npm ci)', async () => {
    const { code, output } = await run(...npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']), {
      cwd: root,
    });
    if (code === 0) return;
    throw new StepFailure('The packages could not be installed.', {
      output: firstLines(output.replace(STACKS, ''), 15),
      advice:
        'check that the npm registry can be reached (`npm ping`; behind a proxy set HTTPS_PROXY) and that the disk has 1 GB free, then start again.',
    });
  });
}

/** npm leaves a copy of what it installed in node_modules, as the last thing it does. */
export function isInstalled(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = readJson(installedFile).packages;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages).filter(([path]) => path !== '');
  return wanted.every(([path, { version, ...entry }]) => {
    if (installed[path]) return installed[path].version === version;
    return entry.optional === true && !isForThisPlatform(entry);
  });
}

function isForThisPlatform({ os, cpu, libc }) {
  if (libc) return false; // Which C library this is, npm knows better; what matters here has no such field.
  return (os?.includes(process.platform) ?? false) && (cpu?.includes(process.arch) ?? true);
}

/** The npm that runs this script, else the one on the path. */
function npm(args) {
  const cli = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return ['npm', args];
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const firstLines = (text, count) => text.trim().split('\n').slice(0, count).join('\n');

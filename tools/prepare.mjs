// Makes a checkout ready to run: packages from the lock file, and dist. Needs nothing but Node; does nothing when all is there.
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { requireNode } from './node-version.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {{ build?: boolean, force?: boolean }} [options] whether to build too (default), and also when nothing has changed
 */
export async function prepare({ build: alsoBuild = true, force = false } = {}) {
  requireNode();
  const { install } = await import('./installation.mjs');
  await install(root);
  if (!alsoBuild) return;
  const { build } = await import('./building.mjs');
  await build(root, { force });
}

/** `prepare`, ending the process with an explanation when it cannot be done. */
export async function prepareOrExit(options) {
  try {
    await prepare(options);
  } catch (error) {
    const { report } = await import('./steps.mjs');
    report(error);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await prepareOrExit({ force: process.argv.includes('--build') });
}

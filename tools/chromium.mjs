// Finds a Chromium that really starts here: an installed one, else the one inside the npm package @sparticuz/chromium.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './prepare.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
/** As root, or in a container without user namespaces, Chromium's own sandbox cannot be had. */
const WITHOUT_SANDBOX = ['--no-sandbox'];

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} Launch what Playwright's `launch` needs
 * @returns {Promise<{ launch: Launch } | { reason: string }>} or why there is no browser
 */
export async function findChromium() {
  const reasons = new Set();
  for await (const launch of candidates(reasons)) {
    const problem = await problemOf(launch);
    if (problem === undefined) return { launch };
    reasons.add(`${launch.executablePath}: ${problem}`);
  }
  return { reason: reasons.size > 0 ? [...reasons].join('; ') : 'no Chromium is installed' };
}

async function* candidates(reasons) {
  const named = process.env.RALLARE_CHROMIUM;
  for (const executablePath of named ? [named] : installed()) {
    yield { executablePath, args: [], env: {} };
    yield { executablePath, args: WITHOUT_SANDBOX, env: {} };
  }
  if (named || process.platform !== 'linux' || process.arch !== 'x64') return;
  let folder;
  try {
    folder = await unpackFromPackage();
  } catch (error) {
    reasons.add(`@sparticuz/chromium: ${firstLine(error)}`);
    return;
  }
  const executablePath = join(folder, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  yield { executablePath, args: WITHOUT_SANDBOX, env: fonts };
  yield { executablePath, args: WITHOUT_SANDBOX, env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}

function* installed() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) if (isExecutable(join(folder, name))) yield join(folder, name);
  }
  if (process.platform !== 'darwin') return;
  for (const name of MAC_APPLICATIONS) {
    const file = `/Applications/${name}.app/Contents/MacOS/${name}`;
    if (isExecutable(file)) yield file;
  }
}

/** The browser with the libraries and fonts that a bare machine lacks; the package itself would share them by way of /tmp. */
async function unpackFromPackage() {
  const packed = join(root, 'node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(root, 'node_modules', '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const { inflate } = await import(pathToFileURL(join(packed, 'build', 'esm', 'lambdafs.js')).href);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(packed, 'bin', archive))));
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
  renameSync(unfinished, folder);
  return folder;
}

async function problemOf({ executablePath, args, env }) {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env }, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      await page.setContent('<title>up</title>');
      return (await page.title()) === 'up' ? undefined : 'shows no pages';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return firstLine(error);
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstLine(error) {
  const lines = String(error?.message ?? error).split('\n');
  return (lines.find((line) => line.includes('error while loading')) ?? lines[0]).trim();
}

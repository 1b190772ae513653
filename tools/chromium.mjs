// Finds a Chromium that really starts here: an installed one, else the one inside the npm package.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/**
 * @returns {Promise<{ executablePath: string, args: string[] } | { reason: string }>} what Playwright's `launch` needs, or why there is none
 */
export async function findChromium() {
  const reasons = [];
  for await (const candidate of candidates(reasons)) {
    const problem = await problemOf(candidate);
    if (problem === undefined) return candidate;
    reasons.push(`${candidate.executablePath}: ${problem}`);
  }
  return { reason: reasons.length > 0 ? reasons.join('; ') : 'no Chromium is installed' };
}

async function* candidates(reasons) {
  const named = process.env.RALLARE_CHROMIUM;
  for (const executablePath of named ? [named] : installed()) {
    yield { executablePath, args: [] };
    // As root, or in a container without user namespaces, Chromium's own sandbox cannot be had.
    yield { executablePath, args: ['--no-sandbox'] };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    yield { executablePath: await chromium.executablePath(), args: ['--no-sandbox'] };
  } catch (error) {
    reasons.push(`@sparticuz/chromium: ${firstLine(error)}`);
  }
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

async function problemOf({ executablePath, args }) {
  const { chromium } = await import('playwright-core');
  try {
    const browser = await chromium.launch({ executablePath, args, timeout: 30_000 });
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

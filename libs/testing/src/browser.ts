import { type Browser, chromium } from 'playwright-core';
import { describeWhere } from './describe-where.js';

interface Launch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** What `npm test` found out about the browser of this machine. */
const found = process.env.TEST_BROWSER ? (JSON.parse(process.env.TEST_BROWSER) as Launch) : undefined;

/** `describe` where there is a browser, else a suite that is skipped with the reason in its name. */
export const describeWithBrowser = describeWhere(found !== undefined, 'no browser: install chromium');

/** A headless Chromium; close it in `afterAll`. */
export async function browser(): Promise<Browser> {
  if (!found) throw new Error('TEST_BROWSER is not set: run this through `npm test -- <file>`.');
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({ ...found, env: { ...Object.fromEntries(inherited), ...found.env } });
}

import { type Browser, chromium } from 'playwright-core';
import { describeWhere } from './describe-where.js';

const executable = (): string | undefined => process.env.RALLARE_CHROMIUM || undefined;

/** `describe` where `npm test` found a browser, else a suite that is skipped with the reason in its name. */
export const describeWithBrowser = describeWhere(executable() !== undefined, 'no browser: install chromium');

/** A headless Chromium; close it in `afterAll`. */
export async function browser(): Promise<Browser> {
  const executablePath = executable();
  if (!executablePath)
    throw new Error('RALLARE_CHROMIUM is not set: run this through `npm test -- <file>`, or name a browser.');
  const args = JSON.parse(process.env.RALLARE_CHROMIUM_ARGS || '[]') as string[];
  return chromium.launch({ executablePath, args });
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dayMs = 24 * 60 * 60 * 1000;
/** The dates of the demo region lie at least three weeks ahead: renewed this often they never pass. */
const freshDays = 14;

const path = (dataDir: string): string => join(dataDir, 'demo-loaded');

/** Whether the demo region was never loaded here, or its dates grow old. */
export function demoLoad(dataDir: string, now: Date): 'never' | 'old' | 'fresh' {
  let loaded: number;
  try {
    loaded = Date.parse(readFileSync(path(dataDir), 'utf8'));
  } catch {
    return 'never';
  }
  return now.getTime() - loaded < freshDays * dayMs ? 'fresh' : 'old';
}

export const markDemoLoaded = (dataDir: string, now: Date): void => writeFileSync(path(dataDir), now.toISOString());

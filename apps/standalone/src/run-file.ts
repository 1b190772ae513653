import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running system tells those who want to reach it; lies in the data folder while it runs. */
export interface RunFile {
  readonly url: string;
  /** Where other programs read the open data. */
  readonly openDataUrl: string;
  readonly pid: number;
  readonly services: Record<string, { readonly pid: number; readonly url: string }>;
  readonly operatorTokenFile: string;
}

const path = (dataDir: string): string => join(dataDir, 'run.json');

export function writeRunFile(dataDir: string, run: RunFile): void {
  writeFileSync(`${path(dataDir)}.new`, JSON.stringify(run, null, 2), { mode: 0o600 });
  renameSync(`${path(dataDir)}.new`, path(dataDir));
}

/** What the last system there wrote; null where there is none, or half a file. */
export function readRunFile(dataDir: string): RunFile | null {
  try {
    return JSON.parse(readFileSync(path(dataDir), 'utf8')) as RunFile;
  } catch {
    return null;
  }
}

export const removeRunFile = (dataDir: string): void => rmSync(path(dataDir), { force: true });

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who has a data folder to itself. The moment of birth tells a process from a later one with the same id. */
interface Holder {
  readonly pid: number;
  readonly birth: string;
}

const lockFile = (dataDir: string): string => join(dataDir, 'starter.lock');

/**
 * Takes a data folder for this process alone.
 * @returns a function that gives it back.
 * @throws Error in one line where another living process has it.
 */
export function claimDataFolder(dataDir: string): () => void {
  const file = lockFile(dataDir);
  const own: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '' };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(dataDir);
    if (holder) throw new Error(`process ${holder.pid} runs on the same data already; RALLARE_DATA is ${dataDir}`);
    rmSync(file, { force: true });
  }
}

/** The living process that has a data folder; null where nobody has. */
export function holderOf(dataDir: string): { readonly pid: number } | null {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(lockFile(dataDir), 'utf8')) as Holder;
  } catch {
    return null;
  }
  const birth = Number.isInteger(holder.pid) ? birthOf(holder.pid) : null;
  return birth !== null && birth === holder.birth ? { pid: holder.pid } : null;
}

/** When a process began, in the operating system's own words; null for one that does not live. */
function birthOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: { LC_ALL: 'C' },
      }).trim();
    // After the name, which may hold anything: the state first, the start in ticks since boot as the 20th.
    const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
  } catch {
    return null;
  }
}

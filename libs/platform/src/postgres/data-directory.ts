import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { ServerAccount } from './server-account.js';

export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

/** Makes the database cluster unless it exists; a half-made one never gets the final name. */
export function initialiseDataDirectory(
  dataDir: string,
  {
    binaries,
    account,
    password,
    sync,
  }: { binaries: PostgresBinaries; account: ServerAccount; password: string; sync: boolean },
): void {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Error(`${dataDir} is neither empty nor a database: choose another folder.`);
  }
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (account.owner !== undefined) lchownSync(unfinished, account.owner, account.owner);
  const passwordFile = passwordFileOf(dataDir);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  // macOS has no C.UTF-8 of its own; there the C library's share (character classes) comes from en_US.
  const locale = process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8'];
  const args = [
    '-D',
    unfinished,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
  ];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...locale, ...(sync ? [] : ['--no-sync']));
  const result = spawnSync(...account.command(binaries.initdb, args), { encoding: 'utf8' });
  if (result.status !== 0) {
    const reason = (result.stderr || result.error?.message || '').trim().split('\n').slice(-3).join(' ');
    throw new Error(`Cannot make the database cluster in ${dataDir}: ${reason}`);
  }
  renameSync(unfinished, dataDir);
}

export const isInitialised = (dataDir: string): boolean => existsSync(join(dataDir, 'PG_VERSION'));

/** The password of an existing cluster; a new one is generated before the cluster is. */
export function readPassword(dataDir: string): string {
  const file = passwordFileOf(dataDir);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new Error(
    `The database in ${dataDir} exists, but its password file ${file} is gone: put it back, or remove both.`,
  );
}

export const generatePassword = (): string => randomBytes(24).toString('base64url');

/** A cluster made under another account (root in a namespace, or "nobody") is handed to the one that runs it now. */
export function handOver(dataDir: string, owner: number | undefined): void {
  if (owner === undefined || statSync(dataDir).uid === owner) return;
  for (const entry of readdirSync(dataDir, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(dataDir, entry), owner, owner);
  lchownSync(dataDir, owner, owner);
}

/** @throws when a live server works on this directory; a pid file that a dead one left is removed. */
export function refuseIfServed(dataDir: string): void {
  const found = readPidFile(dataDir);
  if (!found) return;
  if (isServerOf(dataDir, found.pid)) {
    throw new Error(
      `The database in ${dataDir} is already in use (process ${found.pid}, port ${found.port}): stop that one first.`,
    );
  }
  // The number may belong to some other process by now, before which PostgreSQL would shrink back.
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

export function readPidFile(dataDir: string): PidFile | undefined {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isServerOf(dataDir: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(dataDir);
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Beside the directory, not in it: PostgreSQL's own tools copy and remove what is inside. */
const passwordFileOf = (dataDir: string): string => `${dataDir}.password`;

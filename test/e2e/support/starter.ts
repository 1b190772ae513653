import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '#testing';

const root = join(import.meta.dirname, '..', '..', '..');
const built = join(root, 'dist', 'apps', 'standalone', 'src');

export interface Program {
  readonly child: ChildProcess;
  /** What it printed so far, on both outputs. */
  output(): string;
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

/** The environment of somebody who has set nothing but this. */
const bare = (settings: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TMPDIR: process.env['TMPDIR'],
  ...settings,
});

function run(entry: string, args: readonly string[], settings: Record<string, string>, cwd: string): Program {
  const child = spawn(process.execPath, [join(built, entry), ...args], {
    cwd,
    env: bare(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += String(chunk)));
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal!)),
  );
  return { child, output: () => printed, ended };
}

/** The starter, as `npm start` runs it after its preparations. */
export const startStarter = (settings: Record<string, string>): Program => run('main.js', [], settings, root);

export interface CommandResult {
  readonly code: number | string;
  readonly output: string;
}

/** One command of the operator, run to its end. */
export async function rallare(
  args: readonly string[],
  settings: Record<string, string>,
  cwd = root,
): Promise<CommandResult> {
  const program = run(join('cli', 'main.js'), args, settings, cwd);
  const code = await program.ended;
  return { code, output: program.output() };
}

/** Waits until a program has printed something; fails at once where it ends before. */
export async function printed(program: Program, words: string, timeout = 90_000): Promise<void> {
  let code: number | string | undefined;
  void program.ended.then((value) => (code = value));
  await until(() => program.output().includes(words) || code !== undefined, { timeout, what: `“${words}”` });
  if (!program.output().includes(words)) throw new Error(`it ended with ${code}:\n${program.output()}`);
}

function parents(): Map<number, number> {
  if (existsSync('/proc/self/stat')) {
    return new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((pid) => {
          try {
            const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
              .replace(/^.*\)\s/s, '')
              .split(' ');
            return fields[0] === 'Z' ? [] : [[Number(pid), Number(fields[1])] as const];
          } catch {
            return [];
          }
        }),
    );
  }
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return new Map(
    listed
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]),
  );
}

/** Every process below another. */
export function descendants(pid: number): number[] {
  const all = parents();
  const found = [pid];
  for (let index = 0; index < found.length; index += 1)
    for (const [child, parent] of all) if (parent === found[index]) found.push(child);
  return found.slice(1);
}

/** Those of some processes that live. */
export function living(pids: readonly number[]): number[] {
  const all = parents();
  return pids.filter((pid) => all.has(pid));
}

import { spawn } from 'node:child_process';

/** Runs in a process of its own: its standard input ends when the parent is gone, however the parent died. */
const PROGRAM = `
const pid = Number(process.argv[1]);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.on('data', () => process.exit(0));
process.stdin.on('error', () => {});
process.stdin.on('close', () => { try { process.kill(pid, 'SIGINT'); } catch {} process.exit(0); });
process.stdin.resume();
`;

/**
 * Stops the process `pid` with SIGINT once this process has died. For platforms without a parent-death signal.
 * @returns a function that calls the watchdog off.
 */
export function stopWhenParentDies(pid: number): () => void {
  const watchdog = spawn(process.execPath, ['-e', PROGRAM, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.stdin.on('error', () => undefined);
  watchdog.unref();
  return () => {
    watchdog.stdin.end('off\n');
  };
}

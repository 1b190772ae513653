// npm puts a shell between itself and the script, and a signal to npm (or its death) need not get through that shell.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const SHELLS = /(^|\/)-?(sh|dash|bash|ash|zsh)$/;
const LOOK_EVERY_MS = 500;

/** Run by npm: when npm is gone, this process gets the SIGTERM that it should have had. Otherwise does nothing. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const npm = SHELLS.test(about(parent).name) ? about(parent).parent : parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}

function about(pid) {
  if (process.platform === 'linux') {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { name, parent: Number(parent) };
  }
  const [, parent, name] = /^\s*(\d+)\s+(.*?)\s*$/.exec(
    spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout,
  );
  return { name, parent: Number(parent) };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

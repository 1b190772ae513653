import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const watch = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'starter-watch.mjs')).href);
const watched = `
  const { endWithNpm } = await import(${watch});
  process.on('SIGTERM', () => { console.log('asked to end'); process.exit(0); });
  endWithNpm();
  console.log('up');
  setInterval(() => {}, 1000);`;
/** Stands in for npm: a process that runs the script through a shell, which stays in between. */
const npm = `
  const { spawn } = require('node:child_process');
  spawn('sh', ['-c', process.argv[1] + '; true', 'sh', ...process.argv.slice(2)], { stdio: 'inherit' });
  setInterval(() => {}, 1000);`;

it.each(['SIGTERM', 'SIGKILL'] as const)(
  'a script run by npm ends when npm gets %s',
  async (signal) => {
    const starter = spawn(
      process.execPath,
      ['-e', npm, '"$@"', process.execPath, '--input-type=module', '-e', watched],
      { env: { ...process.env, npm_lifecycle_event: 'start', NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    // The pipe closes when the last process that holds it is gone.
    const closed = new Promise((done) => starter.stdout.once('close', done));
    starter.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said === 'up\n') starter.kill(signal);
    });
    await closed;
    expect(said).toBe('up\nasked to end\n');
  },
  30_000,
);

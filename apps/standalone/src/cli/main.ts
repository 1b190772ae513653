import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { readCliEnvironment } from '../config.js';
import { holderOf } from '../data-folder.js';
import { readRunFile } from '../run-file.js';
import { operatorTokenFile } from '../secrets.js';
import { ApiClient } from './api-client.js';
import { addCommands } from './commands.js';
import { exitCode, Exit } from './exit.js';
import { explain } from './explain.js';

let asked: string | undefined;

/** The running system: by RALLARE_URL and RALLARE_TOKEN, else the one that `npm start` runs. */
function connect(): ApiClient {
  const { RALLARE_URL, RALLARE_TOKEN, RALLARE_DATA } = readCliEnvironment();
  const running = holderOf(RALLARE_DATA) && readRunFile(RALLARE_DATA)?.url;
  asked = RALLARE_URL ?? running ?? undefined;
  if (!asked)
    throw new Exit(exitCode.nothingDone, 'no system runs here: start one with npm start, or name one with RALLARE_URL');
  return new ApiClient(asked, RALLARE_TOKEN ?? ownToken(asked, running, RALLARE_DATA));
}

/** The token of this machine's system, which goes to no other machine. */
function ownToken(url: string, running: string | null | undefined, dataDir: string): string {
  const isOwn = url === running || ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);
  try {
    if (isOwn) return readFileSync(operatorTokenFile(dataDir), 'utf8').trim();
  } catch {
    // Told below: whether it is not there or may not be read, it has to be given.
  }
  throw new Exit(exitCode.nothingDone, `RALLARE_TOKEN: is not set; it is the operator’s token of ${url}`);
}

// Whoever reads the output may have seen enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const program = new Command('rallare')
  .description('The operator’s command line over a running Rallare.')
  .showHelpAfterError('(rallare help tells what there is)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nEnvironment: RALLARE_URL and RALLARE_TOKEN name the system; unset, the one that npm start runs in RALLARE_DATA.\nExit codes: 0 all done, 1 nothing done, 2 wrong use, 3 some records were rejected, or it stopped halfway.',
  );
addCommands(program, connect);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exitCode.wrongUse;
  else if (error instanceof Exit) {
    if (error.message) process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code;
  } else {
    process.stderr.write(`${explain(error, asked)}\n`);
    process.exitCode = exitCode.nothingDone;
  }
}

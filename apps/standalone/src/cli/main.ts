import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { ConfigError, DomainError } from '#platform';
import { Command, CommanderError } from 'commander';
import { readCliEnvironment } from '../config.js';
import { operatorTokenFile } from '../secrets.js';
import { readRunFile } from '../run-file.js';
import { ApiClient } from './api-client.js';
import { addCommands } from './commands.js';
import { exitCode, Exit } from './exit.js';

/** The running system: by RALLARE_URL and RALLARE_TOKEN, else the one that `npm start` runs. */
function connect(): ApiClient {
  const { RALLARE_URL, RALLARE_TOKEN, RALLARE_DATA } = readCliEnvironment();
  const dataDir = isAbsolute(RALLARE_DATA) ? RALLARE_DATA : resolve(RALLARE_DATA);
  const url = RALLARE_URL ?? readRunFile(dataDir)?.url;
  if (!url)
    throw new Exit(exitCode.nothingDone, 'no system runs here: start one with npm start, or name one with RALLARE_URL');
  try {
    return new ApiClient(url, RALLARE_TOKEN ?? readFileSync(operatorTokenFile(dataDir), 'utf8').trim());
  } catch {
    throw new Exit(exitCode.nothingDone, 'RALLARE_TOKEN: is not set; it is the operator’s token');
  }
}

/** A failure in one line. */
function explain(error: unknown): string {
  if (error instanceof DomainError) {
    const where = error.errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ');
    return [error.type, error.detail, where].filter(Boolean).join(': ');
  }
  return error instanceof Error ? error.message : String(error);
}

const program = new Command('rallare')
  .description('The operator’s command line over a running Rallare.')
  .showHelpAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    '\nEnvironment: RALLARE_URL and RALLARE_TOKEN name the system; unset, the one that npm start runs in RALLARE_DATA.\nExit codes: 0 all done, 1 nothing done, 2 wrong use, 3 some records were rejected.',
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
    process.stderr.write(`${error instanceof ConfigError ? error.message : explain(error)}\n`);
    process.exitCode = exitCode.nothingDone;
  }
}

import { resolve } from 'node:path';
import { systemApi } from '#contracts';
import { Argument, InvalidArgumentError, type Command } from 'commander';
import { currentFolder } from '../config.js';
import { loadDemo, removeDemo } from '../demo/load-demo.js';
import type { ApiClient } from './api-client.js';
import { Exit, exitCode } from './exit.js';
import { explain } from './explain.js';
import { daysToToday, importAds, type ImportCount, type Reject } from './import-ads.js';
import { importProfiles, type ProfileImportCount } from './import-profiles.js';
import { evidenceLine, labelsOf, matchDocument, matchVacancy } from './match.js';
import { endProgress, print, printJson, progress, tell } from './output.js';
import { rebuildSearch } from './rebuild-search.js';
import { addTaxonomyCommands } from './taxonomy/taxonomy-commands.js';
import { addTextCommands } from './texts/text-commands.js';
import { openText } from './text-source.js';

interface Output {
  readonly json?: boolean;
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 50)
    throw new InvalidArgumentError('a whole number from 1 to 50');
  return number;
}

/** A path is one from where the person is; an address stays. */
const placeOf = (file: string): string => (/^https?:\/\//i.test(file) ? file : resolve(currentFolder(), file));

type Count = ImportCount | ProfileImportCount;

/** Runs an import, tells what came of it, and ends with the code that says so; one that breaks off has done what it has done. */
async function runImport<C extends Count>(
  run: (onProgress: (count: C) => void) => Promise<C>,
  summary: (count: C) => string,
  { json }: Output,
): Promise<void> {
  let count: C | undefined;
  let broken: unknown;
  try {
    count = await run((soFar) => {
      count = soFar;
      progress(`${soFar.read} read, ${soFar.rejected.length} rejected`);
    });
  } catch (error) {
    if (!count) throw error;
    broken = error;
  } finally {
    endProgress();
  }
  if (json) printJson(count);
  else print(summary(count));
  tellRejected(count.rejected);
  const done = count.read - count.rejected.length;
  if (broken) throw new Exit(exitCode.someRejected, `stopped: ${explain(broken)}; to go on, import the same once more`);
  if (count.rejected.length > 0) throw new Exit(done > 0 ? exitCode.someRejected : exitCode.nothingDone);
}

const tellRejected = (rejected: readonly Reject[]): void => {
  for (const { line, id, reason } of rejected) tell(`rejected: line ${line}${id ? `, id ${id}` : ''}: ${reason}`);
};

function adSummary(count: ImportCount, rebase: boolean, days: number): string {
  const { read, created, updated, unchanged, merged, removed, superseded, rejected, expired } = count;
  const moved = days > 0 ? `\nall dates were moved by ${days} days` : '';
  const hint = rebase ? '' : '; --rebase moves an old file’s dates to today';
  const past = expired > 0 ? `\n${expired} of them are past their last day to apply${hint}` : '';
  return `${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${merged > 0 ? `${merged} merged, ` : ''}${removed} removed, ${superseded} superseded, ${rejected.length} rejected${moved}${past}`;
}

/** Each command of the operator. */
export function addCommands(program: Command, connect: () => ApiClient): void {
  program
    .command('import-ads <file>')
    .description('Import ads and removals (JobStream events or JobSearch answers; array, NDJSON, gzip; file or URL)')
    .option('--source <name>', 'what the source is called', 'platsbanken')
    .option(
      '--rebase',
      'move all dates by the same whole days, so that the newest ad of an old file is published today',
    )
    .option('--json', 'for machines')
    .action(async (file: string, options: Output & { source: string; rebase?: boolean }) => {
      const { source, rebase = false } = options;
      const client = connect();
      const place = placeOf(file);
      const moveDays = rebase ? await daysToToday(await openText(place)) : 0;
      const text = await openText(place);
      await runImport<ImportCount>(
        (onProgress) => importAds(client, text, { source, moveDays, onProgress }),
        (count) => adSummary(count, rebase, moveDays),
        options,
      );
    });

  program
    .command('import-profiles <file>')
    .description('Import CV documents (JSON Resume or Europass JSON; one, an array, or one a line)')
    .option('--json', 'for machines')
    .action(async (file: string, options: Output) => {
      const client = connect();
      const text = await openText(placeOf(file));
      await runImport<ProfileImportCount>(
        (onProgress) => importProfiles(client, text, { onProgress }),
        ({ read, created, updated, unchanged, warnings, rejected }) =>
          `${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected; ${warnings} warnings`,
        options,
      );
    });

  addTextCommands(program);
  addMatch(program, connect);
  addOperation(program, connect);
}

function addMatch(program: Command, connect: () => ApiClient): void {
  program
    .command('match')
    .description('Match a CV document against the open vacancies, or a vacancy against the people')
    .option('--profile <file>', 'a CV document; nothing of it is saved')
    .option('--vacancy <id>', 'a vacancy')
    .option('--top <n>', 'how many', count, 10)
    .option('--json', 'for machines')
    .action(async ({ profile, vacancy, top, json }: Output & { profile?: string; vacancy?: string; top: number }) => {
      if (Boolean(profile) === Boolean(vacancy))
        throw new Exit(exitCode.wrongUse, 'name one of --profile and --vacancy');
      const client = connect();
      if (profile) {
        const { total, items } = await matchDocument(client, placeOf(profile), top);
        if (json) return printJson({ total, items });
        const labels = await labelsOf(
          client,
          items.flatMap(({ evidence }) => evidence),
        );
        for (const { fit, eligibility, vacancy: one, evidence } of items) {
          print(
            `${String(fit).padStart(3)}  ${one.headline} · ${one.employer.name}${eligibility === 'unknown' ? ' · something is unknown' : ''}  [${one.id}]`,
          );
          for (const part of evidence) print(`       ${evidenceLine(part, labels)}`);
        }
        return print(`${total} vacancies can be considered`);
      }
      const { total, items, removed } = await matchVacancy(client, vacancy!, top);
      if (json) return printJson({ total, items, removed });
      const labels = await labelsOf(
        client,
        items.flatMap(({ evidence }) => evidence),
      );
      for (const { fit, profileId, eligibility, evidence } of items) {
        print(`${String(fit).padStart(3)}  ${profileId}${eligibility === 'unknown' ? ' · something is unknown' : ''}`);
        for (const part of evidence) print(`       ${evidenceLine(part, labels)}`);
      }
      const reasons = Object.entries(removed)
        .filter(([, n]) => n > 0)
        .map(([reason, n]) => `${n} by ${reason}`);
      print(`${total} people can be considered${reasons.length ? `; taken off: ${reasons.join(', ')}` : ''}`);
    });
}

function addOperation(program: Command, connect: () => ApiClient): void {
  program
    .command('rebuild-search')
    .description('Build the vacancy index anew beside the old one and swap; goes on when this command is stopped')
    .option('--no-wait', 'begin, and do not wait for its end')
    .option('--json', 'for machines')
    .action(async ({ wait, json }: Output & { wait: boolean }) => {
      const result = await rebuildSearch(connect(), wait, ({ done, of }) => progress(`${done} of ${of} vacancies`));
      endProgress();
      if (json) printJson(result);
      else if (result.state === 'done')
        print(`${result.done} vacancies indexed${result.refused > 0 ? `, ${result.refused} cannot be` : ''}`);
      else if (result.state === 'running') print(`begun: ${result.done} of ${result.of} vacancies`);
      if (result.state === 'failed' || result.state === 'interrupted')
        throw new Exit(exitCode.nothingDone, `the index was not built anew: ${result.problem ?? result.state}`);
    });

  program
    .command('dead-letters')
    .description('List messages that failed for good; --requeue tries them again')
    .option('--requeue [jobs...]', 'all, or those with these job ids')
    .option('--json', 'for machines')
    .action(async ({ requeue, json }: Output & { requeue?: true | string[] }) => {
      const client = connect();
      if (requeue) {
        const result = await client.call(systemApi.requeueDeadLetters, {
          body: { jobIds: requeue === true ? null : requeue },
        });
        return json ? printJson(result) : print(`${result.requeued} tried again`);
      }
      const { items } = await client.call(systemApi.listDeadLetters);
      if (json) return printJson(items);
      for (const one of items)
        print(`${one.failedAt}  ${one.queue}  ${one.name}  ${one.jobId}  after ${one.attempts}: ${one.failedReason}`);
      print(`${items.length} dead letters`);
    });

  addTaxonomyCommands(program, connect);

  program
    .command('demo')
    .description('Load or remove the invented people, employers and vacancies of the demo region')
    .addArgument(new Argument('<what>').choices(['load', 'remove']))
    .option('--json', 'for machines')
    .action(async (what: 'load' | 'remove', { json }: Output) => {
      const result = await (what === 'load' ? loadDemo : removeDemo)(connect());
      if (json) printJson(result);
      else
        print(
          `${result.vacancies} vacancies and ${result.people} people ${what === 'load' ? 'are loaded' : 'removed'}`,
        );
    });
}

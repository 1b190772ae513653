import { systemApi, vacancyApi } from '#contracts';
import { InvalidArgumentError, type Command } from 'commander';
import { loadDemo, removeDemo } from '../demo/load-demo.js';
import type { ApiClient } from './api-client.js';
import { Exit, exitCode } from './exit.js';
import { importAds, type Reject } from './import-ads.js';
import { importProfiles } from './import-profiles.js';
import { openText } from './records.js';
import { evidenceLine, labelsOf, matchDocument, matchVacancy } from './match.js';

interface Output {
  readonly json?: boolean;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** A line that is written over while work goes on; silent where nobody watches. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 50)
    throw new InvalidArgumentError('a whole number from 1 to 50');
  return number;
}

function finish(done: number, rejected: readonly Reject[]): void {
  for (const { line, id, reason } of rejected) tell(`rejected: line ${line}${id ? `, id ${id}` : ''}: ${reason}`);
  if (rejected.length > 0) throw new Exit(done > 0 ? exitCode.someRejected : exitCode.nothingDone);
}

/** Each command of the operator. */
export function addCommands(program: Command, connect: () => ApiClient): void {
  program
    .command('import-ads <file>')
    .description('Import ads and removals (JobStream events or JobSearch answers; array, NDJSON, gzip; file or URL)')
    .option('--source <name>', 'what the source is called', 'platsbanken')
    .option('--json', 'for machines')
    .action(async (file: string, options: Output & { source: string }) => {
      const result = await importAds(connect(), await openText(file), {
        source: options.source,
        onProgress: ({ read, rejected }) => progress(`${read} read, ${rejected.length} rejected`),
      });
      endProgress();
      const { read, created, updated, unchanged, removed, superseded, rejected } = result;
      if (options.json) printJson(result);
      else
        print(
          `${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed, ${superseded} superseded, ${rejected.length} rejected`,
        );
      finish(read - rejected.length, rejected);
    });

  program
    .command('import-profiles <file>')
    .description('Import CV documents (JSON Resume or Europass JSON; one, an array, or one a line)')
    .option('--json', 'for machines')
    .action(async (file: string, options: Output) => {
      const result = await importProfiles(connect(), await openText(file), {
        onProgress: ({ read }) => progress(`${read} read`),
      });
      endProgress();
      const { read, created, updated, unchanged, warnings, rejected } = result;
      if (options.json) printJson(result);
      else
        print(
          `${read} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected; ${warnings} warnings`,
        );
      finish(read - rejected.length, rejected);
    });

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
        const { total, items } = await matchDocument(client, profile, top);
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
    .description('Build the vacancy index anew beside the old one and swap')
    .option('--json', 'for machines')
    .action(async ({ json }: Output) => {
      const result = await connect().call(vacancyApi.rebuildSearch);
      if (json) printJson(result);
      else print(`${result.count} vacancies indexed`);
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

  program
    .command('taxonomy')
    .description('Which taxonomy the system uses')
    .option('--json', 'for machines')
    .action(async ({ json }: Output) => {
      const info = await connect().call(vacancyApi.taxonomyInfo);
      if (json) return printJson(info);
      print(`version ${info.version}, hash ${info.hash}`);
      for (const [kind, number] of Object.entries(info.concepts)) print(`${String(number).padStart(6)}  ${kind}`);
      for (const { name, licence } of info.sources) print(`from ${name} (${licence})`);
    });

  program
    .command('demo <load|remove>')
    .description('Load or remove the invented people, employers and vacancies of the demo region')
    .option('--json', 'for machines')
    .action(async (what: string, { json }: Output) => {
      if (what !== 'load' && what !== 'remove') throw new Exit(exitCode.wrongUse, 'demo load, or demo remove');
      const result = await (what === 'load' ? loadDemo : removeDemo)(connect());
      if (json) printJson(result);
      else
        print(
          `${result.vacancies} vacancies and ${result.people} people ${what === 'load' ? 'are loaded' : 'removed'}`,
        );
    });
}

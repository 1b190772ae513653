import { mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { systemApi, vacancyApi } from '#contracts';
import {
  compareTaxonomies,
  importTaxonomy,
  loadTaxonomy,
  readSnapshot,
  snapshotHash,
  starterTaxonomyPath,
  writeSnapshot,
  type InputFile,
} from '#taxonomy';
import type { Command } from 'commander';
import { currentFolder } from '../../config.js';
import type { ApiClient } from '../api-client.js';
import { endProgress, print, printJson, progress } from '../output.js';
import { inputFolder } from './input-folder.js';
import { askJobtech } from './jobtech-api.js';
import { comparisonLines, importLines, isUnderWay, moveLine } from './report-text.js';

interface Output {
  readonly json?: boolean;
}

interface ImportFlags extends Output {
  readonly out: string;
  readonly name?: string;
  readonly jobtechVersion?: string;
}

const watchEveryMs = 1_000;

const here = (path: string): string => resolve(currentFolder(), path);
const isAddress = (from: string): boolean => /^https?:\/\//i.test(from);

/** Which taxonomy is in use, making another of it, and what changing to that does. */
export function addTaxonomyCommands(program: Command, connect: () => ApiClient): void {
  const taxonomy = program
    .command('taxonomy')
    .description('Which taxonomy the system uses; make another and compare')
    .option('--json', 'for machines')
    .action(({ json }: Output) => tellInUse(connect(), json));

  taxonomy
    .command('import <from...>')
    .description(
      'Make a snapshot of folders with files of JobTech’s and ESCO’s, or of JobTech’s taxonomy API by its address; needs no running system',
    )
    .option('--out <file>', 'where to write it', 'taxonomy.json.gz')
    .option('--name <name>', 'what the snapshot is called; by default made of its content')
    .option('--jobtech-version <n>', 'the version to ask the API for; by default the newest')
    .option('--json', 'for machines')
    .action((from: string[], _: unknown, command: Command) => importFrom(from, command.optsWithGlobals<ImportFlags>()));

  taxonomy
    .command('upgrade')
    .description(
      'How far profiles, vacancies, shortlists and saved searches have moved to the taxonomy that the system was started with',
    )
    .option('--watch', 'wait until all have')
    .option('--json', 'for machines')
    .action((_: unknown, command: Command) => tellMoves(connect(), command.optsWithGlobals<Output>()));

  taxonomy
    .command('report <older> <newer>')
    .description('What changing from one snapshot to another does: kept, renamed, replaced, gone; "starter" names ours')
    .option('--json', 'for machines')
    .action((older: string, newer: string, _: unknown, command: Command) => {
      const [a, b] = [older, newer].map((one) => loadTaxonomy(one === 'starter' ? starterTaxonomyPath() : here(one)));
      const compared = compareTaxonomies(a!, b!);
      if (command.optsWithGlobals<Output>().json) return printJson(compared);
      for (const line of comparisonLines(compared)) print(line);
    });
}

async function tellMoves(client: ApiClient, { watch, json }: Output & { watch?: boolean }): Promise<void> {
  let { items } = await client.call(systemApi.listTaxonomyMoves);
  while (watch && items.some(isUnderWay)) {
    progress(items.filter(isUnderWay).map(moveLine).join('; '));
    await new Promise((resolve) => setTimeout(resolve, watchEveryMs));
    ({ items } = await client.call(systemApi.listTaxonomyMoves));
  }
  endProgress();
  if (json) return printJson(items);
  if (items.length === 0) print('nothing has moved: the system has had one taxonomy so far');
  for (const move of items) print(moveLine(move));
}

async function tellInUse(client: ApiClient, json?: boolean): Promise<void> {
  const info = await client.call(vacancyApi.taxonomyInfo);
  if (json) return printJson(info);
  print(`version ${info.version}, hash ${info.hash}`);
  for (const [kind, number] of Object.entries(info.concepts)) print(`${String(number).padStart(6)}  ${kind}`);
  for (const { name, licence } of info.sources) print(`from ${name} (${licence})`);
}

async function importFrom(from: readonly string[], flags: ImportFlags): Promise<void> {
  const files: InputFile[] = [];
  let jobtechVersion: string | undefined;
  for (const one of from) {
    if (!isAddress(one)) {
      // Two folders may hold files of one name.
      const prefix = from.length > 1 ? `${basename(here(one))}/` : '';
      files.push(...inputFolder(here(one)).map(({ name, bytes }) => ({ name: prefix + name, bytes })));
    } else {
      const onProgress = (done: number, of: number) => progress(`${done} of ${of} queries answered`);
      const answers = await askJobtech(one, { version: flags.jobtechVersion, onProgress }).finally(endProgress);
      jobtechVersion = answers.version;
      files.push(...answers.files);
    }
  }
  progress(`reading ${files.length} files`);
  const { snapshot, report } = importTaxonomy(files, readSnapshot(starterTaxonomyPath()).snapshot, {
    ...(flags.name === undefined ? {} : { version: flags.name }),
    ...(jobtechVersion === undefined ? {} : { jobtechVersion }),
  });
  endProgress();
  const path = here(flags.out);
  mkdirSync(dirname(path), { recursive: true });
  writeSnapshot(path, snapshot);
  const written = {
    file: path,
    version: snapshot.version,
    hash: snapshotHash(snapshot),
    concepts: snapshot.concepts.length,
  };
  if (flags.json) return printJson({ ...written, report });
  for (const line of importLines(report)) print(line);
  print('');
  print(`${written.concepts} concepts, version ${written.version}, hash ${written.hash}`);
  print(`written to ${path}; TAXONOMY=${path} npm start uses it`);
}

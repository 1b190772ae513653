import { resolve } from 'node:path';
import type { ConceptView } from '#contracts';
import { loadTaxonomy, starterTaxonomyPath, TextReader, type Taxonomy } from '#taxonomy';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { currentFolder, readCliEnvironment } from '../../config.js';
import { Exit, exitCode } from '../exit.js';
import { evidenceLine } from '../match.js';
import { endProgress, print, printJson, progress, tell } from '../output.js';
import { readAd, readCv, readingLines, type TextKind } from './read-text.js';
import { readTextFile, readTextFolder, type Skipped } from './text-files.js';
import { TextMatching, type TextList } from './text-matching.js';

const mostShown = 1000;
const usuallyShown = 5;

function howMany(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > mostShown)
    throw new InvalidArgumentError(`a whole number from 1 to ${mostShown}`);
  return number;
}

const placeOf = (path: string): string => resolve(currentFolder(), path);

function openTaxonomy(): Taxonomy {
  const { TAXONOMY } = readCliEnvironment();
  return loadTaxonomy(TAXONOMY === undefined ? starterTaxonomyPath() : placeOf(TAXONOMY));
}

/** Commands over text files, which need no running system. */
export function addTextCommands(program: Command): void {
  program
    .command('read-text <file>')
    .description('What is read from one text: an ad’s demands or a CV’s facts, each with its place in the text')
    .addOption(new Option('--kind <kind>', 'what it is').choices(['vacancy', 'cv']).default('vacancy'))
    .option('--json', 'for machines')
    .action(async (file: string, { kind, json }: { kind: TextKind; json?: boolean }) => {
      const text = await readTextFile(placeOf(file));
      const taxonomy = openTaxonomy();
      const reading = (kind === 'cv' ? readCv : readAd)(new TextReader(taxonomy), text);
      if (json) return printJson({ file, taxonomy: taxonomy.hash, ...reading });
      for (const line of readingLines(reading, taxonomy)) print(line);
    });

  program
    .command('rank')
    .description('Rank a folder of CV texts for each ad of a folder of ad texts, and the ads for each CV')
    .requiredOption('--vacancies <folder>', 'ad texts, one a file; the first lines name the job')
    .requiredOption('--profiles <folder>', 'CV texts, one a file')
    .option('--top <n>', 'how many for each', howMany, usuallyShown)
    .option('--json', 'for machines')
    .action(async (options: { vacancies: string; profiles: string; top: number; json?: boolean }) => {
      const { vacancies, profiles, top, json } = options;
      const ads = await readTextFolder(placeOf(vacancies));
      const cvs = await readTextFolder(placeOf(profiles));
      const skipped = [...inFolder(vacancies, ads.skipped), ...inFolder(profiles, cvs.skipped)];
      for (const { name, reason } of skipped) tell(`skipped: ${name}: ${reason}`);
      const taxonomy = openTaxonomy();
      const matching = new TextMatching(taxonomy, new TextReader(taxonomy), ads.texts, cvs.texts, (done, total) =>
        progress(`${done} of ${total} texts read`),
      );
      endProgress();
      const today = new Date().toISOString().slice(0, 10);
      const lists = { vacancies: matching.forVacancies(top, today), profiles: matching.forProfiles(top, today) };
      if (json) printJson({ taxonomy: taxonomy.hash, ...lists, skipped });
      else printLists(lists, taxonomy);
      if (skipped.length > 0) throw new Exit(exitCode.someRejected);
    });
}

const inFolder = (folder: string, skipped: readonly Skipped[]): Skipped[] =>
  skipped.map(({ name, reason }) => ({ name: `${folder.replace(/\/+$/, '')}/${name}`, reason }));

function printLists(lists: Record<'vacancies' | 'profiles', TextList[]>, taxonomy: Taxonomy): void {
  const labels = labelsOf(Object.values(lists).flat(), taxonomy);
  for (const [heading, of] of [
    ['People for each ad', lists.vacancies],
    ['Ads for each person', lists.profiles],
  ] as const) {
    print(heading);
    for (const { name, title, occupationId, read, total, removed, items } of of) {
      const occupation =
        occupationId === null ? 'no occupation read' : (taxonomy.concept(occupationId)?.label.sv ?? occupationId);
      print(`\n${name}  “${title}”  (${occupation}; ${read} read)`);
      for (const { name: other, fit, eligibility, reasons, missing } of items) {
        print(`${String(fit).padStart(5)}  ${other}${eligibility === 'unknown' ? '  · something is unknown' : ''}`);
        for (const part of reasons) print(`         ${evidenceLine(part, labels)}`);
        const lacks = missing.map(
          ({ conceptId, vacancySpan }) => (conceptId && labels.get(conceptId)?.label.sv) ?? vacancySpan?.quote ?? '',
        );
        if (lacks.length > 0) print(`         not found: ${lacks.join(', ')}`);
      }
      const reasons = Object.entries(removed)
        .filter(([, n]) => n > 0)
        .map(([reason, n]) => `${n} by ${reason}`);
      print(`       ${total} can be considered${reasons.length > 0 ? `; taken off: ${reasons.join(', ')}` : ''}`);
    }
    print('');
  }
}

function labelsOf(lists: readonly TextList[], taxonomy: Taxonomy): Map<string, ConceptView> {
  const labels = new Map<string, ConceptView>();
  for (const { reasons, missing } of lists.flatMap(({ items }) => items))
    for (const { conceptId, factConceptId } of [...reasons, ...missing])
      for (const id of [conceptId, factConceptId])
        if (id !== null && taxonomy.concept(id)) labels.set(id, taxonomy.view(id));
  return labels;
}

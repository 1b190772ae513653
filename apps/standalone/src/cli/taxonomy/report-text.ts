import type { TaxonomyMoveView } from '#contracts';
import type { Change, ComparedTaxonomies, ImportReport } from '#taxonomy';

const right = (value: number | string): string => String(value).padStart(7);
const counts = (of: Readonly<Record<string, number>>): string[] =>
  Object.entries(of).map(([what, number]) => `${right(number)}  ${what}`);

/** What came of an import, in lines for people. */
export function importLines(report: ImportReport): string[] {
  const section = (title: string, of: Readonly<Record<string, number>>): string[] =>
    Object.keys(of).length > 0 ? ['', title, ...counts(of)] : [];
  return [
    'Concepts: from the starter, added',
    ...Object.entries(report.concepts).map(
      ([kind, { starter, added }]) => `${right(starter)} ${right(added)}  ${kind}`,
    ),
    ...section('Relations', report.relations),
    ...section('Also', report.counts),
    ...section('Not in the files, taken from the starter', report.fromStarter),
    ...section('Read and left out', report.leftOut),
    ...(report.unusedFiles.length > 0
      ? ['', 'Files that were not used', ...report.unusedFiles.map(({ file, reason }) => `  ${file}: ${reason}`)]
      : []),
  ];
}

const most = 40;

/** What an upgrade does, in lines for people; long lists are cut, `--json` has them whole. */
export function comparisonLines({ from, to, kept, added, renamed, replaced, gone }: ComparedTaxonomies): string[] {
  const change = ({ kind, before, now }: Change): string =>
    `  ${kind}  ${before.label} [${before.id}] -> ${now.label}${now.id === before.id ? '' : ` [${now.id}]`}`;
  const lost = ({ kind, before }: Omit<Change, 'now'>): string => `  ${kind}  ${before.label} [${before.id}]`;
  const part = <T>(title: string, items: readonly T[], line: (item: T) => string): string[] =>
    items.length === 0
      ? []
      : [
          '',
          title,
          ...items.slice(0, most).map(line),
          ...(items.length > most ? [`  and ${items.length - most} more`] : []),
        ];
  return [
    `from ${from.version} (${from.hash.slice(0, 12)}) to ${to.version} (${to.hash.slice(0, 12)})`,
    `${right(kept)}  kept`,
    `${right(renamed.length)}  renamed`,
    `${right(replaced.length)}  replaced`,
    `${right(gone.length)}  gone`,
    `${right(added)}  new`,
    ...part('Renamed', renamed, change),
    ...part('Replaced', replaced, change),
    ...part('Gone: who holds or asks for one keeps it as words', gone, lost),
  ];
}

export const isUnderWay = ({ finishedAt, superseded }: TaxonomyMoveView): boolean => finishedAt === null && !superseded;

/** How far one service is, in a line. */
export function moveLine(move: TaxonomyMoveView): string {
  const { service, from, to, done, total, changed, replaced, words } = move;
  const state = isUnderWay(move) ? '' : move.finishedAt === null ? ', given up for another taxonomy' : ', finished';
  return `${service}: ${from} to ${to}: ${done} of ${total} rows${state}; ${changed} changed, ${replaced} references replaced, ${words} kept as words`;
}

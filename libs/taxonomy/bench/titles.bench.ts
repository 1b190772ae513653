import { resolve } from 'node:path';
import { TitleIndex, voteOn, type NamedThing, type VoteSettings } from '../src/index.js';
import { sharedData, startFolder } from './config.js';
import { readMelo, siblingIn, type MeloFolder } from './melo-folder.js';
import { readOccupationGroups } from './occupation-groups.js';
import { averagePrecision, figuresOf, halfOf, type TitleFigures, type TitleOutcome } from './title-score.js';

const usage = `npm run bench:titles -- DIR [--json] [--labels DIR]
  DIR       queries.tsv, corpus_elements.tsv, concept_mapping.tsv, annotations.tsv
  --labels  a folder whose corpus names the same concepts in Swedish; found beside DIR where DIR's corpus is in another language`;

const RUNS = 5;
const args = process.argv.slice(2);
const labelsAt = args.indexOf('--labels');
const [dir, ...rest] = args.filter((arg, at) => !arg.startsWith('--') && (labelsAt < 0 || at !== labelsAt + 1));
if (dir === undefined || rest.length > 0) {
  console.error(usage);
  process.exit(2);
}

function run(folder: string): void {
  const melo = readMelo(folder);
  const given = labelsAt < 0 ? undefined : args[labelsAt + 1];
  const labels = given ? resolve(startFolder, given) : melo.language === 'sv' ? null : siblingIn('sv', folder);
  const known = readOccupationGroups(sharedData);
  const names = labels === null ? melo : readMelo(labels);
  const index = new TitleIndex(thingsOf(names, (concept) => known?.iscoOf(concept)));
  const ways: [string, VoteSettings][] = [['text only', { withVotes: false, withKey: false }]];
  if (known) {
    ways.push(['with prior', { withVotes: true, withKey: false }]);
    ways.push(['with prior and key', { withVotes: true, withKey: true }]);
  }
  const rows = ways.map(([way, settings]) => {
    const outcomes = melo.queries.map(({ id, text }) => {
      const votes =
        known && (settings.withVotes || settings.withKey) ? voteOn(text, known.voters, settings) : undefined;
      return outcomeOf(
        melo,
        id,
        index.rank(text, Infinity, votes).map((one) => one.id),
      );
    });
    return { way, ...figuresOf(outcomes) };
  });
  const times = timesOf(index, melo);
  if (args.includes('--json')) {
    console.log(JSON.stringify({ folder, labels: labels ?? folder, rows, microseconds: times }, null, 2));
    return;
  }
  console.log(
    `${melo.queries.length} queries, ${melo.elements.length} elements in ${melo.language}, names from ${labels ?? folder}`,
  );
  console.log(table(rows));
  if (!known) console.log(`prior and key need JobTech's and ESCO's files: none under ${sharedData}`);
  console.log(
    `one title, five candidates, text only: p50 ${times.p50} µs, p95 ${times.p95} µs, processor time ${times.processor} µs`,
  );
}

function thingsOf(melo: MeloFolder, groupOf: (concept: string) => string | undefined): NamedThing[] {
  const names = new Map<string, string[]>();
  for (const { concept, text } of melo.elements) names.set(concept, [...(names.get(concept) ?? []), text]);
  const language = melo.language === 'en' ? 'en' : 'sv';
  return [...names].map(([id, texts]) => ({
    id,
    names: texts.map((text) => ({ text, language })),
    groups: [groupOf(id) ?? []].flat(),
    isGroup: id.includes('/isco/'),
  }));
}

/** Every element gets its concept's place; a concept that was not ranked comes last, in the corpus' order. */
function outcomeOf(melo: MeloFolder, query: string, ranking: readonly string[]): TitleOutcome {
  const right = melo.gold.get(query)!;
  const concepts = elementsByConcept(melo);
  const order = [...new Set([...ranking, ...concepts.keys()])];
  const isRight = (concept: string): boolean => concepts.get(concept)?.some((element) => right.has(element)) ?? false;
  const before = order.findIndex(isRight);
  return {
    half: halfOf(query),
    averagePrecision: averagePrecision(
      order.flatMap((concept) => concepts.get(concept) ?? []),
      right,
    ),
    before,
    isOccupation: order[before]?.includes('/occupation/') ?? false,
  };
}

const byConcept = new WeakMap<MeloFolder, Map<string, string[]>>();
function elementsByConcept(melo: MeloFolder): Map<string, string[]> {
  let concepts = byConcept.get(melo);
  if (!concepts) {
    byConcept.set(melo, (concepts = new Map()));
    for (const { id, concept } of melo.elements) concepts.set(concept, [...(concepts.get(concept) ?? []), id]);
  }
  return concepts;
}

/** Microseconds for five candidates by text alone: each title's median of five runs, so that what else the machine does counts little; and processor time. */
function timesOf(index: TitleIndex, melo: MeloFolder): { p50: number; p95: number; processor: number } {
  const runs = melo.queries.map((): number[] => []);
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run += 1)
    melo.queries.forEach(({ text }, at) => {
      const start = performance.now();
      index.rank(text, 5);
      runs[at]!.push((performance.now() - start) * 1000);
    });
  const { user, system } = process.cpuUsage(before);
  const byNumber = (a: number, b: number): number => a - b;
  const times = runs.map((times) => times.sort(byNumber)[RUNS >> 1]!).sort(byNumber);
  const at = (share: number): number => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), processor: Math.round((user + system) / (RUNS * times.length)) };
}

function table(rows: readonly ({ way: string } & TitleFigures)[]): string {
  const head = ['', 'MAP', 'MAP a', 'MAP b', 'hit@1', 'hit@5', 'occupation gold hit@1', 'hit@5'];
  const lines = rows.map((row) => [
    row.way,
    ...[row.map, row.mapA, row.mapB, row.hit1, row.hit5, row.occupationHit1, row.occupationHit5].map((x) =>
      x.toFixed(3),
    ),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]!.length)));
  return [head, ...lines]
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
    )
    .join('\n');
}

try {
  run(resolve(startFolder, dir));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

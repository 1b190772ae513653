import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, listsHash, readSnapshot, writeSnapshot, type MatchingEngine } from '../src/index.js';
import { KernelLists } from '../src/kernel/kernel-lists.js';
import { elapsed, figures, inMs, inUs, median, note, processorTime, times, total } from './figures.js';
import { growthPlot, type GrowthPoint } from './growth-plot.js';
import { options } from './options.js';
import { measurePeers } from './peers.js';
import { speeds } from './speed.js';
import { seed, today, World } from './world.js';

const { profiles, vacancies, questions, rounds, only } = options;
const of = (count: number) => count.toLocaleString('en');

console.error(
  `seed ${seed}, ${of(profiles)} profiles, ${of(vacancies)} vacancies, node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}`,
);
const world = new World(profiles, vacancies);
const growth: GrowthPoint[] = [];

/** Profiles written at a time. */
const batch = 1000;

/** Fills an index size by size, and measures on the way. */
function fillAndMeasure(): KernelLists {
  const lists = new KernelLists(world.context);
  for (let n = 0; n < vacancies; n++) lists.addVacancy(world.formOfVacancy(n));
  const before = lists.memory.size;
  const sizes = only.has('growth')
    ? [10_000, 30_000, 100_000, 300_000, 1_000_000].filter((size) => size < profiles)
    : [];
  const upserts: number[] = [];
  let filled = 0;
  for (const size of [...sizes, profiles]) {
    while (filled < size) {
      // made beforehand, so that only writing them is measured
      const some = Array.from({ length: Math.min(batch, size - filled) }, (_, n) => world.profile(filled + n));
      upserts.push(processorTime(() => some.forEach((profile) => lists.addProfile(profile))) / some.length);
      filled += some.length;
    }
    lists.profiles.index.settle();
    if (!only.has('growth')) continue;
    const { find, floor } = speeds(lists, world, 'profiles', Math.min(questions, 30), Math.min(rounds, 9)).employer;
    growth.push({ profiles: size, find, floor });
    console.error(`  ${of(size)} profiles: ${inUs(find)}, floor ${inUs(floor)}`);
  }
  const late = upserts.slice(upserts.length >> 1);
  note(
    `upsert of a profile into the index, mean processor time`,
    inUs(total(late) / late.length),
    '10 us or less',
    total(late) / late.length <= 0.01,
  );
  const bytes = (lists.memory.size - before) / profiles;
  note(
    `memory of the index at ${of(profiles)} profiles`,
    `${Math.round(bytes)} bytes a profile`,
    '800 or less',
    bytes <= 800,
  );
  return lists;
}

function measureSpeed(lists: KernelLists): void {
  for (const side of ['profiles', 'vacancies'] as const) {
    const name =
      side === 'profiles'
        ? `a vacancy's top 50 of ${of(profiles)} profiles`
        : `a profile's top 50 of ${of(vacancies)} vacancies`;
    const seen = speeds(lists, world, side, questions, rounds);
    const ratio = seen.employer.find / seen.employer.floor;
    for (const rank of ['employer', 'seeker', 'both'] as const)
      note(
        `${name}, by ${rank}`,
        `${inUs(seen[rank].find)} (p95 ${inUs(seen[rank].p95)}), floor ${inUs(seen[rank].floor)}, writing the question ${inUs(seen[rank].write)}`,
      );
    note(`${name}: one-sided against the floor`, times(ratio), '1.5x or less', ratio <= 1.5);
    const both = seen.both.find / seen.employer.find;
    note(`${name}: both against one-sided`, times(both), '1.8x or less', both <= 1.8);
  }
}

function measureChurn(lists: KernelLists): void {
  const fastest = () => {
    const all = [];
    for (let round = 0; round < 3; round++) all.push(speeds(lists, world, 'profiles', 20, 9).employer.find);
    return Math.min(...all);
  };
  const before = fastest();
  const spent: number[] = [];
  for (let n = 0; n < profiles / 5; n++) {
    const profile = world.profile((n * 7919) % profiles);
    spent.push(processorTime(() => lists.addProfile(profile)));
  }
  const after = fastest();
  spent.sort((a, b) => a - b);
  const slower = 100 * (after / before - 1);
  note('questions after 20 % churn', `${slower.toFixed(0)} % slower`, '15 % or less', slower <= 15);
  note(
    'a write during churn, processor time: mean, 99.9 % and longest',
    `${inUs(total(spent) / spent.length)}, ${inUs(spent[Math.floor(spent.length * 0.999)]!)}, ${inMs(spent.at(-1)!)}`,
    'no pause over 5 ms',
    spent.at(-1)! <= 5,
  );
}

async function measureBulk(engine: MatchingEngine): Promise<void> {
  const spent: Record<number, number[]> = { 1: [], 2: [] };
  const hashes = new Set<string>();
  const count = Math.min(20_000, profiles);
  for (let round = 0; round < 2; round++)
    for (const threads of [1, 2]) {
      const started = performance.now();
      const ranges = [
        await engine.bulk({ lists: 'profiles-for-vacancies', rankBy: 'both', limit: 50, today, threads }),
        await engine.bulk({ lists: 'vacancies-for-profiles', rankBy: 'both', limit: 50, today, threads, count }),
      ];
      spent[threads]!.push(performance.now() - started);
      hashes.add(listsHash(ranges));
    }
  const ratio = Math.min(...spent[1]!) / Math.min(...spent[2]!);
  note(
    `bulk, ${of(vacancies)} vacancies and ${of(count)} profiles, two threads against one`,
    `${times(ratio)} (${inMs(Math.min(...spent[2]!))}); ${hashes.size === 1 ? 'the same SHA-256' : 'DIFFERENT RESULTS'}`,
    '1.9x or more',
    ratio >= 1.9 && hashes.size === 1,
  );
}

async function measureSnapshot(engine: MatchingEngine): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  try {
    const file = join(folder, 'snapshot');
    const started = performance.now();
    const { bytes } = await writeSnapshot(file, engine, {});
    note('a snapshot written', `${inMs(performance.now() - started)}, ${Math.round(bytes / 1e6)} MB`);
    const spent: number[] = [];
    for (let round = 0; round < 3; round++)
      spent.push(
        elapsed(() => {
          const { engine: back } = readSnapshot(file, world.parts, {});
          back.rankProfiles('vacancy-7', { rankBy: 'both', limit: 50, today });
        }),
      );
    note('a replica from its snapshot, to the first list', inMs(median(spent)), '2 s or less', median(spent) <= 2000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lists = fillAndMeasure();
if (growth.length > 1) {
  const [first, last] = [growth[0]!, growth.at(-1)!];
  const ratio = last.find / last.profiles / (first.find / first.profiles);
  note(
    `growth from ${of(first.profiles)} to ${of(last.profiles)}, a profile's time at the end against the beginning`,
    times(ratio),
    '1x or less',
    ratio <= 1,
  );
  if (options.plot) writeFileSync(options.plot, growthPlot(growth));
}
if (only.has('speed')) measureSpeed(lists);
if (options.peers.length > 0) await measurePeers(world, lists, options.peers);
if (only.has('churn')) measureChurn(lists);
if (only.has('bulk') || only.has('snapshot')) {
  const engine = createEngine(world.parts);
  const spent = elapsed(() => {
    for (const vacancy of world.vacancies) engine.upsertVacancy(vacancy);
    for (let n = 0; n < profiles; n++) engine.upsertProfile(world.profile(n));
  });
  note(`an engine filled with objects, making them included`, inMs(spent));
  if (only.has('bulk')) await measureBulk(engine);
  if (only.has('snapshot')) await measureSnapshot(engine);
}
console.table(figures.map(({ met, ...rest }) => ({ ...rest, met: met === undefined ? '' : met ? 'yes' : 'NO' })));
if (options.json)
  writeFileSync(
    options.json,
    `${JSON.stringify({ seed, profiles, vacancies, node: process.version, figures, growth }, null, 2)}\n`,
  );

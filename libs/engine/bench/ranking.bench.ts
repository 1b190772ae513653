import { deepStrictEqual } from 'node:assert';
import {
  buildIdf,
  createEngine,
  matchingModel,
  oracle,
  type EngineProfile,
  type EngineVacancy,
  type RankQuery,
} from '../src/index.js';
import { Seeded, syntheticGeography, syntheticGraph, syntheticProfile, syntheticVacancy } from './workload.js';

const [profileCount = 20_000, vacancyCount = 5000, oracleQueries = 2] = process.argv.slice(2).map(Number);
const seed = 20_260_921;
const today = '2026-10-01';
const questions = 200;

const random = new Seeded(seed);
const profiles = Array.from({ length: profileCount }, (_, n) => syntheticProfile(random, n));
const vacancies = Array.from({ length: vacancyCount }, (_, n) => syntheticVacancy(random, n));
const parts = {
  model: matchingModel,
  graph: syntheticGraph(seed + 1),
  geography: syntheticGeography(seed + 2),
  idf: buildIdf({ documents: vacancyCount, counts: countDemands(vacancies) }),
};

function countDemands(all: readonly EngineVacancy[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { demands } of all)
    for (const { conceptId } of demands) if (conceptId !== null) counts[conceptId] = (counts[conceptId] ?? 0) + 1;
  return counts;
}

/** Milliseconds of each call, sorted, and of processor time for one call: the fairer figure where others use the machine too. */
function timed(times: number, run: (at: number) => void) {
  for (let at = 0; at < Math.min(20, times); at++) run(at);
  const before = process.cpuUsage();
  const spent = Array.from({ length: times }, (_, at) => {
    const started = performance.now();
    run(at);
    return performance.now() - started;
  });
  const { user, system } = process.cpuUsage(before);
  spent.sort((a, b) => a - b);
  return { p50: ms(at(spent, 0.5)), p95: ms(at(spent, 0.95)), cpu: ms((user + system) / 1000 / times) };
}

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
const ms = (value: number) => Number(value.toFixed(value < 1 ? 3 : 2));
const lines: Record<string, { p50?: number; p95?: number; cpu: number; times?: number }> = {};

const engine = createEngine(parts);
lines['upsert a profile'] = timed(profileCount, (n) => engine.upsertProfile(profiles[n]!));
lines['upsert a vacancy'] = timed(vacancyCount, (n) => engine.upsertVacancy(vacancies[n]!));

const query = (rankBy: RankQuery['rankBy']): RankQuery => ({ rankBy, limit: 50, today });
const vacancyAt = (n: number) => vacancies[(n * 7919) % vacancyCount]!;
const profileAt = (n: number) => profiles[(n * 7919) % profileCount]!;
for (const rankBy of ['both', 'employer', 'seeker'] as const) {
  const forward = timed(questions, (n) => engine.rankProfiles(vacancyAt(n).vacancyId, query(rankBy)));
  const back = timed(questions, (n) => engine.rankVacancies(profileAt(n).profileId, query(rankBy)));
  lines[`vacancy to ${profileCount} profiles, by ${rankBy}`] = forward;
  lines[`profile to ${vacancyCount} vacancies, by ${rankBy}`] = back;
}
const explained = timed(questions, (n) => engine.explain(profileAt(n), vacancyAt(n)));
lines['explain one pair'] = explained;
const changed = timed(questions, (n) => engine.counterfactuals(profileAt(n), vacancyAt(n), 5));
lines['counterfactuals of one pair'] = changed;

/** The object oracle on the same data: the peer, and proof that both give the same list. */
function againstOracle(profilesById: readonly EngineProfile[]) {
  const twin = new oracle.Oracle(parts);
  for (const profile of profilesById) twin.profiles.set(profile.profileId, profile);
  const before = process.cpuUsage();
  const expected = Array.from({ length: oracleQueries }, (_, n) => twin.rankProfiles(vacancyAt(n), query('both')));
  const { user, system } = process.cpuUsage(before);
  for (const [n, list] of expected.entries())
    deepStrictEqual(engine.rankProfiles(vacancyAt(n).vacancyId, query('both')), list);
  const cpu = (user + system) / 1000 / oracleQueries;
  const own = lines[`vacancy to ${profileCount} profiles, by both`]!.cpu;
  lines['the same by the object oracle'] = { cpu: ms(cpu), times: Math.round(cpu / own) };
}
if (oracleQueries > 0) againstOracle(profiles);

console.log(
  `seed ${seed}, node ${process.version}; milliseconds a call${oracleQueries > 0 ? "; the oracle's lists were equal" : ''}`,
);
console.table(lines);

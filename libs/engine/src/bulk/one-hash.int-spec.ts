import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as world from '../../test/world.arbitrary.js';
import {
  createEngine,
  listsHash,
  readSnapshot,
  writeSnapshot,
  type EngineOptions,
  type MatchingEngine,
} from '../index.js';

/** These run worker threads, which need the library built. */
const today = '2026-03-03';
const [parts] = fc.sample(world.parts, { numRuns: 1, seed: 11 });
const profiles = fc.sample(world.profile, { numRuns: 120, seed: 11 });
const vacancies = fc.sample(world.vacancy, { numRuns: 80, seed: 12 });
const folder = mkdtempSync(join(tmpdir(), 'engine-hash-'));
afterAll(() => rmSync(folder, { recursive: true }));

const idOf = (at: number) => `${(at * 101) % 397}`;

function filled(options: EngineOptions, churns: boolean): MatchingEngine {
  const engine = createEngine(parts!, options);
  const fill = () => {
    for (const [at, one] of profiles.entries()) engine.upsertProfile({ ...one, profileId: idOf(at) });
    for (const [at, one] of vacancies.entries()) engine.upsertVacancy({ ...one, vacancyId: idOf(at) });
  };
  fill();
  if (!churns) return engine;
  for (let at = 0; at < profiles.length; at += 3) engine.removeProfile(idOf(at));
  for (let at = 0; at < vacancies.length; at += 2) engine.removeVacancy(idOf(at));
  fill();
  return engine;
}

const lists = ['profiles-for-vacancies', 'vacancies-for-profiles'] as const;
const ranks = ['both', 'employer', 'seeker'] as const;

async function hashOf(engine: MatchingEngine, threads: number): Promise<string> {
  const all = [];
  for (const side of lists)
    for (const rankBy of ranks) all.push(await engine.bulk({ lists: side, rankBy, limit: 50, today, threads }));
  return listsHash(all);
}

it('plain, kernel, threads, single and bulk, fresh, incremental, from a snapshot: one SHA-256', async () => {
  const hashes = new Map<string, string>();
  const note = async (name: string, engine: MatchingEngine, threads = 1) =>
    hashes.set(name, await hashOf(engine, threads));
  for (const segmentSlots of [32, 32_768]) {
    for (const churns of [false, true]) {
      const engine = filled({ kernel: 'wasm-simd', segmentSlots }, churns);
      for (const threads of [1, 2, 3]) await note(`${segmentSlots} ${churns} ${threads}`, engine, threads);
      const file = join(folder, `${segmentSlots}-${churns}`);
      await writeSnapshot(file, engine, {});
      const { engine: back } = readSnapshot(file, parts!, {}, { kernel: 'wasm-simd', segmentSlots });
      await note(`${file} snapshot`, back, 2);
    }
  }
  await note('plain', filled({ kernel: 'plain' }, false));
  await note('plain, churned', filled({ kernel: 'plain' }, true));
  expect([...new Set(hashes.values())]).toEqual([hashes.get('plain')]);
}, 400_000);

it('writes and questions in between neither disturb a run on threads nor are disturbed', async () => {
  const engine = filled({ kernel: 'wasm-simd', segmentSlots: 64 }, false);
  const twin = filled({ kernel: 'plain' }, false);
  const query = { lists: 'profiles-for-vacancies', rankBy: 'both', limit: 50, today, threads: 2 } as const;
  let isDone = false;
  const run = engine.bulk(query).then((all) => ((isDone = true), all));
  for (let at = 0; !isDone; at++) {
    const one = { ...profiles[at % profiles.length]!, profileId: idOf(at % profiles.length) };
    engine.upsertProfile(one);
    twin.upsertProfile(one);
    const asked = { rankBy: 'both', limit: 7, today } as const;
    expect(engine.rankProfiles(vacancies[at % 50]!, asked)).toEqual(twin.rankProfiles(vacancies[at % 50]!, asked));
    await new Promise((turn) => setImmediate(turn));
  }
  const all = await run;
  // what was written again is what was there before
  expect(listsHash([all])).toBe(listsHash([await twin.bulk({ ...query, threads: 1 })]));
  expect(await hashOf(engine, 2)).toBe(await hashOf(twin, 1));
}, 200_000);

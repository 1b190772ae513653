import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as world from '../../test/world.arbitrary.js';
import { buildIdf, createEngine, listsHash, readSnapshot, SnapshotRefusedError, writeSnapshot } from '../index.js';

const folder = mkdtempSync(join(tmpdir(), 'engine-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'engine.snapshot');
const [parts] = fc.sample(world.parts, { numRuns: 1, seed: 7 });
const profiles = fc.sample(world.profile, { numRuns: 40, seed: 7 });
const vacancies = fc.sample(world.vacancy, { numRuns: 40, seed: 7 });

function filled() {
  const engine = createEngine(parts!);
  for (const one of profiles) engine.upsertProfile(one);
  for (const one of vacancies) engine.upsertVacancy(one);
  return engine;
}

const both = ['profiles-for-vacancies', 'vacancies-for-profiles'] as const;
const hashOf = async (engine: ReturnType<typeof filled>) =>
  listsHash(
    await Promise.all(both.map((lists) => engine.bulk({ lists, rankBy: 'both', limit: 50, today: '2026-03-03' }))),
  );

describe('a snapshot', () => {
  it('brings back what was saved, and goes on from there', async () => {
    const engine = filled();
    await writeSnapshot(file, engine, { taxonomy: 't1', horizon: '4711' });
    const { engine: back, about } = readSnapshot(file, parts!, { taxonomy: 't1' });
    expect(about).toEqual({ taxonomy: 't1', horizon: '4711' });
    expect([back.profileCount, back.vacancyCount]).toEqual([engine.profileCount, engine.vacancyCount]);
    expect(await hashOf(back)).toBe(await hashOf(engine));
    const [profileId, vacancyId] = [profiles[0]!.profileId, vacancies[0]!.vacancyId];
    expect(back.explain(profileId, vacancyId)).toEqual(engine.explain(profileId, vacancyId));
    for (const one of [engine, back]) {
      one.removeProfile('p3');
      one.upsertProfile({ ...profiles[1]!, rankable: true, profileId: 'late' });
    }
    expect(await hashOf(back)).toBe(await hashOf(engine));
    expect(readdirSync(folder)).toEqual(['engine.snapshot']);
  });

  it('holds for every kernel, also after churn, and for one that did not save it', async () => {
    const kernels = [{ kernel: 'plain' }, { segmentSlots: 16 }, { segmentSlots: 64 }, {}] as const;
    const hashes = new Set<string>();
    for (const saving of kernels) {
      const engine = createEngine(parts!, saving);
      for (let round = 0; round < 4; round++)
        for (const [at, one] of profiles.entries())
          engine.upsertProfile({ ...one, profileId: `p${(at * 7 + round) % 55}` });
      for (const one of vacancies) engine.upsertVacancy(one);
      await writeSnapshot(file, engine, {});
      for (const reading of kernels) {
        const { engine: back } = readSnapshot(file, parts!, {}, reading);
        const { engine: again } = readSnapshot(file, parts!, {}, reading);
        hashes.add(await hashOf(back));
        for (const one of profiles) again.upsertProfile(one);
        for (const one of vacancies.slice(0, 9)) again.removeVacancy(one.vacancyId);
        const fresh = createEngine(parts!, saving);
        for (let round = 0; round < 4; round++)
          for (const [at, one] of profiles.entries())
            fresh.upsertProfile({ ...one, profileId: `p${(at * 7 + round) % 55}` });
        for (const one of vacancies) fresh.upsertVacancy(one);
        for (const one of profiles) fresh.upsertProfile(one);
        for (const one of vacancies.slice(0, 9)) fresh.removeVacancy(one.vacancyId);
        expect(await hashOf(again)).toBe(await hashOf(fresh));
      }
    }
    expect(hashes.size).toBe(1);
  });

  it('is refused when any byte of it is wrong, and when it is cut or goes on', async () => {
    await writeSnapshot(file, filled(), {});
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(whole);
        damaged[at]! ^= flip;
        writeFileSync(file, damaged);
        expect(() => readSnapshot(file, parts!, {})).toThrow(SnapshotRefusedError);
      }),
      { numRuns: 60, seed: 20261127 },
    );
    for (const length of [0, 10, 200, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(() => readSnapshot(file, parts!, {})).toThrow(SnapshotRefusedError);
    }
    writeFileSync(file, Buffer.concat([whole, whole.subarray(0, 1)]));
    expect(() => readSnapshot(file, parts!, {})).toThrow('its hash is not that of its content');
  });

  it('is refused when it was made by other versions', async () => {
    await writeSnapshot(file, filled(), { taxonomy: 't1' });
    expect(() => readSnapshot(file, parts!, { taxonomy: 't2' })).toThrow('its taxonomy is t1, not t2');
    expect(() => readSnapshot(file, parts!, { kernel: '1' })).toThrow('its kernel is not said, not 1');
    const idf = buildIdf({ documents: 3, counts: {} });
    expect(() => readSnapshot(file, { ...parts!, idf }, {})).toThrow(SnapshotRefusedError);
    const model = { ...parts!.model, notSaid: 51 };
    expect(() => readSnapshot(file, { ...parts!, model }, {})).toThrow('its model is');
  });
});

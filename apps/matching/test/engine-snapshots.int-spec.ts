import { until } from '#testing';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProjectionRepository } from '../src/projections/projection.repository.js';
import { startMatchingService, type RunningService } from './service.js';
import { addProfile, addVacancy, changeProfile, profileView, vacancyView } from './world.js';

const folder = mkdtempSync(join(tmpdir(), 'rallare-engine-'));
const file = join(folder, 'engine.snapshot');
let service: RunningService;

beforeAll(async () => {
  service = await startMatchingService();
}, 60_000);
afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
}, 30_000);

/** Starts a replica and tells how many projections it read: all of them where the snapshot was of no use. */
async function started(): Promise<{ replica: RunningService; readEverything: boolean }> {
  const all = ProjectionRepository.prototype.all;
  let readEverything = false;
  ProjectionRepository.prototype.all = function (side) {
    readEverything = true;
    return all.call(this, side) as never;
  };
  try {
    return { replica: await service.replica({ ENGINE_SNAPSHOTS: folder, ROLE: 'api' }), readEverything };
  } finally {
    ProjectionRepository.prototype.all = all;
  }
}

it('a replica starts from what it saved, and catches up on what changed since', async () => {
  const [kept, changed, erased] = [profileView(), profileView(), profileView()];
  for (const one of [kept, changed, erased]) await addProfile(service, one);
  const vacancy = vacancyView();
  await addVacancy(service, vacancy);
  await service.settle();
  const first = await started();
  expect(first.readEverything).toBe(true);
  await until(() => existsSync(file), { what: 'the snapshot' });
  await first.replica.stop();

  await changeProfile(service, { ...changed, revision: 2, rankable: false });
  await service.tell('profile.erased.v1', { profileId: erased.profileId, revision: 2 });
  const late = profileView();
  await addProfile(service, late);
  await service.settle();

  const { replica, readEverything } = await started();
  expect(readEverything).toBe(false);
  const query = { rankBy: 'both', limit: 100, today: '2026-03-03' } as const;
  expect(replica.host.engine.hasProfile(erased.profileId)).toBe(false);
  expect(replica.host.engine.hasProfile(late.profileId)).toBe(true);
  expect(replica.host.engine.rankProfiles(vacancy.vacancyId, query)).toEqual(
    service.host.engine.rankProfiles(vacancy.vacancyId, query),
  );
  await replica.stop();
});

it('is of no use where it is damaged, or the database does not know it', async () => {
  const whole = readFileSync(file);
  const damaged = Buffer.from(whole);
  damaged[damaged.length >> 1]! ^= 1;
  for (const bytes of [damaged, whole.subarray(0, 100), Buffer.alloc(0)]) {
    writeFileSync(file, bytes);
    const { replica, readEverything } = await started();
    expect(readEverything).toBe(true);
    await replica.stop();
  }
  writeFileSync(file, whole);
  await service.database.query('DELETE FROM engine_snapshot');
  const { replica, readEverything } = await started();
  expect(readEverything).toBe(true);
  await replica.stop();
});

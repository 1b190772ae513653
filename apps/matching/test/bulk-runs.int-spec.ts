import { bulkApi, type BulkRun, type Principal } from '#contracts';
import { listsHash, type BulkLists } from '#engine';
import { until } from '#testing';
import { randomUUID } from 'node:crypto';
import { BulkNights } from '../src/bulk/bulk-nights.js';
import { BulkRunRepository } from '../src/bulk/bulk-run.repository.js';
import { BulkRuns } from '../src/bulk/bulk-runs.service.js';
import { FrozenEngines } from '../src/bulk/frozen-engines.js';
import { clock, startMatchingService, type RunningService } from './service.js';
import { addProfile, addVacancy, changeProfile, operator, profileView, vacancyView } from './world.js';

const seeker: Principal = { subject: 'seeker', roles: ['seeker'], employerIds: [] };
const people = Array.from({ length: 30 }, () => profileView());
let service: RunningService;

beforeAll(async () => {
  service = await startMatchingService('api');
  const filling = await service.replica({ ROLE: 'worker' });
  for (const one of people) await addProfile(service, one);
  for (let count = 0; count < 12; count += 1) await addVacancy(service, vacancyView());
  await filling.settle();
  await filling.stop();
  await service.settle();
}, 60_000);
afterEach(() => clock.set(null));
afterAll(() => service?.stop(), 30_000);

const get = (runId: string): Promise<BulkRun> => service.get(bulkApi.getBulkRun, operator, { params: { runId } });
const isOver = (runId: string) =>
  until(async () => ((await get(runId)).state === 'running' ? undefined : get(runId)), { what: 'the run to be over' });
const left = async (table: string): Promise<number> => {
  const [row] = await service.database.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${table}`);
  return row.count;
};

/** Both ways in one go, on this thread. */
async function inOneGo(): Promise<string> {
  const lists: BulkLists[] = [];
  for (const way of ['profiles-for-vacancies', 'vacancies-for-profiles'] as const)
    lists.push(await service.host.engine.bulk({ lists: way, rankBy: 'both', limit: 5, today: clock.today() }));
  return listsHash(lists);
}

it('gives what one run gives, though it is spread over replicas, one of them dies, and people change meanwhile', async () => {
  const expected = await inOneGo();
  const runs = service.app.get(BulkRuns);
  const runId = await runs.freeze({ limit: 5, rankBy: 'both', night: null, fewestInARange: 2 });
  expect(await get(runId!)).toMatchObject({ state: 'running', cause: 'operator', progress: { done: 0, of: 21 } });

  const [dying, living] = [await service.replica({ ROLE: 'worker' }), await service.replica({ ROLE: 'worker' })];
  await until(async () => (await get(runId!)).progress.done >= 2, { what: 'the first ranges' });
  await dying.stop();
  await changeProfile(service, { ...people[0]!, revision: 2, facts: [] });
  const run = await isOver(runId!);
  await living.stop();

  expect(run).toMatchObject({ state: 'done', progress: { done: 21, of: 21 }, profiles: 30, vacancies: 12 });
  expect(run.result!.hash).toBe(expected);
  expect(run.result!.peopleForVacancies).toMatchObject({ lists: 12, of: 30 });
  expect(run.result!.vacanciesForPeople).toMatchObject({ lists: 30, of: 12 });
  expect(await left('bulk_run_input')).toBe(0);
  expect(await left('bulk_run_range')).toBe(0);
});

it('goes on one at a time, can be cancelled, and then leaves nothing to compute', async () => {
  const run = await service.get<BulkRun>(bulkApi.startBulkRun, operator, { body: { limit: 3 } });
  expect((await service.ask(bulkApi.startBulkRun, operator, { body: {} })).status).toBe(409);
  expect(await service.get(bulkApi.cancelBulkRun, operator, { params: { runId: run.id } })).toMatchObject({
    state: 'cancelled',
    result: null,
  });
  expect(await left('bulk_run_input')).toBe(0);
  const worker = await service.replica({ ROLE: 'worker' });
  await worker.settle();
  await worker.stop();
  expect((await get(run.id)).state).toBe('cancelled');
  const { items } = await service.get<{ items: BulkRun[] }>(bulkApi.listBulkRuns, operator, { query: { limit: 1 } });
  expect(items).toMatchObject([{ id: run.id }]);
});

it('is for operators', async () => {
  expect((await service.ask(bulkApi.startBulkRun, seeker, { body: {} })).status).toBe(403);
  expect((await service.ask(bulkApi.getBulkRun, operator, { params: { runId: randomUUID() } })).status).toBe(404);
});

it('begins once a night, and gives up what has gone on for half a day', async () => {
  const nights = service.app.get(BulkNights);
  const running = () => service.app.get(BulkRunRepository).isAnyRunning();
  clock.set('2026-11-24T12:00:00Z');
  await nights.look();
  expect(await running()).toBe(false);
  clock.set('2026-11-24T01:30:00Z');
  await nights.look();
  expect(await running()).toBe(true);
  clock.set('2026-11-24T14:00:00Z');
  await nights.look();
  expect(await running()).toBe(false);
  clock.set('2026-11-24T02:30:00Z');
  await nights.look();
  expect(await running()).toBe(false);
});

it('is refused where the replica has another taxonomy', async () => {
  const runs = service.app.get(BulkRuns);
  const id = (await runs.freeze({ limit: 5, rankBy: 'both', night: null }))!;
  const engines = service.app.get(FrozenEngines);
  engines.drop(id);
  const { versions } = service.host;
  await expect(engines.of({ id, versions: { ...versions, taxonomy: 'another' } })).rejects.toThrow(
    'another model or taxonomy',
  );
  expect((await engines.of({ id, versions }))!.profileCount).toBe(people.length);
  await runs.giveUp(id);
});

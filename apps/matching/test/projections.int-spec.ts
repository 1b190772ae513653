import { matchingApi, type AnswerOf, type ProfileMatchView, type VacancyMatchView } from '#contracts';
import { until } from '#testing';
import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { IdfRepository } from '../src/engine/idf.repository.js';
import { ProjectionHandlers } from '../src/projections/projection.handlers.js';
import { ProjectionRepository } from '../src/projections/projection.repository.js';
import { Reconciler } from '../src/projections/reconciler.js';
import { followed, startMatchingService, type RunningService } from './service.js';
import { addProfile, addVacancy, changeProfile, changeVacancy, operator, profileView, vacancyView } from './world.js';

let service: RunningService;
beforeAll(async () => {
  service = await startMatchingService();
}, 60_000);
afterAll(() => service?.stop(), 30_000);

const storedProfile = (id: string): Promise<ProfileMatchView | null> =>
  service.app.get(ProjectionRepository).find('profile', id);
const storedVacancy = (id: string): Promise<VacancyMatchView | null> =>
  service.app.get(ProjectionRepository).find('vacancy', id);
const info = (asked: RunningService = service): Promise<AnswerOf<typeof matchingApi.matchingInfo>> =>
  asked.get(matchingApi.matchingInfo, operator);

describe('a projection', () => {
  it('follows its owner, and an older revision that comes last changes nothing', async () => {
    const view = profileView();
    await addProfile(service, view);
    await service.settle();
    expect(await storedProfile(view.profileId)).toEqual(view);

    const changed = { ...view, revision: 3, homeMunicipality: '2480' };
    await changeProfile(service, changed);
    await service.settle();
    // The owner, restarted on a replica that lags, answers with what was.
    await changeProfile(service, { ...view, revision: 2, homeMunicipality: '2482' });
    await service.settle();
    expect(await storedProfile(view.profileId)).toEqual(changed);
  });

  it('of what was erased never comes back', async () => {
    const profile = profileView();
    const vacancy = vacancyView();
    await addProfile(service, profile);
    await addVacancy(service, vacancy);
    await service.settle();
    await service.tell('profile.erased.v1', { profileId: profile.profileId, revision: 2 });
    await service.tell('vacancy.erased.v1', { vacancyId: vacancy.vacancyId, revision: 2 });
    await service.settle();
    expect(service.host.engine.hasProfile(profile.profileId)).toBe(false);
    expect(service.host.engine.hasVacancy(vacancy.vacancyId)).toBe(false);

    await changeProfile(service, { ...profile, revision: 9 });
    await changeVacancy(service, { ...vacancy, revision: 9 });
    await service.settle();
    await service.app.get(Reconciler).reconcile('profile');
    await service.app.get(Reconciler).reconcile('vacancy');
    expect(await storedProfile(profile.profileId)).toBeNull();
    expect(await storedVacancy(vacancy.vacancyId)).toBeNull();
    service.owners.profiles.delete(profile.profileId);
    service.owners.vacancies.delete(vacancy.vacancyId);
  });

  it('of what its owner has no more is left to the event that will say so', async () => {
    const handlers = service.app.get(ProjectionHandlers);
    const profileId = randomUUID();
    await service.database.transaction((manager) =>
      handlers.profileChanged(
        { profileId, revision: 1 },
        { manager, eventId: randomUUID(), requestId: null, occurredAt: new Date() },
      ),
    );
    expect(await storedProfile(profileId)).toBeNull();
  });
});

/** Waits until the engine has looked for changes from beginning to end once more. */
async function twoLooks(): Promise<void> {
  const looks = jest.spyOn(service.app.get(ProjectionRepository), 'horizon');
  await until(() => looks.mock.calls.length >= 2, { what: 'the engine to look twice' });
  looks.mockRestore();
}

describe('the engine', () => {
  it('waits for a transaction that stays open, and then misses nothing', async () => {
    const early = profileView();
    const late = profileView();
    const open = new pg.Client({ connectionString: service.url });
    await open.connect();
    await open.query('BEGIN');
    // The lower transaction number commits last.
    await open.query(`INSERT INTO profile_projection (id, revision, view) VALUES ($1, 1, $2)`, [
      early.profileId,
      JSON.stringify(early),
    ]);
    await service.app.get(ProjectionRepository).keep(service.database.manager, 'profile', late);
    await twoLooks();
    expect(service.host.engine.hasProfile(late.profileId)).toBe(false);

    await open.query('COMMIT');
    await open.end();
    await followed(service.database, service.host);
    expect(service.host.engine.hasProfile(early.profileId)).toBe(true);
    expect(service.host.engine.hasProfile(late.profileId)).toBe(true);
    await service.database.query(`DELETE FROM profile_projection WHERE id = ANY($1)`, [
      [early.profileId, late.profileId],
    ]);
  });

  it('is built of all rows, also of a database that was restored from another server', async () => {
    const view = profileView();
    await service.database.query(
      `INSERT INTO profile_projection (id, revision, view, changed_in) VALUES ($1, 1, $2, '999999999999'::xid8)`,
      [view.profileId, JSON.stringify(view)],
    );
    const restarted = await service.replica();
    expect(restarted.host.engine.hasProfile(view.profileId)).toBe(true);
    await restarted.stop();
    await service.database.query(`DELETE FROM profile_projection WHERE id = $1`, [view.profileId]);
  });

  it('goes on without a row that it cannot read, until the reconciler renews it', async () => {
    const view = vacancyView();
    service.owners.vacancies.set(view.vacancyId, view);
    await service.database.query(
      `INSERT INTO vacancy_projection (id, revision, view) VALUES ($1, 1, '{"of": "another version"}')`,
      [view.vacancyId],
    );
    const other = profileView();
    await addProfile(service, other);
    await service.settle();
    expect(service.host.engine.hasProfile(other.profileId)).toBe(true);
    expect(service.host.engine.hasVacancy(view.vacancyId)).toBe(false);
    await service.app.get(Reconciler).reconcile('vacancy');
    await followed(service.database, service.host);
    expect(service.host.engine.hasVacancy(view.vacancyId)).toBe(true);
  });

  it('of every replica follows, and all rank by one rarity snapshot', async () => {
    const other = await service.replica();
    try {
      const before = (await info()).versions.idf;
      const counted = (await service.app.get(IdfRepository).find(before))!.vacancies;
      const needed = Math.max(20, 2 * counted) - (await info()).vacancies;
      for (let i = 0; i < needed; i += 1) await addVacancy(service, vacancyView());
      await service.settle();
      await followed(other.database, other.host);
      await until(async () => (await info()).versions.idf !== before, { what: 'a new snapshot' });
      await until(async () => (await info(other)).versions.idf === service.host.versions.idf, {
        what: 'the same snapshot in both',
      });
      expect((await info(other)).vacancies).toBe((await info()).vacancies);
      expect(await info(other)).toMatchObject({
        profiles: (await info()).profiles,
        engine: service.host.engine.kernel,
      });
    } finally {
      await other.stop();
    }
  });

  it('takes one snapshot when many ask for it at the same time', async () => {
    const idf = service.app.get(IdfRepository);
    const many = service.host.engine.vacancyCount * 4;
    await service.database.query(
      `INSERT INTO vacancy_projection (id, revision, view) SELECT gen_random_uuid(), 1, view FROM vacancy_projection, generate_series(1, 8) WHERE view IS NOT NULL`,
    );
    const taken = await Promise.all(Array.from({ length: 5 }, () => idf.upToDate(many)));
    expect(new Set(taken.map(({ snapshot }) => snapshot.id)).size).toBe(1);
    await service.database.query(`DELETE FROM vacancy_projection WHERE id <> (view ->> 'vacancyId')::uuid`);
  });
});

describe('the reconciler', () => {
  it('repairs what is missing, behind, ahead, unlike and gone, and then finds nothing', async () => {
    const reconciler = service.app.get(Reconciler);
    await reconciler.reconcile('profile');
    const missing = profileView();
    const behind = profileView({ revision: 1 });
    const ahead = profileView({ revision: 7 });
    const unlike = profileView({ revision: 2 });
    const gone = profileView();
    for (const view of [behind, ahead, unlike, gone])
      await service.app.get(ProjectionRepository).keep(service.database.manager, 'profile', view);
    const truth = [
      missing,
      { ...behind, revision: 4 },
      { ...ahead, revision: 3, homeMunicipality: '2480' },
      { ...unlike, rankable: false },
    ];
    for (const view of truth) service.owners.profiles.set(view.profileId, view);

    expect(await reconciler.reconcile('profile')).toBe(5);
    for (const view of truth) expect(await storedProfile(view.profileId)).toEqual(view);
    expect(await storedProfile(gone.profileId)).toBeNull();
    await followed(service.database, service.host);
    expect(service.host.engine.hasProfile(missing.profileId)).toBe(true);
    expect(service.host.engine.hasProfile(gone.profileId)).toBe(false);
    expect(await reconciler.reconcile('profile')).toBe(0);

    // The owner, set back to an older revision, goes on from there.
    await changeProfile(service, { ...ahead, revision: 4, homeMunicipality: '2482' });
    await service.settle();
    expect(await storedProfile(ahead.profileId)).toMatchObject({ revision: 4, homeMunicipality: '2482' });
  });

  it('leaves alone what was written since it asked', async () => {
    const view = profileView({ revision: 5 });
    const projections = service.app.get(ProjectionRepository);
    await projections.keep(service.database.manager, 'profile', view);
    await projections.keep(service.database.manager, 'profile', { ...view, revision: 6 });
    expect(await projections.repair(service.database.manager, 'profile', { ...view, homeCountry: 'FI' }, 5)).toBe(
      false,
    );
    expect(await storedProfile(view.profileId)).toMatchObject({ revision: 6, homeCountry: 'SE' });
    await service.database.query(`DELETE FROM profile_projection WHERE id = $1`, [view.profileId]);
  });

  it('asks its owners page by page', async () => {
    for (let i = 0; i < 501; i += 1) {
      const view = profileView();
      service.owners.profiles.set(view.profileId, view);
    }
    expect(await service.app.get(Reconciler).reconcile('profile')).toBe(501);
    expect(await service.app.get(Reconciler).reconcile('profile')).toBe(0);
  });
});

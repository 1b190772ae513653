import { matchingApi, type AnswerOf, type ProfileMatchView, type Shortlist, type VacancyMatchView } from '#contracts';
import { until } from '#testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Reconciler } from '../src/projections/reconciler.js';
import { startMatchingService, type RunningService } from './service.js';
import { addProfile, addVacancy, concepts, demand, employerOf, fact, profileView, vacancyView } from './world.js';

let service: RunningService;
beforeAll(async () => {
  service = await startMatchingService();
}, 60_000);
afterAll(() => service?.stop(), 30_000);

/** A person and a vacancy that met in every way: looked at by both, on a list, decided about, found by an alert. */
async function theyMet(): Promise<{ profile: ProfileMatchView; vacancy: VacancyMatchView; list: Shortlist }> {
  const { skills } = concepts(service);
  const profile = profileView({ facts: [fact('skill', skills[0]!, { level: 5, years: 17 })] });
  const person = await addProfile(service, profile);
  await service.settle();
  const { profileId } = profile;
  await service.get(matchingApi.createAlert, person, { params: { profileId }, body: { minimumFit: 1 } });
  const vacancy = vacancyView({ demands: [demand('skill', skills[0]!)] });
  const { vacancyId } = vacancy;
  const employer = await addVacancy(service, vacancy);
  await service.settle();
  await service.get(matchingApi.explainMatch, person, { params: { profileId, vacancyId } });
  await service.get(matchingApi.explainCandidate, employer, { params: { profileId, vacancyId } });
  const list = await service.get<Shortlist>(matchingApi.createShortlist, employer, { params: { vacancyId }, body: {} });
  await service.get(matchingApi.decide, employer, {
    params: { shortlistId: list.id },
    body: { profileIds: [profileId], stage: 'advance', reason: 'A good one', by: 'Eva Ek' },
  });
  await service.settle();
  return { profile, vacancy, list };
}

/** Tables of the service's own schema in which a text stands; the messages hold ids, and go with time. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await service.database.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('outbox', 'inbox')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await service.database.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM "${name}" AS row WHERE row::text LIKE '%' || $1 || '%'`,
      [text],
    );
    if (row.count > 0) found.push(name);
  }
  return found.sort();
}

describe('erasure', () => {
  it('of a person leaves the tombstone of their id and nothing else', async () => {
    const { profile, vacancy, list } = await theyMet();
    const factId = profile.facts[0]!.id;
    expect(await tablesWith(profile.profileId)).toEqual([
      'alert',
      'decision',
      'notification',
      'profile_projection',
      'shortlist_item',
      'shown_match',
    ]);
    expect(await tablesWith(factId)).not.toEqual([]);

    await service.tell('profile.erased.v1', { profileId: profile.profileId, revision: 2 });
    await service.settle();
    expect(await tablesWith(profile.profileId)).toEqual(['profile_projection']);
    expect(await tablesWith(factId)).toEqual([]);
    expect(service.host.engine.hasProfile(profile.profileId)).toBe(false);
    const read = await service.get<Shortlist>(matchingApi.getShortlist, employerOf(vacancy), {
      params: { shortlistId: list.id },
    });
    expect(JSON.stringify(read)).not.toContain(profile.profileId);
  });

  it('of a vacancy takes its lists and decisions along', async () => {
    const { vacancy, list } = await theyMet();
    await service.tell('vacancy.erased.v1', { vacancyId: vacancy.vacancyId, revision: 2 });
    await service.settle();
    expect(await tablesWith(vacancy.vacancyId)).toEqual(['vacancy_projection']);
    expect(await tablesWith(list.id)).toEqual([]);
    const params = { shortlistId: list.id };
    expect((await service.ask(matchingApi.getShortlist, employerOf(vacancy), { params })).status).toBe(404);
  });

  it('that was never told is found out by the reconciler', async () => {
    const { profile, vacancy } = await theyMet();
    service.owners.profiles.delete(profile.profileId);
    service.owners.vacancies.delete(vacancy.vacancyId);
    await service.app.get(Reconciler).reconcile('profile');
    await service.app.get(Reconciler).reconcile('vacancy');
    expect(await tablesWith(profile.profileId)).toEqual(['profile_projection']);
    expect(await tablesWith(vacancy.vacancyId)).toEqual(['vacancy_projection']);
  });

  it('wins over whatever is written about the person at the same time', async () => {
    const { profile, vacancy } = await theyMet();
    const { profileId } = profile;
    const { vacancyId } = vacancy;
    const employer = employerOf(vacancy);
    const person = { subject: `seeker-${profileId}`, roles: ['seeker' as const], employerIds: [] };
    // The erasure is under way: what comes now waits for it, and then finds nobody.
    const erasing = new pg.Client({ connectionString: service.url });
    await erasing.connect();
    await erasing.query('BEGIN');
    await erasing.query(`UPDATE profile_projection SET view = NULL, revision = 2147483647 WHERE id = $1`, [profileId]);
    const writes = Promise.all([
      service.ask(matchingApi.explainMatch, person, { params: { profileId, vacancyId } }),
      service.ask(matchingApi.explainCandidate, employer, { params: { profileId, vacancyId } }),
      service.ask(matchingApi.createAlert, person, { params: { profileId }, body: {} }),
      service.ask(matchingApi.createShortlist, employer, { params: { vacancyId }, body: {} }),
    ]);
    await until(
      async () => {
        const [row] = await service.database.query<[{ waiting: number }]>(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return row.waiting >= 4;
      },
      { what: 'the writes to wait for the erasure' },
    );
    for (const table of ['shown_match', 'shortlist_item', 'decision', 'notification', 'alert'])
      await erasing.query(`DELETE FROM ${table} WHERE profile_id = $1`, [profileId]);
    await erasing.query('COMMIT');
    await erasing.end();
    expect((await writes).map(({ status }) => status)).toEqual([404, 404, 404, 201]);
    const [, , , { body }] = await writes;
    expect((body as AnswerOf<typeof matchingApi.createShortlist>).items.map((item) => item.profileId)).not.toContain(
      profileId,
    );
    expect(await tablesWith(profileId)).toEqual(['profile_projection']);
  });

  it('of somebody unknown leaves a tombstone, so that a late message brings nobody', async () => {
    const profileId = randomUUID();
    await service.tell('profile.erased.v1', { profileId, revision: 4 });
    await service.settle();
    service.owners.profiles.set(profileId, profileView({ profileId }));
    await service.tell('profile.changed.v1', { profileId, revision: 3 });
    await service.settle();
    expect(service.host.engine.hasProfile(profileId)).toBe(false);
    service.owners.profiles.delete(profileId);
  });
});

import { taxonomyMoveApi, vacancyApi, type Principal, type VacancyView } from '#contracts';
import { readSnapshot, starterTaxonomyPath, writeSnapshot, type TaxonomySnapshot } from '#taxonomy';
import { TaxonomyMoves, TaxonomyVersions } from '#taxonomy-store';
import { testDatabase, until, type TestDatabase } from '#testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { employerWithMember, matching, startVacancyService, type RunningService } from './service.js';

const vacancies = 120;
const first = readSnapshot(starterTaxonomyPath()).snapshot;
const [replaced, gone] = ['Truckkort', 'Heta arbeten'].map(
  (label) => first.concepts.find(({ kind, label: { sv } }) => kind === 'skill' && sv === label)!.id,
) as [string, string];

/** The starter after a year: one skill has another id, one is no more. */
function nextYear({ concepts, usualSkills, ...rest }: TaxonomySnapshot): TaxonomySnapshot {
  const id = (one: string): string => (one === replaced ? 'next:truck' : one);
  return {
    ...rest,
    version: 'next-year',
    concepts: concepts
      .filter((one) => one.id !== gone)
      .map((one) => ({
        ...one,
        id: id(one.id),
        references: one.id === replaced ? [...one.references, replaced] : one.references,
        broader: one.broader.filter((broader) => broader !== gone).map(id),
      })),
    usualSkills: usualSkills.map(({ group, skills }) => ({
      group,
      skills: skills.filter((skill) => skill !== gone).map(id),
    })),
  };
}

describe('another taxonomy', () => {
  let folder: string;
  let database: TestDatabase;
  let service: RunningService | undefined;
  let member: Principal;
  let sample: string;

  const start = async (role: 'api' | 'all', taxonomy: string): Promise<RunningService> => {
    await service?.stop();
    const { url } = database;
    const where = { DATABASE_URL: url, QUEUE_URL: url, SEARCH_URL: url };
    return (service = await startVacancyService(role, { ...where, TAXONOMY: taxonomy }));
  };
  const progress = async () =>
    (await service!.get<{ items: { done: number; finishedAt: string | null }[] }>(taxonomyMoveApi.vacancy, matching))
      .items;
  const revisions = async (): Promise<Record<string, number>> => {
    const rows = await service!.database.query<{ revision: number; n: number }[]>(
      `SELECT revision, count(*)::int AS n FROM vacancies GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ revision, n }) => [revision, n]));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rallare-move-'));
    writeSnapshot(join(folder, 'next.json.gz'), nextYear(first));
    database = await testDatabase('taxonomy_move');
    const running = await start('all', starterTaxonomyPath());
    const made = await employerWithMember(running, 'Påhittade Lagret AB');
    member = made.member;
    const view = await running.get<VacancyView>(vacancyApi.createVacancy, member, {
      params: { employerId: made.employerId },
      body: {
        headline: 'Vi söker dig',
        text: 'Välkommen hit.',
        municipalities: ['2580'],
        demands: [
          { kind: 'skill', conceptId: replaced },
          { kind: 'skill', conceptId: gone, level: 3 },
        ],
      },
    });
    sample = view.id;
    await running.database.query(
      `INSERT INTO vacancies SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
       FROM vacancies AS one, generate_series(2, $1::int)`,
      [vacancies],
    );
  }, 120_000);

  afterAll(async () => {
    await service?.stop();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('the first that a service has moves nothing', async () => {
    expect(await progress()).toEqual([]);
  });

  it('moves rows once each, a batch at a time, and goes on after a stop in the middle', async () => {
    let running = await start('api', join(folder, 'next.json.gz'));
    const moves = running.app.get(TaxonomyMoves);
    await moves.begin();
    const [asked] = await running.database.query<{ payload: { moveId: string; after: string } }[]>(
      `SELECT payload FROM outbox WHERE name = 'vacancy.outdated.v1'`,
    );
    const batch = () => running.database.transaction((manager) => moves.moveNext(asked!.payload, { manager }));
    await expect(
      running.database.transaction(async (manager) => {
        await moves.moveNext(asked!.payload, { manager });
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await progress()).toMatchObject([{ done: 0, total: vacancies, finishedAt: null }]);
    await batch();
    await batch();
    expect(await progress()).toMatchObject([{ done: 50, finishedAt: null }]);
    expect(await revisions()).toEqual({ 1: vacancies - 50, 2: 50 });
    // What asks for the next batch is lost with its queue.
    await running.database.query(`DELETE FROM outbox`);

    running = await start('all', join(folder, 'next.json.gz'));
    await until(async () => (await progress())[0]?.finishedAt, { what: 'the move to finish' });
    expect(await progress()).toMatchObject([
      {
        from: first.version,
        to: 'next-year',
        done: vacancies,
        changed: vacancies,
        replaced: vacancies,
        words: vacancies,
      },
    ]);
    expect(await revisions()).toEqual({ 2: vacancies });
  }, 120_000);

  it('leaves a successor or words, and can be undone by the older one, which the database keeps', async () => {
    const view = () => service!.get<VacancyView>(vacancyApi.getVacancy, member, { params: { vacancyId: sample } });
    expect((await view()).demands).toMatchObject([
      { conceptId: 'next:truck', origin: 'stated' },
      { conceptId: null, words: 'Heta arbeten', level: 3, origin: 'stated' },
    ]);
    const versions = service!.app.get(TaxonomyVersions);
    const [older] = await versions.older();
    expect(older?.concept(gone)?.label.sv).toBe('Heta arbeten');
    expect(await versions.find('0'.repeat(64))).toBeNull();
    await start('all', starterTaxonomyPath());
    await until(async () => (await progress())[0]?.finishedAt, { what: 'the way back to finish' });
    expect((await view()).demands[0]).toMatchObject({ conceptId: replaced });
  }, 120_000);
});

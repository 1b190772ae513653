import { adRemoval, jobAd, type AdRemoval, type JobAd } from '#contracts';
import { until } from '#testing';
import { importAds, inventedAd, removalOf } from '../ads.js';
import { startVacancyService, type RunningService } from '../service.js';
import { askOpen, caughtUp } from './open-data.js';
import { ids } from './sample.js';

type Event = JobAd | AdRemoval;

const eventOf = (value: unknown): Event =>
  'headline' in (value as object) ? jobAd.parse(value) : adRemoval.parse(value);

describe('JobStream', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startVacancyService('all');
  }, 60_000);
  afterAll(() => service?.stop());
  afterEach(async () => {
    await service.database.query('DELETE FROM vacancies');
    await caughtUp(service);
    await service.database.query('DELETE FROM open_ads');
  });

  const list = async (path: string, query: Record<string, string | string[]> = {}): Promise<Event[]> => {
    const answer = await askOpen(service, path, query);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return (answer.body as unknown[]).map(eventOf);
  };
  const iso = (ms: number): string => new Date(ms).toISOString();
  const longAgo = '2020-01-01T00:00:00';

  it('tells each changed ad once, whole, and each removed one with what it was filtered by', async () => {
    await importAds(service, [
      inventedAd('one', { occupation: { concept_id: ids.nurse } }),
      inventedAd('two', { workplace_address: { municipality_code: '2409' } }),
    ]);
    await caughtUp(service);
    const first = await list('stream', { date: longAgo });
    expect(first.map((event) => [(event as JobAd).external_id, event.removed])).toEqual(
      expect.arrayContaining([
        ['one', false],
        ['two', false],
      ]),
    );
    expect(first).toHaveLength(2);
    const one = first.find((event) => (event as JobAd).external_id === 'one') as JobAd;

    await importAds(service, [removalOf('one')]);
    await caughtUp(service);
    const second = await list('stream', { date: longAgo });
    expect(second).toHaveLength(2);
    expect(second.find(({ id }) => id === one.id)).toEqual({
      id: one.id,
      removed: true,
      removed_date: '2025-03-01T03:00:00',
      occupation: ids.nurse,
      occupation_group: one.occupation_group!.concept_id,
      occupation_field: one.occupation_field!.concept_id,
      municipality: ids.lulea,
      region: ids.norrbotten,
      country: ids.sweden,
      timestamp: expect.any(Number) as number,
    });
    expect((await list('snapshot')).map((ad) => (ad as JobAd).external_id)).toEqual(['two']);
    // One that comes back is an ad again.
    await importAds(service, [inventedAd('one')]);
    await caughtUp(service);
    expect((await list('snapshot')).length).toBe(2);
  });

  it('date is required; naive is Swedish time; Z, offset, milliseconds and bare dates are read; what is malformed is 400', async () => {
    await importAds(service, [inventedAd('one')]);
    await caughtUp(service);
    const [ad] = await list('stream', { date: longAgo });
    const at = ad!.timestamp;
    const swedish = (ms: number): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' })
        .format(ms)
        .replace(' ', 'T');
    // Both ends are included.
    expect(await list('stream', { date: iso(at), 'updated-before-date': iso(at) })).toHaveLength(1);
    expect(await list('stream', { date: iso(at + 1) })).toHaveLength(0);
    expect(await list('stream', { date: iso(at - 5_000), 'updated-before-date': iso(at - 1) })).toHaveLength(0);
    expect(await list('stream', { date: swedish(at - 1_000) })).toHaveLength(1);
    expect(await list('stream', { date: swedish(at + 1_000) })).toHaveLength(0);
    expect(await list('stream', { date: iso(at).replace('Z', '+00:00') })).toHaveLength(1);
    expect(await list('stream', { date: iso(at + 3_600_000).replace('Z', '+01:00') })).toHaveLength(1);
    expect(await list('stream', { date: swedish(at).slice(0, 10) })).toHaveLength(1);
    // Reversed.
    expect(await list('stream', { date: iso(at + 10), 'updated-before-date': iso(at - 10) })).toEqual([]);
    for (const date of [undefined, '', '2020-13-25T00:00:00', '20-00-25T00:00:00', 'T11:28:00', 'now', '2020-02-30'])
      expect([date, (await askOpen(service, 'stream', date === undefined ? {} : { date })).status]).toEqual([
        date,
        400,
      ]);
    expect((await askOpen(service, 'stream', { date: longAgo, 'updated-before-date': 'x' })).status).toBe(400);
    expect((await askOpen(service, 'v2/stream', { date: longAgo })).status).toBe(400);
  });

  it('location-concept-id and occupation-concept-id: any level, or within, and between, removals too', async () => {
    await importAds(service, [
      inventedAd('nurse', { occupation: { concept_id: ids.nurse } }),
      inventedAd('cook', { occupation: { concept_id: ids.cook } }),
      inventedAd('far', { occupation: { concept_id: ids.cook }, workplace_address: { municipality_code: '2409' } }),
    ]);
    await caughtUp(service);
    await importAds(service, [removalOf('cook')]);
    await caughtUp(service);
    const within = async (query: Record<string, string | string[]>): Promise<boolean[]> =>
      (await list('stream', { date: longAgo, ...query })).map(({ removed }) => removed).sort();
    expect(await within({ 'location-concept-id': ids.norrbotten })).toEqual([false, true]);
    expect(await within({ 'location-concept-id': [ids.lulea, ids.vasterbotten] })).toHaveLength(3);
    expect(await within({ 'location-concept-id': ids.sweden, 'occupation-concept-id': ids.cook })).toEqual([
      false,
      true,
    ]);
    expect(await within({ 'location-concept-id': ids.sweden.toLowerCase() })).toEqual([]);
    const { occupation_field: field } = (await list('snapshot', { 'occupation-concept-id': ids.nurse }))[0] as JobAd;
    expect(await within({ 'occupation-concept-id': field!.concept_id })).toEqual([false]);
  });

  it('tells a removal whose ad had been told', async () => {
    await importAds(service, [inventedAd('one'), inventedAd('two')]);
    await caughtUp(service);
    await importAds(service, [removalOf('one')]);
    await caughtUp(service);
    const events = await list('stream', { date: longAgo, 'location-concept-id': ids.lulea });
    expect(events.map(({ removed }) => removed).sort()).toEqual([false, true]);
  });

  it('v2: the same arrays by other names, or one ad a line; a snapshot has an ETag', async () => {
    await importAds(service, [inventedAd('one'), inventedAd('two')]);
    await caughtUp(service);
    expect(await list('v2/stream', { 'updated-after': longAgo })).toEqual(await list('stream', { date: longAgo }));
    expect(await list('v2/snapshot')).toEqual(await list('snapshot'));
    const lines = await askOpen(service, 'v2/snapshot', {}, { accept: 'application/jsonl' });
    expect(lines.type).toBe('application/jsonl');
    const text = lines.body as string;
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => jobAd.parse(JSON.parse(line)).removed),
    ).toEqual([false, false]);

    const whole = await askOpen(service, 'snapshot');
    const etag = whole.get('etag')!;
    const same = await askOpen(service, 'snapshot', {}, { 'if-none-match': etag });
    expect(same.status).toBe(304);
    await importAds(service, [removalOf('two')]);
    await caughtUp(service);
    expect((await askOpen(service, 'snapshot', {}, { 'if-none-match': etag })).status).toBe(200);
  });

  it('slices of time miss no change and repeat none while transactions overlap; replayed they are the snapshot', async () => {
    const count = 24;
    await importAds(
      service,
      Array.from({ length: count }, (_, at) => inventedAd(`ad-${at}`)),
    );
    await caughtUp(service);
    const rows = await service.database.query<{ id: string }[]>('SELECT id FROM vacancies ORDER BY id');
    let writing = true;

    // Each writer changes its own ads in transactions that stay open for a while, some of which fail.
    const writer = async (mine: readonly string[], seed: number): Promise<void> => {
      for (let turn = 0; turn < 12; turn += 1) {
        const runner = service.database.createQueryRunner();
        await runner.connect();
        await runner.startTransaction();
        for (const id of mine) {
          const closes = (turn + seed) % 4 === 3;
          await runner.query(
            `UPDATE vacancies SET revision = revision + 1, headline = $2, status = $3, closed_at = $4 WHERE id = $1`,
            [id, `headline ${seed} ${turn}`, closes ? 'closed' : 'published', closes ? new Date() : null],
          );
          await runner.query('SELECT pg_sleep($1)', [((turn * 7 + seed * 13) % 10) / 250]);
        }
        if (turn % 5 === 4) await runner.rollbackTransaction();
        else await runner.commitTransaction();
        await runner.release();
      }
    };
    const writers = Promise.all(
      [0, 1, 2, 3, 4, 5].map((seed) =>
        writer(
          rows.filter((_, at) => at % 6 === seed).map(({ id }) => id),
          seed,
        ),
      ),
    ).finally(() => (writing = false));

    const seen = new Map<string, Event>();
    const told: string[] = [];
    const cuts = new Set<number>();
    let from = longAgo;
    const slice = async (): Promise<void> => {
      // Cut where a client's clock stands, as close to now as can be.
      const now = Date.now();
      cuts.add(now);
      const to = iso(now);
      for (const event of await list('stream', { date: from, 'updated-before-date': to })) {
        told.push(`${event.id} ${event.timestamp}`);
        seen.set(event.id, event);
      }
      from = to;
    };
    while (writing) await slice();
    await writers;
    await caughtUp(service);
    await until(async () => {
      const before = told.length;
      await slice();
      return told.length === before;
    });

    // All that is stamped at the very millisecond of a cut belongs to both slices; none other comes twice.
    const repeated = told.filter((one, at) => told.indexOf(one) !== at);
    expect(repeated.filter((one) => !cuts.has(Number(one.split(' ')[1])))).toEqual([]);
    expect(new Set(told).size).toBeGreaterThan(count);
    const open = [...seen.values()].filter(({ removed }) => !removed);
    const snapshot = await list('snapshot');
    const sorted = (events: readonly Event[]): Event[] => [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(open)).toEqual(sorted(snapshot));
  }, 120_000);
});

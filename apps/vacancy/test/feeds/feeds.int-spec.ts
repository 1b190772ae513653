import { gzipSync } from 'node:zlib';
import { feedApi, vacancyApi, type FeedRunView, type FeedView, type VacancyView } from '#contracts';
import { until } from '#testing';
import { inventedAd, removalOf } from '../ads.js';
import { employer, operator, startVacancyService, type RunningService } from '../service.js';
import { feedServer, type FeedServer } from './feed-server.js';
import { addFeed, endedRun, feedOf, readAgain, statuses } from './feeds.js';

describe('feeds', () => {
  let server: FeedServer;
  let service: RunningService;

  beforeAll(async () => {
    server = await feedServer();
    service = await startVacancyService('all', {
      FEED_ALLOWED_HOSTS: server.host,
      FEED_LARGEST_MB: '1',
      FEED_LONGEST_SECONDS: '6',
      FEED_IDLE_SECONDS: '1',
      FEED_RETRY_SECONDS: '0.2',
    });
  }, 60_000);
  afterAll(async () => {
    await service?.stop();
    await server?.stop();
  });
  beforeEach(() => {
    server.answers = {};
    server.asked.length = 0;
  });
  afterEach(async () => {
    const { items } = await service.get<{ items: FeedView[] }>(feedApi.listFeeds, operator);
    for (const { id } of items) await service.get(feedApi.removeFeed, operator, { params: { feedId: id } });
    await service.database.query('DELETE FROM vacancies');
  });

  const ads = (count: number, changes: Record<string, unknown> = {}): Record<string, unknown>[] =>
    Array.from({ length: count }, (_, at) => inventedAd(`job-${at}`, changes));
  const jobs = (path: string): object => ({ name: 'jobs', kind: 'jobsearch', address: server.url(path) });

  it('are read at once when they are registered, take ads as they are, and change nothing the second time', async () => {
    server.answers['/ads'] = { total: { value: 3 }, hits: ads(3) };
    const feed = await addFeed(service, jobs('/ads'));
    const first = await endedRun(service, feed.id);
    expect(first).toMatchObject({
      status: 'done',
      reason: null,
      counts: { read: 3, created: 3, removed: 0, rejected: 0 },
    });
    expect(first.bytes).toBeGreaterThan(500);
    expect(await feedOf(service, feed.id)).toMatchObject({ health: 'ok', openAds: 3, failures: 0 });
    expect((await readAgain(service, feed.id)).counts).toMatchObject({ read: 3, created: 0, unchanged: 3 });
    expect(await statuses(service)).toEqual({ published: 3 });
  });

  it('close what a whole list no longer holds, tell it, and open it again when it is back', async () => {
    server.answers['/ads'] = ads(10);
    const feed = await addFeed(service, jobs('/ads'));
    await endedRun(service, feed.id);
    const closings = async (): Promise<number> =>
      (await service.events()).filter((name) => name.startsWith('closed')).length;
    const before = await closings();
    server.answers['/ads'] = ads(10).slice(2);
    expect(await readAgain(service, feed.id)).toMatchObject({ status: 'done', counts: { removed: 2, held: 0 } });
    expect(await statuses(service)).toEqual({ closed: 2, published: 8 });
    expect(await closings()).toBe(before + 2);
    server.answers['/ads'] = ads(10);
    expect((await readAgain(service, feed.id)).counts).toMatchObject({ updated: 2, unchanged: 8 });
    expect(await statuses(service)).toEqual({ published: 10 });
  });

  it('brake: most ads do not leave without an operator’s word', async () => {
    server.answers['/ads'] = ads(10);
    const feed = await addFeed(service, jobs('/ads'));
    await endedRun(service, feed.id);
    server.answers['/ads'] = ads(10).slice(6);
    const held = await readAgain(service, feed.id);
    expect(held).toMatchObject({ status: 'held', counts: { removed: 0, held: 6 } });
    expect(held.reason).toContain('6 of 10');
    expect((await feedOf(service, feed.id)).health).toBe('held');
    expect(await statuses(service)).toEqual({ published: 10 });
    // What comes back is held no longer.
    server.answers['/ads'] = ads(10).slice(4);
    expect(await readAgain(service, feed.id)).toMatchObject({ status: 'held', counts: { held: 4 } });
    const decide = (remove: boolean): Promise<object> =>
      service.get(feedApi.decideHeldRemovals, operator, { params: { feedId: feed.id }, body: { remove } });
    expect(await decide(true)).toEqual({ removed: 4, kept: 0 });
    expect(await statuses(service)).toEqual({ closed: 4, published: 6 });
    expect((await feedOf(service, feed.id)).health).toBe('ok');
    const again = await service.ask(feedApi.decideHeldRemovals, operator, {
      params: { feedId: feed.id },
      body: { remove: true },
    });
    expect(again.status).toBe(409);
  });

  it('reject what cannot be taken with its reason, keep the rest, and give the rejected records to download', async () => {
    server.answers['/ads'] =
      `[${JSON.stringify(ads(1)[0])},\n{"id":"broken",,},\n${JSON.stringify({ ...ads(1)[0], id: 'nameless', headline: '' })}\n]`;
    const feed = await addFeed(service, jobs('/ads'));
    const run = await endedRun(service, feed.id);
    expect(run).toMatchObject({ status: 'done', counts: { read: 3, created: 1, rejected: 2 } });
    const params = { feedId: feed.id, runId: run.id };
    const { total, items } = await service.get<{
      total: number;
      items: { position: number; externalId: string | null; reason: string; record: string }[];
    }>(feedApi.listFeedRejects, operator, { params });
    expect(total).toBe(2);
    expect(items.map(({ position, externalId, reason }) => [position, externalId, reason])).toEqual([
      [2, null, 'the record is not JSON'],
      [3, 'nameless', 'headline: is empty'],
    ]);
    const download = await service.ask(feedApi.downloadFeedRejects, operator, { params });
    expect(download.get('content-disposition')).toContain('attachment');
    expect(JSON.parse(items[1]!.record)).toMatchObject({ id: 'nameless' });
  });

  it('a record that turns bad does not take its ad away', async () => {
    server.answers['/ads'] = ads(4);
    const feed = await addFeed(service, jobs('/ads'));
    await endedRun(service, feed.id);
    server.answers['/ads'] = ads(4).map((ad, at) => (at === 0 ? { ...ad, headline: '' } : ad));
    expect((await readAgain(service, feed.id)).counts).toMatchObject({ rejected: 1, removed: 0 });
    expect(await statuses(service)).toEqual({ published: 4 });
  });

  describe('faults of the other side harm nothing', () => {
    const json = JSON.stringify(ads(5));
    const large = JSON.stringify(ads(150, { padding: 'x'.repeat(20_000) }));
    const bomb = gzipSync(`[${' '.repeat(5_000_000)}]`);
    const faults: [string, FeedServer['answers'][string], RegExp][] = [
      ['answers with an error', (_request, response) => void response.writeHead(500).end(), /answered 500/],
      ['sends garbage', '<html><body>Underhåll</body></html>', /HTML or XML/],
      ['breaks off in the middle', (_request, response) => void response.end(json.slice(0, -200)), /ends/],
      [
        'hangs up',
        (_request, response) => {
          response.writeHead(200, { 'content-length': String(json.length) });
          response.write(json.slice(0, 300), () => response.destroy());
        },
        /breaks off|read further|ends/,
      ],
      ['says nothing', () => undefined, /said nothing|too long/],
      [
        'never ends',
        (_request, response) => {
          response.write('[');
          const timer = setInterval(() => response.write(`${JSON.stringify(inventedAd('endless'))},\n`), 50);
          response.once('close', () => clearInterval(timer));
        },
        /longer than 6 s/,
      ],
      ['is too large', (_request, response) => void response.end(large), /larger than 1 MB/],
      ['is a bomb', (_request, response) => void response.end(bomb), /larger than 1 MB/],
      [
        'redirects inside',
        (_request, response) =>
          void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
        /no address of the public internet/,
      ],
      [
        'redirects to loopback',
        (_request, response) => void response.writeHead(302, { location: 'http://localhost:1/' }).end(),
        /no address of the public internet/,
      ],
      [
        'redirects for ever',
        (_request, response) => void response.writeHead(302, { location: '/ads' }).end(),
        /more than 5 times/,
      ],
      [
        'redirects to another scheme',
        (_request, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
        /file: is not read/,
      ],
    ];

    it.each(faults)(
      '%s',
      async (_name, answer, reason) => {
        server.answers['/ads'] = ads(5);
        const feed = await addFeed(service, jobs('/ads'));
        await endedRun(service, feed.id);
        server.answers['/ads'] = answer!;
        const run = await readAgain(service, feed.id);
        expect(run.status).toBe('failed');
        expect(run.reason).toMatch(reason);
        expect(run.counts.removed).toBe(0);
        // It is tried again by itself, and recovers.
        server.answers['/ads'] = ads(5);
        await until(async () => (await feedOf(service, feed.id)).health === 'ok');
        expect((await statuses(service))['published']).toBeGreaterThanOrEqual(5);
        expect((await statuses(service))['closed'] ?? 0).toBeLessThanOrEqual(1);
      },
      60_000,
    );
  });

  it('addresses inside are not read, whatever they are called', async () => {
    for (const address of [
      'http://127.0.0.1:1/',
      'http://[::1]/',
      'http://10.0.0.1/',
      'http://[::ffff:169.254.169.254]/',
      'http://localhost/',
      'http://0x7f000001/',
      'http://[64:ff9b::a00:1]/',
    ]) {
      const feed = await addFeed(service, { name: `inside ${address}`.slice(0, 50), kind: 'jobsearch', address });
      expect(await endedRun(service, feed.id)).toMatchObject({
        status: 'failed',
        reason: expect.stringContaining('no address of the public internet') as string,
      });
      await service.get(feedApi.removeFeed, operator, { params: { feedId: feed.id } });
    }
    const named = await service.ask(feedApi.createFeed, operator, {
      body: { name: 'x', kind: 'jobsearch', address: 'file:../secret' },
    });
    expect(named.status).toBe(400);
  }, 60_000);

  it('a stream is read whole at first and then by its changes, from where it was read to', async () => {
    server.answers['/snapshot'] = ads(6);
    server.answers['/stream'] = [removalOf('job-1'), { ...ads(1)[0]!, headline: 'Nytt namn' }];
    const feed = await addFeed(service, { name: 'stream', kind: 'jobstream', address: server.url('/') });
    await endedRun(service, feed.id);
    expect((await readAgain(service, feed.id)).counts).toMatchObject({ read: 2, updated: 1, removed: 1 });
    expect(server.asked.filter((url) => url.startsWith('/s'))).toEqual([
      '/snapshot',
      expect.stringMatching(/^\/stream\?date=\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\d$/),
    ]);
    expect(await statuses(service)).toEqual({ closed: 1, published: 5 });
    // The brake holds for a stream too.
    server.answers['/stream'] = [0, 2, 3].map((at) => removalOf(`job-${at}`));
    expect(await readAgain(service, feed.id)).toMatchObject({ status: 'held', counts: { removed: 0, held: 3 } });
    expect(await statuses(service)).toEqual({ closed: 1, published: 5 });
  });

  it('one job of two sources is one vacancy, which leaves with the last of them; a merge is explained and undone', async () => {
    const text = {
      text: 'Du svetsar rör i verkstaden. Vi ger dig utbildning och ett gott lag att arbeta i. Skift förekommer, och B-körkort är ett krav.',
    };
    const job = (id: string, changes: Record<string, unknown> = {}): Record<string, unknown> =>
      inventedAd(id, { headline: 'Rörsvetsare', description: text, ...changes });
    server.answers['/one'] = [
      job('1', { webpage_url: 'https://one.example.com/1' }),
      job('2', { headline: 'Annat jobb', webpage_url: 'https://jobb.example.com/annons/2?utm_source=one' }),
      job('3', { headline: 'Tredje jobbet', webpage_url: 'https://one.example.com/3' }),
      job('4', { workplace_address: { municipality_code: '2584' }, webpage_url: 'https://one.example.com/4' }),
    ];
    server.answers['/two'] = [
      // The same by headline, place and nearly all of its text.
      job('a', {
        headline: 'RÖRSVETSARE!',
        description: { text: `${text.text} Välkommen.` },
        webpage_url: 'https://two.example.com/a',
      }),
      job('b', {
        headline: 'Annat namn',
        description: { text: 'Kort.' },
        webpage_url: 'http://www.jobb.example.com/annons/2/',
      }),
      job('3', { headline: 'Helt annat', description: { text: 'Kort.' }, webpage_url: 'https://two.example.com/3' }),
      // Another employer's, alike to the letter.
      job('c', {
        employer: { name: 'Andra AB', organization_number: '5560000009' },
        webpage_url: 'https://two.example.com/c',
      }),
      // The same headline, another text.
      job('d', {
        description: {
          text: 'Något som inte alls liknar det andra: kontorsarbete med fakturor, telefon och resor i hela landet varje vecka.',
        },
        webpage_url: 'https://two.example.com/d',
      }),
    ];
    const one = await addFeed(service, { name: 'one', kind: 'jobsearch', address: server.url('/one') });
    expect((await endedRun(service, one.id)).counts.created).toBe(4);
    const two = await addFeed(service, { name: 'two', kind: 'jobsearch', address: server.url('/two') });
    expect((await endedRun(service, two.id)).counts).toMatchObject({ created: 2, merged: 3 });
    expect(await statuses(service)).toEqual({ published: 6 });

    const merged = await service.database.query<{ external_id: string; vacancy_id: string; matched_by: string }[]>(
      `SELECT external_id, vacancy_id, matched_by FROM ad_sources WHERE source = 'two' AND matched_by <> 'first' ORDER BY external_id`,
    );
    expect(merged.map((row) => [row.external_id, row.matched_by])).toEqual([
      ['3', 'reference'],
      ['a', 'similarity'],
      ['b', 'address'],
    ]);
    const vacancyId = merged[1]!.vacancy_id;
    const sources = await service.get<{ items: object[] }>(feedApi.listVacancySources, operator, {
      params: { vacancyId },
    });
    expect(sources.items).toMatchObject([
      { source: 'one', externalId: '1', leads: true, matchedBy: 'first', active: true },
      { source: 'two', externalId: 'a', leads: false, matchedBy: 'similarity', active: true },
    ]);

    // The first source takes it away: it stays, and shows the words of the other.
    const [, ...rest] = server.answers['/one'] as object[];
    server.answers['/one'] = rest;
    expect((await readAgain(service, one.id)).counts.removed).toBe(0);
    const stays = await service.get<VacancyView>(vacancyApi.getVacancy, operator, { params: { vacancyId } });
    expect(stays).toMatchObject({ status: 'published', source: { name: 'two', externalId: 'a' } });
    expect(stays.text).toContain('Välkommen.');
    // The last takes it away: it closes.
    server.answers['/two'] = (server.answers['/two'] as object[]).slice(1);
    expect((await readAgain(service, two.id)).counts.removed).toBe(1);
    expect((await service.get<VacancyView>(vacancyApi.getVacancy, operator, { params: { vacancyId } })).status).toBe(
      'closed',
    );

    // Undone by hand: a vacancy of its own, that stays one.
    const separate = await service.get<{ vacancyId: string }>(feedApi.separateSource, operator, {
      params: { vacancyId: merged[2]!.vacancy_id },
      body: { source: 'two', externalId: 'b' },
    });
    expect(separate.vacancyId).not.toBe(merged[2]!.vacancy_id);
    const apart = await service.get<VacancyView>(vacancyApi.getVacancy, operator, { params: separate });
    expect(apart).toMatchObject({ status: 'published', headline: 'Annat namn' });
    await readAgain(service, two.id);
    expect(await statuses(service)).toEqual({ closed: 1, published: 6 });
  });

  it('a feed that is removed takes its ads with it, but for those that another source has', async () => {
    server.answers['/one'] = ads(2);
    server.answers['/two'] = ads(1);
    const one = await addFeed(service, { name: 'one', kind: 'jobsearch', address: server.url('/one') });
    await endedRun(service, one.id);
    const two = await addFeed(service, { name: 'two', kind: 'jobsearch', address: server.url('/two') });
    expect((await endedRun(service, two.id)).counts.merged).toBe(1);
    await service.get(feedApi.removeFeed, operator, { params: { feedId: one.id } });
    expect(await statuses(service)).toEqual({ closed: 1, published: 1 });
  });

  it('are for operators, with a name each, a place that exists, and a mapping where they are CSV', async () => {
    server.answers['/ads'] = ads(1);
    const ask = (body: object, who = operator): Promise<{ status: number }> =>
      service.ask(feedApi.createFeed, who, { body });
    expect((await ask(jobs('/ads'), employer('somebody'))).status).toBe(403);
    expect((await ask({ ...jobs('/ads'), kind: 'csv' })).status).toBe(400);
    expect((await ask({ ...jobs('/ads'), defaults: { municipality: '9999' } })).status).toBe(400);
    expect((await ask({ ...jobs('/ads'), address: 'ftp://example.com/x' })).status).toBe(400);
    const feed = await addFeed(service, jobs('/ads'));
    expect((await ask(jobs('/other'))).status).toBe(409);
    await endedRun(service, feed.id);
    const changed = await service.get<FeedView>(feedApi.changeFeed, operator, {
      params: { feedId: feed.id },
      body: { enabled: false, everyMinutes: 15 },
    });
    expect(changed).toMatchObject({ health: 'off', everyMinutes: 15, name: 'jobs' });
    expect((await service.ask(feedApi.runFeed, operator, { params: { feedId: feed.id } })).status).toBe(409);
    const runs = await service.get<{ total: number; items: FeedRunView[] }>(feedApi.listFeedRuns, operator, {
      params: { feedId: feed.id },
    });
    expect(runs.total).toBe(1);
  });
});

import { jest } from '@jest/globals';
import { deadLetterApi, vacancyApi, type VacancySearchAnswer } from '#contracts';
import { openVacancyIndex } from '#search';
import { describeWhere, testDatabase, until } from '#testing';
import { randomBytes } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { ReconcileSearchService } from '../src/search/reconcile-search.service.js';
import { importAds, inventedAd } from './ads.js';
import { anonymous, matching, rebuiltSearch, startVacancyService, type RunningService } from './service.js';

jest.setTimeout(120_000);

/** A line to a server, which can be cut and mended. */
class Line {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(target: string): Promise<Line> {
    const url = new URL(target);
    const far = { host: url.hostname, port: Number(url.port) };
    const server = createServer((near) => line.pass(near, connect(far)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url.port = String((server.address() as AddressInfo).port);
    const line: Line = new Line(server, url.href);
    return line;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async end(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(near: Socket, far: Socket): void {
    if (this.isCut) {
      near.destroy();
      far.destroy();
      return;
    }
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}

/** A search engine with room for one index. */
interface Room {
  readonly address: string;
  /** Takes the index away behind the service's back. */
  lose(): Promise<void>;
  dispose(): Promise<void>;
}

const { TEST_DATABASE_URL = '', MEILI_URL = '', MEILI_MASTER_KEY = '' } = process.env;
const engines = [
  { name: 'PostgreSQL', isThere: TEST_DATABASE_URL !== '', key: {} as Record<string, string>, open: openPostgres },
  { name: 'Meilisearch', isThere: MEILI_URL !== '', key: { SEARCH_KEY: MEILI_MASTER_KEY }, open: openMeilisearch },
];

async function openPostgres(index: string): Promise<Room> {
  const database = await testDatabase('search_faults');
  return {
    address: database.url,
    async lose() {
      const client = new pg.Client(database.url);
      await client.connect();
      await client.query(`DROP TABLE search.${index}_documents`);
      await client.end();
    },
    dispose: () => database.drop(),
  };
}

async function openMeilisearch(name: string): Promise<Room> {
  const headers = { authorization: `Bearer ${MEILI_MASTER_KEY}` };
  const index = openVacancyIndex(MEILI_URL, { key: MEILI_MASTER_KEY, name });
  const lose = async (): Promise<void> => {
    for (const uid of [name, `${name}_removed`])
      await fetch(new URL(`/indexes/${uid}`, MEILI_URL), { method: 'DELETE', headers });
    await until(async () => (await index.check()).problem === 'the index is not prepared');
  };
  return { address: MEILI_URL, lose, dispose: lose };
}

describe.each(engines)('faults of search on $name', ({ name, isThere, key, open }) => {
  describeWhere(isThere, `the address of ${name} is not set`)('it', () => {
    const indexName = `faults_${randomBytes(5).toString('hex')}`;
    let room: Room;
    let line: Line;
    let service: RunningService;

    beforeAll(async () => {
      room = await open(indexName);
      line = await Line.to(room.address);
      service = await startVacancyService('all', { SEARCH_URL: line.url, SEARCH_INDEX: indexName, ...key });
      await importAds(
        service,
        ['f1', 'f2', 'f3'].map((id) => inventedAd(id, { headline: `Bergsprängare ${id}` })),
      );
      await service.drain();
    });
    afterAll(async () => {
      await service?.stop();
      await line?.end();
      await room?.dispose();
    });

    const search = (query: object = { q: 'bergsprängare' }): Promise<VacancySearchAnswer> =>
      service.get<VacancySearchAnswer>(vacancyApi.searchVacancies, anonymous, { query });
    const whole = (total: number) =>
      until(async () => {
        const answer = await search();
        return !answer.degraded && answer.total === total ? answer : null;
      });

    it('answers from the database while the engine is cut off, loses nothing, and comes back by itself', async () => {
      await whole(3);
      line.cut();
      expect(await search()).toMatchObject({ total: 3, degraded: true, items: [{}, {}, {}] });
      await importAds(service, [inventedAd('f4', { headline: 'Bergsprängare f4' })]);
      await service.drain();
      expect(await search()).toMatchObject({ total: 4, degraded: true });
      expect(await service.get(deadLetterApi.vacancy.list, matching)).toEqual({ items: [] });
      line.mend();
      const back = await whole(4);
      expect(back.items[0]!.highlights).not.toEqual([]);
    });

    it('builds an index that was lost anew from the database', async () => {
      await room.lose();
      const meanwhile = [await search()];
      expect(meanwhile[0]).toMatchObject({ degraded: true });
      await until(async () => {
        await service.app.get(ReconcileSearchService).reconcile();
        return meanwhile.push(await search()) > 0 && !meanwhile.at(-1)!.degraded;
      });
      expect(meanwhile.filter(({ total }) => total !== 4)).toEqual([]);
    });

    it('fails no search while it is built anew by command', async () => {
      let searching = true;
      const answers: VacancySearchAnswer[] = [];
      const searches = Array.from({ length: 3 }, async () => {
        while (searching) answers.push(await search());
      });
      for (let round = 0; round < 2; round++)
        expect(await rebuiltSearch(service)).toMatchObject({ state: 'done', done: 4, refused: 0 });
      searching = false;
      await Promise.all(searches);
      expect(answers.length).toBeGreaterThan(3);
      expect(answers.filter(({ total, degraded }) => degraded || total !== 4)).toEqual([]);
    });

    it('tells that the command failed where the engine is away, and does it when it is back', async () => {
      line.cut();
      expect(await rebuiltSearch(service)).toMatchObject({ state: 'failed', problem: expect.stringMatching(/\w/) });
      line.mend();
      await until(async () => (await rebuiltSearch(service)).state === 'done');
      expect(await search()).toMatchObject({ total: 4, degraded: false });
    });

    it('sets a vacancy aside that cannot be indexed; its neighbours go in', async () => {
      await service.database.query(
        `UPDATE vacancies SET revision = revision + 1, headline = headline || ' omskriven',
           employment_type_id = CASE external_id WHEN 'f1' THEN 'no code at all' ELSE employment_type_id END
         WHERE external_id IN ('f1', 'f2')`,
      );
      const reconciler = service.app.get(ReconcileSearchService);
      // The service compares by itself, too, after the engine was away: whichever of them comes first.
      const rewritten = await until(async () => {
        await reconciler.reconcile();
        const { items } = await search({ q: 'bergsprängare omskriven' });
        return items.length > 0 ? items : null;
      });
      expect(rewritten.map(({ headline }) => headline)).toEqual(['Bergsprängare f2 omskriven']);
      await until(async () => (await reconciler.reconcile()) === 0);
    });
  });
});

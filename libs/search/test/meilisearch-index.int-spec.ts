import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { openVacancyIndex, SearchUnavailable } from '#search';
import { describeWhere } from '#testing';
import { vacancy } from './corpus.js';
import { type Engine, openMeilisearch } from './engines.js';
import { ask } from './oracle.js';

const { MEILI_URL = '', MEILI_MASTER_KEY = '' } = process.env;

describeWhere(MEILI_URL !== '', 'MEILI_URL is not set')('MeilisearchIndex', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openMeilisearch(MEILI_URL, MEILI_MASTER_KEY);
  });

  afterAll(async () => {
    await engine?.dispose();
  });

  /** Runs against a server that says what the listener says. */
  const against = async (listener: RequestListener, work: (url: string) => Promise<void>) => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };

  it('says that it is unavailable when the key is wrong, without repeating it', async () => {
    const index = openVacancyIndex(MEILI_URL, { key: 'wrong-secret' });
    const error: unknown = await index.search(ask()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SearchUnavailable);
    expect(JSON.stringify([error, String((error as Error).cause), await index.check()])).not.toContain('wrong-secret');
  });

  it('sees settings that somebody changed, and is built anew with the right ones', async () => {
    const index = engine.vacancies({ name: 'settings' });
    await index.prepare();
    await index.upsert([vacancy('a', { headline: 'Svetsare' })]);
    const list = await fetch(`${MEILI_URL}/indexes?limit=1000`, {
      headers: { authorization: `Bearer ${MEILI_MASTER_KEY}` },
    });
    const { results } = (await list.json()) as { results: { uid: string }[] };
    const uid = results.find((one) => one.uid.endsWith('_settings'))?.uid ?? '';
    await fetch(`${MEILI_URL}/indexes/${uid}/settings/searchable-attributes`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${MEILI_MASTER_KEY}`, 'content-type': 'application/json' },
      body: '["employerName"]',
    });
    // The next write goes through the same queue, so that the change is done when it is.
    await index.upsert([vacancy('b')]);
    expect(await index.check()).toEqual({ ok: false, problem: 'the index has old settings' });
    expect(await index.prepare()).toEqual({ needsRebuild: true });
    await expect(index.search(ask({ text: 'svetsare' }))).rejects.toBeInstanceOf(SearchUnavailable);
    await index.rebuild(
      (async function* () {
        yield [vacancy('a', { headline: 'Svetsare' })];
      })(),
    );
    expect(await index.check()).toEqual({ ok: true });
    expect(await index.prepare()).toEqual({ needsRebuild: false });
    expect((await index.search(ask({ text: 'svetsare' }))).hits.map(({ id }) => id)).toEqual(['a']);
  });

  it.each([
    ['an error of the server', 503, '{"message":"down"}'],
    ['a page of something in front of it', 200, '<html>Bad gateway</html>'],
    ['too many requests', 429, '{}'],
  ])('takes %s for unavailable', async (_, status, body) => {
    await against(
      (_request, response) => response.writeHead(status).end(body),
      async (url) => {
        await expect(openVacancyIndex(url).search(ask())).rejects.toBeInstanceOf(SearchUnavailable);
      },
    );
  });

  it('gives up a search that takes too long', async () => {
    await against(
      () => undefined,
      async (url) => {
        const index = openVacancyIndex(url, { timeout: 100 });
        await expect(index.search(ask())).rejects.toBeInstanceOf(SearchUnavailable);
        expect(await index.check()).toMatchObject({ ok: false });
      },
    );
  });

  it('names the document that the server fails at, and stores its neighbours', async () => {
    const stored: string[] = [];
    const tasks: object[] = [];
    // A server that takes every task and fails at those that hold one certain document.
    const listener: RequestListener = (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const path = request.url ?? '';
        const say = (answer: object) => response.writeHead(200).end(JSON.stringify(answer));
        if (path.startsWith('/tasks/')) return say(tasks[Number(path.split('/').at(-1))] ?? {});
        if (path.endsWith('/fetch')) return say({ results: [] });
        const failed = body.includes('"poison"');
        if (!failed) stored.push(...(JSON.parse(body) as { id: string }[]).map(({ id }) => id));
        const uid = tasks.length;
        tasks.push({
          uid,
          type: 'documentAdditionOrUpdate',
          status: failed ? 'failed' : 'succeeded',
          error: failed ? { message: 'indigestible' } : null,
        });
        say({ taskUid: uid, indexUid: 'vacancies', status: 'enqueued' });
      });
    };
    await against(listener, async (url) => {
      const documents = ['a', 'b', 'poison', 'c', 'd'].map((id) => vacancy(id));
      await expect(openVacancyIndex(url).upsert(documents)).rejects.toMatchObject({
        name: 'SearchWriteFailed',
        failures: [{ id: 'poison', reason: expect.stringContaining('indigestible') }],
      });
      expect(stored.sort()).toEqual(['a', 'b', 'c', 'd']);
    });
  });
});

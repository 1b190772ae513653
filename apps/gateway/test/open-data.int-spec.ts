import { freePort } from '#testing';
import request, { type Response } from 'supertest';
import { lastOf, reset, startTestGateway, type RunningGateway } from './gateway.js';
import { json } from './stub-service.js';

const answer = {
  total: { value: 1 },
  positions: 1,
  query_time_in_millis: 7,
  result_time_in_millis: 9,
  stats: [],
  freetext_concepts: {},
  hits: [{ id: 'a', headline: 'Påhittat', employer: { name: 'x', url: null } }],
};
const problem = {
  type: '/problems/invalid-input',
  title: 'The input is not valid',
  status: 400,
  errors: [
    { pointer: 'query/limit', detail: 'Invalid argument: 101. argument must be within the range 0 - 100' },
    { pointer: 'query/stats/0', detail: "The value 'x' is not a valid choice for 'stats'." },
  ],
};

describe('the door of the open data', () => {
  let gateway: RunningGateway;
  let open: string;

  beforeAll(async () => {
    const port = await freePort();
    open = `http://127.0.0.1:${port}`;
    gateway = await startTestGateway({
      OPEN_API_PORT: String(port),
      OPEN_API_URL: 'http://data.example.test',
      OPEN_API_RATE_LIMIT: '60',
    });
  }, 60_000);
  afterAll(() => gateway?.stop());
  beforeEach(() => {
    reset(gateway);
    gateway.vacancy.answer = json(answer);
  });

  const get = (path: string, headers: Record<string, string> = {}): request.Test =>
    request(open).get(path).set(headers);

  it('serves at the root, without a key, and ignores the key that is shown', async () => {
    const { status, body } = await get('/search?q=kock&q=&api-key=x', { 'api-key': 'anything' });
    expect([status, body]).toEqual([200, answer]);
    const asked = lastOf(gateway.vacancy);
    expect(asked.url).toBe('/open-data/search?q=kock&q=&api-key=x');
    expect(asked.headers.authorization).toMatch(/^Bearer /);
    expect(asked.headers.cookie).toBeUndefined();
  });

  it('serves the same under a host name of its own at the gateway’s port, and nothing else there', async () => {
    const named = (path: string): request.Test => request(gateway.url).get(path).set('host', 'data.example.test');
    expect((await named('/search')).body).toEqual(answer);
    expect((await named('/sv')).status).toBe(404);
    expect((await request(gateway.url).get('/search')).type).not.toBe('application/json');
  });

  it('takes double slashes for one', async () => {
    for (const [path, behind] of [
      ['//search?limit=1', '/open-data/search?limit=1'],
      ['//ad/abc', '/open-data/ad/abc'],
      ['//complete', '/open-data/complete'],
      ['/ad//abc//logo', '/open-data/ad/abc/logo'],
    ]) {
      expect((await get(path!)).status).toBe(200);
      expect(lastOf(gateway.vacancy).url).toBe(behind);
    }
  });

  it('answers GET, HEAD and OPTIONS alone', async () => {
    const head = await request(open).head('/search');
    expect([head.status, head.text]).toEqual([200, undefined]);
    for (const method of ['post', 'put', 'delete', 'patch'] as const) {
      const refused = await request(open)[method]('/search').send({});
      expect([refused.status, refused.body, refused.get('allow')]).toEqual([
        405,
        { message: 'The method is not allowed for the requested URL.' },
        'GET, HEAD, OPTIONS',
      ]);
    }
  });

  it('is open to pages of any origin, errors too; preflights allow the headers of clients', async () => {
    const preflight = await request(open)
      .options('/search')
      .set({ origin: 'https://elsewhere.example', 'access-control-request-headers': 'api-key,x-fields' });
    expect(preflight.status).toBe(204);
    for (const name of [
      'api-key',
      'x-fields',
      'x-feature-disable-smart-freetext',
      'x-feature-freetext-bool-method',
      'x-feature-enable-false-negative',
    ])
      expect(preflight.get('access-control-allow-headers')).toContain(name);
    gateway.vacancy.answer = json(problem, 400);
    for (const one of [preflight, await get('/search'), await get('/nowhere')])
      expect(one.get('access-control-allow-origin')).toBe('*');
  });

  it('says what is wrong as the clients know it', async () => {
    gateway.vacancy.answer = json(problem, 400);
    const wrong = await get('/search?limit=101');
    expect([wrong.status, wrong.type, wrong.body]).toEqual([
      400,
      'application/json',
      {
        message: 'Input payload validation failed',
        errors: {
          limit: 'Invalid argument: 101. argument must be within the range 0 - 100',
          stats: "The value 'x' is not a valid choice for 'stats'.",
        },
      },
    ]);
    gateway.vacancy.answer = json({ type: '/problems/not-found', title: 'Not found', status: 404 }, 404);
    expect((await get('/ad/1')).body).toEqual({ message: 'Ad not found' });
    gateway.vacancy.answer = json('no problem document', 500);
    expect([(await get('/search')).status, (await get('/search')).body]).toEqual([
      500,
      { message: 'Internal Server Error' },
    ]);
    gateway.vacancy.answer = (_asked, response) => response.destroy();
    const away = await get('/search');
    expect([away.status, away.get('retry-after')]).toEqual([503, '5']);
    expect((await get('/nowhere')).status).toBe(404);
  });

  it('hands the feature headers on', async () => {
    await get('/search?x-feature-freetext-bool-method=or&q=a', {
      'x-feature-disable-smart-freetext': 'true',
      'x-feature-freetext-bool-method': 'and',
    });
    expect(lastOf(gateway.vacancy).url).toBe(
      '/open-data/search?q=a&x-feature-disable-smart-freetext=true&x-feature-freetext-bool-method=and',
    );
  });

  it('masks with X-Fields, also below /ad', async () => {
    const mask = { 'x-fields': 'total{value}, hits{id, employer{name}}' };
    expect((await get('/search', mask)).body).toEqual({
      total: { value: 1 },
      hits: [{ id: 'a', employer: { name: 'x' } }],
    });
    gateway.vacancy.answer = json(answer.hits[0]);
    expect((await get('/ad/a', { 'x-fields': 'employer{name}' })).body).toEqual({ employer: { name: 'x' } });
  });

  it('has an ETag that does not depend on how long it took, and 304 for who has it', async () => {
    const first = await get('/search');
    expect(first.get('cache-control')).toBe('public, max-age=10');
    gateway.vacancy.answer = json({ ...answer, query_time_in_millis: 99 });
    const again = await get('/search', { 'if-none-match': first.get('etag')! });
    expect([again.status, again.text]).toEqual([304, '']);
    gateway.vacancy.answer = json({ ...answer, positions: 2 });
    expect((await get('/search', { 'if-none-match': first.get('etag')! })).status).toBe(200);
  });

  it('passes lists on piece by piece, with their own ETag and form', async () => {
    gateway.vacancy.answer = (asked, response) => {
      if (asked.headers['if-none-match'] === 'W/"1"') return void response.writeHead(304, { etag: 'W/"1"' }).end();
      response.writeHead(200, { 'content-type': 'application/jsonl', etag: 'W/"1"' });
      response.write('{"id":"a"}\n');
      response.end('{"id":"b"}\n');
    };
    const lines = await get('/v2/snapshot', { accept: 'application/jsonl' }).buffer(true).parse(asText);
    expect([lines.status, lines.body, lines.get('etag')]).toEqual([200, '{"id":"a"}\n{"id":"b"}\n', 'W/"1"']);
    expect(lastOf(gateway.vacancy).headers.accept).toBe('application/jsonl');
    expect((await get('/snapshot', { 'if-none-match': 'W/"1"' })).status).toBe(304);
  });

  it('describes itself in OpenAPI of its own', async () => {
    const { body } = (await get('/openapi.json')) as { body: { servers: object; paths: Record<string, object> } };
    expect(body.servers).toEqual([{ url: 'http://data.example.test' }]);
    expect(Object.keys(body.paths).sort()).toEqual([
      '/ad/{id}',
      '/ad/{id}/logo',
      '/complete',
      '/search',
      '/snapshot',
      '/stream',
      '/v2/snapshot',
      '/v2/stream',
    ]);
  });

  it('lets so many requests a minute through from one address, and says how many are left', async () => {
    let last: Response = await get('/search');
    expect(last.get('ratelimit-limit')).toBe('60');
    for (let left = Number(last.get('ratelimit-remaining')); left >= 0; left -= 1) last = await get('/search');
    expect([last.status, last.body]).toEqual([
      429,
      { message: 'Rate limit exceeded: 60 requests a minute from one address' },
    ]);
    expect(Number(last.get('retry-after'))).toBeGreaterThan(0);
    expect(last.get('access-control-allow-origin')).toBe('*');
  });
});

const asText = (answer: Response, done: (error: Error | null, body: string) => void): void => {
  const response = answer as unknown as NodeJS.ReadableStream;
  let body = '';
  response.on('data', (chunk: Buffer) => (body += chunk.toString()));
  response.on('end', () => done(null, body));
};

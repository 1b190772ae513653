import { jest } from '@jest/globals';
import { matchingApi, profileApi, publicOperations, vacancyApi } from '#contracts';
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { until } from '#testing';
import type { Response } from 'supertest';
import { account, lastOf, operatorToken, reset, startTestGateway, Visitor, type RunningGateway } from './gateway.js';
import { json } from './stub-service.js';

jest.setTimeout(60_000);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterEach(() => reset(gateway));
afterAll(() => gateway?.stop());

const visitor = (): Visitor => new Visitor(gateway);
const asJson = { 'content-type': 'application/json' };
const operator = { authorization: `Bearer ${operatorToken}` };
const typeOf = (answer: Response): string => {
  expect(answer.get('content-type')).toMatch(/^application\/problem\+json/);
  return (answer.body as { type: string }).type.replace('/problems/', '');
};

describe('a request', () => {
  it('reaches the owning service as it was sent, with a token of who asks and no cookie', async () => {
    const one = visitor();
    const who = account(['employer']);
    gateway.employerIds = [randomUUID()];
    const { csrfToken } = await one.signIn(who);
    const vacancyId = randomUUID();
    const body = '{ "size":3,\n "rankBy" : "both", "text": "å\\u00e4ö 🙂" }';
    gateway.matching.answer = json({ made: true, more: 'than the contract names' }, 201);
    const answer = await one.ask('post', `/api/vacancies/${vacancyId}/shortlists?x=1&x=2&q=a?b`, {
      headers: { ...asJson, 'x-csrf-token': csrfToken, 'x-request-id': 'request-12345' },
      body,
    });
    expect([answer.status, answer.body]).toEqual([201, { made: true, more: 'than the contract names' }]);
    const asked = lastOf(gateway.matching);
    expect(asked).toMatchObject({ method: 'POST', url: `/vacancies/${vacancyId}/shortlists?x=1&x=2&q=a?b`, body });
    expect(asked.headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': 'request-12345' });
    expect(asked.headers.cookie).toBeUndefined();
    const principal = await gateway.platform.tokens.verify(asked.headers.authorization!.slice(7), 'matching');
    expect(principal).toMatchObject({ roles: ['employer'], employerIds: gateway.employerIds });
    expect(principal.subject).not.toContain(who.id);
    await expect(gateway.platform.tokens.verify(asked.headers.authorization!.slice(7), 'profile')).rejects.toThrow();
  });

  it('is refused before the service hears of it where nobody is signed in, or in another role', async () => {
    const path = `/api/profiles/${randomUUID()}/matches`;
    expect(typeOf(await visitor().get(path))).toBe('not-signed-in');
    const employer = visitor();
    await employer.signIn(account(['employer']));
    expect(typeOf(await employer.get(path))).toBe('not-allowed');
    expect(gateway.matching.asked).toEqual([]);
    const seeker = visitor();
    await seeker.signIn(account());
    expect((await seeker.get(path)).status).toBe(200);
    expect(gateway.matching.asked).toHaveLength(1);
  });

  it('for what only services ask finds no door', async () => {
    for (const path of [
      '/api/internal/dead-letters',
      '/api/internal/profiles/match-views',
      '/internal/profiles/match-views',
    ])
      expect(typeOf(await visitor().get(path, { ...operator, accept: 'application/json' }))).toBe('not-found');
    expect(gateway.profile.asked).toEqual([]);
  });

  it.each(['%2e%2e', '..%2finternal%2fdead-letters', 'not-an-id', '%zz', '%00'])(
    'with the id %s in its path leads nowhere',
    async (id) => {
      const answer = await visitor().get(`/api/vacancies/${id}`, { accept: 'application/json' });
      expect(typeOf(answer)).toBe('not-found');
      expect(gateway.vacancy.asked).toEqual([]);
    },
  );

  it('that the command line sends is an operator’s by its token alone', async () => {
    expect((await visitor().get('/api/matching', operator)).status).toBe(200);
    const { headers } = lastOf(gateway.matching);
    expect(await gateway.platform.tokens.verify(headers.authorization!.slice(7), 'matching')).toEqual({
      subject: 'operator',
      roles: ['operator'],
      employerIds: [],
    });
    for (const authorization of ['Bearer wrong', `Bearer ${operatorToken}x`, `Basic ${operatorToken}`, 'Bearer '])
      expect(typeOf(await visitor().get('/api/matching', { authorization }))).toBe('not-signed-in');
  });

  it('shows the employers that the account acts for now, not those of its sign-in', async () => {
    const one = visitor();
    gateway.employerIds = [randomUUID()];
    await one.signIn(account(['officer']));
    expect((await one.get('/api/session')).body).toMatchObject({ employerIds: gateway.employerIds });
    // Nobody asks for those of a seeker.
    await visitor().signIn(account());
    const asked = gateway.vacancy.asked.filter(({ url }) => url.startsWith('/internal/memberships/'));
    expect(new Set(asked.map(({ url }) => url)).size).toBe(1);
  });
});

describe('a body', () => {
  const path = '/api/match-previews';

  it('of another kind, too large, malformed or none is refused with a problem document', async () => {
    const seeker = visitor();
    const { csrfToken } = await seeker.signIn(account());
    const post = (type: string, body: string) =>
      seeker.ask('post', '/api/profiles', { headers: { 'content-type': type, 'x-csrf-token': csrfToken }, body });
    expect(typeOf(await post('text/plain', '{}'))).toBe('unsupported-media-type');
    expect(typeOf(await post('application/json', JSON.stringify('x'.repeat(1_048_576))))).toBe('body-too-large');
    const none = await seeker.ask('post', '/api/profiles', { headers: { 'x-csrf-token': csrfToken } });
    expect(typeOf(none)).toBe('unsupported-media-type');
    expect(gateway.profile.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    // A preview may be larger: its contract says so.
    const large = await visitor().ask('post', path, {
      headers: { ...asJson, ...operator },
      body: JSON.stringify('x'.repeat(1_500_000)),
    });
    expect(large.status).toBe(200);
    expect(lastOf(gateway.matching).body).toHaveLength(1_500_002);
  });

  it('that the gateway reads itself is refused likewise', async () => {
    const requeue = (type: string, body: string) =>
      visitor().ask('post', '/api/dead-letters/requeue', { headers: { ...operator, 'content-type': type }, body });
    expect(typeOf(await requeue('text/plain', 'all'))).toBe('unsupported-media-type');
    expect(typeOf(await requeue('application/json', '{ "jobIds": '))).toBe('malformed-body');
    expect(typeOf(await requeue('application/json', '{ "jobIds": 7, "more": 1 }'))).toBe('invalid-input');
    expect(typeOf(await requeue('application/json; charset=klingon', '{}'))).toBe('unsupported-media-type');
  });
});

describe('a method', () => {
  it('that is not for the address is refused, with those that are', async () => {
    const answer = await visitor().ask('delete', `/api/profiles/${randomUUID()}/alerts`, { headers: operator });
    expect(typeOf(answer)).toBe('method-not-allowed');
    expect(answer.get('allow')!.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
    const own = await visitor().ask('delete', '/api/session', { headers: operator });
    expect(typeOf(own)).toBe('method-not-allowed');
    expect(own.get('allow')).toBe('GET, HEAD');
  });

  it('HEAD is answered like GET, without the body', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.end('HEAD /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1.1 200/);
    expect(answer.split('\r\n\r\n')[1]).toBe('');
  });
});

describe('a write', () => {
  const write = async (headers: Record<string, string>, signedIn = true): Promise<Response> => {
    const one = visitor();
    const { csrfToken } = signedIn ? await one.signIn(account()) : { csrfToken: 'x' };
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('<token>', csrfToken)]),
    );
    return one.ask('post', '/api/profiles', { headers: { ...asJson, ...filled }, body: {} });
  };

  it('of a session needs its CSRF token', async () => {
    for (const headers of [
      {},
      { 'x-csrf-token': 'wrong' },
      { 'x-csrf-token': '<token>x' },
      { 'x-csrf-token': 'é'.repeat(32) },
    ])
      expect([headers, typeOf(await write(headers as Record<string, string>))]).toEqual([headers, 'not-allowed']);
    expect((await write({ 'x-csrf-token': '<token>' })).status).toBe(200);
  });

  it('is refused when it comes from another site, also with the token', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign)
      expect(typeOf(await write({ ...headers, 'x-csrf-token': '<token>' }))).toBe('not-allowed');
    expect(
      (await write({ origin: gateway.url, 'sec-fetch-site': 'same-origin', 'x-csrf-token': '<token>' })).status,
    ).toBe(200);
  });

  it('of nobody is not let in by a token that is none', async () => {
    expect(typeOf(await write({ 'x-csrf-token': 'x' }, false))).toBe('not-signed-in');
  });

  it('with another session’s token is refused', async () => {
    const other = await visitor().signIn(account());
    expect(typeOf(await write({ 'x-csrf-token': other.csrfToken }))).toBe('not-allowed');
  });
});

describe('an answer', () => {
  it('of a service that is away is 503 with when to try again', async () => {
    gateway.matching.answer = (_asked, response) => void response.socket!.destroy();
    const answer = await visitor().get('/api/matching', operator);
    expect([typeOf(answer), answer.get('retry-after')]).toEqual(['unavailable', '5']);
  });

  it('that breaks off in the middle breaks off here too, and the gateway goes on', async () => {
    gateway.matching.answer = (_asked, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
      response.write('{"half":', () => response.socket!.destroy());
    };
    await expect(visitor().get('/api/matching', operator)).rejects.toThrow();
    gateway.matching.answer = json({});
    expect((await visitor().get('/api/matching', operator)).status).toBe(200);
  });

  it('passes on problems, and neither cookies nor redirects of a service', async () => {
    const problem = { type: '/problems/gone', title: 'No longer here', status: 410 };
    gateway.vacancy.answer = (_asked, response) =>
      void response
        .writeHead(410, { 'Content-Type': 'application/problem+json', 'Set-Cookie': 'a=b', 'Retry-After': '9' })
        .end(JSON.stringify(problem));
    const answer = await visitor().get(`/api/vacancies/${randomUUID()}`);
    expect([answer.status, typeOf(answer), answer.get('retry-after')]).toEqual([410, 'gone', '9']);
    expect(answer.get('set-cookie')).toBeUndefined();
    gateway.vacancy.answer = (_asked, response) =>
      void response.writeHead(302, { Location: gateway.profile.url }).end();
    await visitor().get(`/api/vacancies/${randomUUID()}`);
    expect(gateway.profile.asked).toEqual([]);
  });

  it('may lie in shared caches only when it was for nobody in particular', async () => {
    const path = '/api/vacancies';
    const one = visitor();
    const open = await one.get(path);
    expect(open.get('cache-control')).toBe('public, max-age=5');
    expect(open.get('vary')).toMatch(/Cookie/);
    await one.get('/auth/sign-in');
    const begun = await one.get(path);
    expect(begun.get('cache-control')).toBe('no-store');
    await one.signIn(account());
    expect((await one.get(path)).get('cache-control')).toBe('no-store');
  });

  it('carries the security headers, and says nothing of what made it', async () => {
    for (const path of ['/api/vacancies', '/api/nothing', '/api/openapi.json', '/app', '/sv']) {
      const { headers } = await visitor().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('the application’s address', () => {
  it('is answered, and the gateway stays up', async () => {
    await visitor().get('/app');
    await visitor().get('/app/anything');
    expect((await visitor().get('/health/live')).status).toBe(200);
  });
});

describe('every public operation', () => {
  it('has a door, which asks its own service', async () => {
    const services = { profile: gateway.profile, vacancy: gateway.vacancy, matching: gateway.matching };
    const one = visitor();
    const { csrfToken } = await one.signIn(account(['seeker', 'employer', 'officer', 'planner', 'operator']));
    reset(gateway);
    for (const operation of publicOperations) {
      if (operation.service === 'gateway') continue;
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === 'conceptId' ? 'rallare:x' : randomUUID(),
      );
      const method = operation.method.toLowerCase() as 'get';
      const headers = { 'x-csrf-token': csrfToken };
      const answer = await one.ask(
        method,
        `/api${path}`,
        operation.body ? { headers: { ...headers, ...asJson }, body: {} } : { headers },
      );
      expect([operation.id, answer.status]).toEqual([operation.id, 200]);
      expect(lastOf(services[operation.service])).toMatchObject({
        method: operation.method,
        url: path.replace(':', '%3A'),
      });
    }
  });

  it('with a literal in the place of an id goes to its own', async () => {
    const one = visitor();
    await one.signIn(account());
    expect(profileApi.getMyProfile.path).toBe('/profiles/mine');
    await one.get('/api/profiles/mine');
    expect(lastOf(gateway.profile).url).toBe('/profiles/mine');
    expect([vacancyApi.getVacancy.path, matchingApi.matchingInfo.path]).toEqual([
      '/vacancies/{vacancyId}',
      '/matching',
    ]);
  });
});

describe('a stream', () => {
  const path = `/api/profiles/${randomUUID()}/live`;

  /** Reads what has come so far; resolves with the whole when the stream ends. */
  async function follow(one: Visitor) {
    const cookie = [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${gateway.url}${path}`, { headers: { cookie, 'accept-encoding': 'gzip' } });
    const got = { text: '' };
    const ended = (async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) got.text += chunk;
    })();
    return { response, got, ended };
  }

  it('comes through as it is written, uncompressed, and ends when the person signs out elsewhere', async () => {
    const one = visitor();
    const { csrfToken } = await one.signIn(account());
    const written: ServerResponse[] = [];
    gateway.matching.answer = (_asked, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: ranked\ndata: {"profileRevision":1}\n\n');
      written.push(response);
    };
    const { response, got, ended } = await follow(one);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-encoding')]).toEqual([
      200,
      'text/event-stream',
      null,
    ]);
    await until(() => got.text.includes('"profileRevision":1'));
    written[0]!.write('event: ranked\ndata: {"profileRevision":2}\n\n');
    await until(() => got.text.includes('"profileRevision":2'));
    await one.ask('post', '/auth/sign-out', { headers: { 'x-csrf-token': csrfToken } });
    await ended;
    await until(() => written[0]!.destroyed || written[0]!.closed);
  });

  it('is not opened for who may not, and HEAD does not open it', async () => {
    expect(typeOf(await visitor().get(path))).toBe('not-signed-in');
    const one = visitor();
    await one.signIn(account());
    gateway.matching.answer = json({ type: '/problems/not-found', title: 'x', status: 404 }, 404);
    expect((await one.get(path)).status).toBe(404);
    gateway.matching.answer = (_asked, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    const cookie = [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await fetch(`${gateway.url}${path}`, { method: 'HEAD', headers: { cookie } })).status).toBe(200);
  });
});

describe('how the parts do', () => {
  it('is told to operators, whoever does not answer as out of reach', async () => {
    const depths = { 'matching-projection': { waiting: 3, active: 1, failed: 2 } };
    const parts = {
      queue: { ok: true, oldestUnpublishedSeconds: 0, depths },
      engine: { ok: false, problem: 'it hangs' },
    };
    gateway.matching.answer = json({ ok: false, parts }, 503);
    gateway.vacancy.answer = (_asked, response) => void response.destroy();
    const one = visitor();
    await one.signIn(account(['operator']));
    const { status, body } = await one.get('/api/parts');
    expect([status, body.queues]).toEqual([200, [{ queue: 'matching-projection', waiting: 3, active: 1, failed: 2 }]]);
    expect(body.services).toMatchObject([
      { service: 'gateway', isReachable: true, ok: true },
      { service: 'profile', isReachable: false },
      { service: 'vacancy', isReachable: false, ok: false, parts: [] },
      {
        service: 'matching',
        ok: false,
        parts: [
          { name: 'queue', ok: true, problem: null, figures: { oldestUnpublishedSeconds: 0 } },
          { name: 'engine', ok: false, problem: 'it hangs' },
        ],
      },
    ]);
    const seeker = visitor();
    await seeker.signIn(account());
    expect(typeOf(await seeker.get('/api/parts'))).toBe('not-allowed');
  });
});

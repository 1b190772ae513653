import { jest } from '@jest/globals';
import { accountSubject, demoNamespace } from '#platform';
import pg from 'pg';
import { account, reset, startTestGateway, Visitor, type RunningGateway } from './gateway.js';

jest.setTimeout(60_000);

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterEach(() => reset(gateway));
afterAll(() => gateway?.stop());

const visitor = (): Visitor => new Visitor(gateway);
const sessionCookie = 'rallare';
async function storedSessions(): Promise<string> {
  const client = new pg.Client({ connectionString: gateway.databaseUrl });
  await client.connect();
  try {
    return JSON.stringify((await client.query<{ sess: object }>(`SELECT sess FROM session`)).rows);
  } finally {
    await client.end();
  }
}

describe('signing in', () => {
  it('leads through the provider and back to where one was', async () => {
    const one = visitor();
    const who = account(['seeker', 'service', 'emperor']);
    gateway.provider.account = who;
    const begun = await one.get('/auth/sign-in?returnTo=/sv/lediga-jobb%3Fq%3Dsvetsare');
    expect(begun.status).toBe(303);
    const asked = new URL(begun.get('location')!);
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).toMatch(/^[\w-]{40,}$/);

    const back = await one.follow(asked.pathname + asked.search, '/sv/lediga-jobb');
    expect(back.get('location')).toBe(`${gateway.url}/sv/lediga-jobb?q=svetsare`);
    const session = (await one.get('/api/session')).body as object;
    // What the provider says beyond Rallare's roles counts for nothing, `service` least of all.
    expect(session).toMatchObject({ signedIn: true, name: who.name, roles: ['seeker'], employerIds: [] });
  });

  it('gives a new session id, so that one that was planted gains nothing', async () => {
    const victim = visitor();
    await victim.get('/auth/sign-in');
    const planted = victim.cookies.get(sessionCookie)!;
    await victim.signIn(account());
    expect(victim.cookies.get(sessionCookie)).not.toBe(planted);
    const attacker = visitor();
    attacker.cookies.set(sessionCookie, planted);
    expect((await attacker.get('/api/session')).body).toMatchObject({ signedIn: false });
  });

  it('keeps no token of the provider, and the person’s identifier there only as a pseudonym', async () => {
    const who = account();
    await visitor().signIn(who);
    const stored = await storedSessions();
    expect(stored).toContain(accountSubject(demoNamespace, who.id));
    expect(stored).not.toContain(`"${who.id}"`);
    expect(stored).not.toMatch(/eyJ[\w-]+\./);
  });

  it('needs a session that began it, the state that was given, and is good once', async () => {
    const nobody = await visitor().get('/auth/callback?code=x&state=y', { accept: 'application/json' });
    expect([nobody.status, nobody.body]).toMatchObject([403, { type: '/problems/not-allowed' }]);

    gateway.provider.account = account();
    const one = visitor();
    const begun = new URL((await one.get('/auth/sign-in')).get('location')!);
    const answered = await one.follow(begun.pathname + begun.search, '/auth/callback');
    const callback = new URL(answered.get('location')!);
    const other = new URL(callback);
    other.searchParams.set('state', 'another');
    expect((await one.get(other.pathname + other.search)).status).toBe(403);
    // The attempt is used up, the right answer comes too late.
    expect((await one.get(callback.pathname + callback.search)).status).toBe(403);
    expect((await one.get('/api/session')).body).toMatchObject({ signedIn: false });
  });

  it('that the person breaks off leaves nobody signed in', async () => {
    gateway.provider.account = null;
    const one = visitor();
    const answer = await one.follow('/auth/sign-in');
    expect(answer.status).toBe(403);
    expect((await one.get('/api/session')).body).toMatchObject({ signedIn: false });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/.//evil.example', '/%09/evil.example'])(
    'never leads elsewhere: %s',
    async (returnTo) => {
      gateway.provider.account = account();
      const one = visitor();
      const callback = await one.follow(
        `/auth/sign-in?returnTo=${encodeURIComponent(decodeURIComponent(returnTo))}`,
        '/auth/callback',
      );
      const { pathname, search } = new URL(callback.get('location')!);
      const home = await one.get(pathname + search);
      expect(home.status).toBe(303);
      expect(new URL(home.get('location')!, gateway.url).origin).toBe(gateway.url);
    },
  );
});

describe('signing out', () => {
  it('needs the session’s CSRF token, and ends the session on every replica, and at the provider', async () => {
    const one = visitor();
    const { csrfToken } = await one.signIn(account());
    const copy = visitor();
    copy.cookies.set(sessionCookie, one.cookies.get(sessionCookie)!);
    expect((await one.ask('post', '/auth/sign-out')).status).toBe(403);
    expect(
      (
        await one.ask('post', '/auth/sign-out', {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'csrfToken=wrong',
        })
      ).status,
    ).toBe(403);
    expect((await one.get('/api/session')).body).toMatchObject({ signedIn: true });

    const out = await one.ask('post', '/auth/sign-out', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `csrfToken=${csrfToken}`,
    });
    expect(out.status).toBe(303);
    const location = new URL(out.get('location')!);
    expect(location.pathname).toBe('/oidc/session/end');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      client_id: 'rallare',
      post_logout_redirect_uri: `${gateway.url}/`,
    });
    expect((await one.get(location.pathname + location.search)).status).toBe(200);
    expect(one.cookies.has(sessionCookie)).toBe(false);
    expect((await copy.get('/api/session')).body).toMatchObject({ signedIn: false });
  });
});

describe('the demo provider', () => {
  it('is reached under the gateway’s address, and nothing else is by way of it', async () => {
    const { body } = await visitor().get('/oidc/.well-known/openid-configuration');
    expect(body).toMatchObject({ issuer: `${gateway.url}/oidc`, token_endpoint: `${gateway.url}/oidc/token` });
    const before = gateway.profile.asked.length;
    const { host } = new URL(gateway.profile.url);
    for (const path of [`/oidc//${host}/stolen`, `/oidc/\\${host}/stolen`, `/oidc/..//${host}/stolen`])
      expect((await visitor().get(path)).status).toBeGreaterThanOrEqual(400);
    expect(gateway.profile.asked).toHaveLength(before);
  });
});

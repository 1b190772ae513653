import { jest } from '@jest/globals';
import { Get } from '@nestjs/common';
import { OpenToAll } from '../src/door/open-to-all.js';
import { SessionController } from '../src/door/session.controller.js';
import { account, operatorToken, startTestGateway, Visitor, type RunningGateway } from './gateway.js';

jest.setTimeout(60_000);

const started = new Set<RunningGateway>();
async function start(over: Record<string, string> = {}): Promise<RunningGateway> {
  const gateway = await startTestGateway(over);
  started.add(gateway);
  return gateway;
}
afterEach(async () => {
  await Promise.all([...started].map((gateway) => gateway.stop()));
  started.clear();
});

/** Adds a route to a controller of the gateway for as long as the work takes. */
async function withPlantedRoute(decorators: MethodDecorator[], work: () => Promise<void>): Promise<void> {
  const prototype = SessionController.prototype as unknown as Record<string, unknown>;
  prototype['planted'] = () => ({ planted: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'planted')!;
  for (const decorate of decorators) decorate(prototype, 'planted', descriptor);
  try {
    await work();
  } finally {
    delete prototype['planted'];
  }
}

describe('the gateway’s start', () => {
  it('fails on a route that says of nobody that they may ask', async () => {
    await withPlantedRoute([Get('planted')], async () => {
      await expect(start()).rejects.toThrow('the route SessionController.planted declares no policy');
    });
  });

  it('takes one that says that it is for all', async () => {
    await withPlantedRoute([Get('planted'), OpenToAll()], async () => {
      const gateway = await start();
      expect((await new Visitor(gateway).get('/api/planted')).body).toEqual({ planted: true });
    });
  });

  it('leaves nothing open when it is told to stop', async () => {
    const gateway = await start();
    await new Visitor(gateway).signIn(account());
    await gateway.stop();
    started.delete(gateway);
    await expect(new Visitor(gateway).get('/health/live')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('the rate limit', () => {
  it('refuses what is too much from one address, says when to come again, and does not count the command line', async () => {
    const gateway = await start({ RATE_LIMIT: '3', TRUST_PROXY: '1' });
    const from = (address: string, headers = {}) =>
      new Visitor(gateway).get('/api/vacancies', { 'x-forwarded-for': address, ...headers });
    for (let i = 0; i < 3; i += 1) expect((await from('192.0.2.1')).status).toBe(200);
    const refused = await from('192.0.2.1');
    expect([refused.status, refused.body]).toMatchObject([429, { type: '/problems/too-many-requests' }]);
    expect(Number(refused.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('192.0.2.2')).status).toBe(200);
    // What a client writes before the proxy's own word does not make it another.
    expect((await from('203.0.113.9, 192.0.2.1')).status).toBe(429);
    expect((await from('192.0.2.1', { authorization: `Bearer ${operatorToken}` })).status).toBe(200);
    expect((await from('192.0.2.1', { authorization: 'Bearer guess' })).status).toBe(429);
    expect((await new Visitor(gateway).get('/health/live', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  });
});

describe('behind https', () => {
  it('the cookie is bound to the host, and the form that signs out may lead to the provider', async () => {
    const publicUrl = 'https://jobb.example.se';
    const gateway = await start({ PUBLIC_URL: publicUrl });
    const answer = await new Visitor(gateway).get('/auth/sign-in', { 'x-forwarded-proto': 'https' });
    const [cookie] = answer.get('set-cookie')! as unknown as string[];
    expect(cookie).toMatch(/^__Host-rallare=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
    expect(answer.get('strict-transport-security')).toMatch(/max-age=31536000/);
    expect(answer.get('content-security-policy')).toContain("form-action 'self';");

    const elsewhere = await start({
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: 'https://login.example.org/realms/jobb',
    });
    const policy = (await new Visitor(elsewhere).get('/api/vacancies')).get('content-security-policy');
    expect(policy).toContain("form-action 'self' https://login.example.org;");
  });
});

describe('health', () => {
  it('names the part that does not work', async () => {
    const gateway = await start();
    const ready = await new Visitor(gateway).get('/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { ok: true, parts: { sessions: { ok: true } } }]);
    gateway.platform.readiness.register('planted', async () => ({ ok: false, problem: 'planted' }));
    const failed = await new Visitor(gateway).get('/health/ready');
    expect([failed.status, failed.body]).toMatchObject([
      503,
      { ok: false, parts: { planted: { problem: 'planted' } } },
    ]);
  });
});

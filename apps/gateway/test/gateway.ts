import { profileInternalApi, vacancyInternalApi } from '#contracts';
import { createPlatform, type Platform } from '#platform';
import { freePort, testDatabase } from '#testing';
import type { INestApplication } from '@nestjs/common';
import request, { type Response } from 'supertest';
import { gatewayConfig } from '../src/config.js';
import { serviceUrls, startGateway } from '../src/gateway.js';
import { clientSecret, startProvider, type TestAccount, type TestProvider } from './provider.js';
import { json, stubService, type Asked, type StubService } from './stub-service.js';

export const operatorToken = 'the token of the command line, which is long enough';
const secret = 'a secret of at least thirty-two characters';

export interface RunningGateway {
  readonly app: INestApplication;
  readonly url: string;
  readonly databaseUrl: string;
  readonly platform: Platform;
  readonly provider: TestProvider;
  readonly profile: StubService;
  readonly vacancy: StubService;
  readonly matching: StubService;
  /** Employers that every account acts for. */
  employerIds: string[];
  stop(): Promise<void>;
}

/** The gateway with a session database of its own, between a real provider and services that answer as they are told to. */
export async function startTestGateway(over: Record<string, string> = {}): Promise<RunningGateway> {
  const database = await testDatabase('gateway_test');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startProvider(over['PUBLIC_URL'] ?? url);
  const [profile, vacancy, matching] = await Promise.all([stubService(), stubService(), stubService()]);
  const config = gatewayConfig({
    PORT: String(port),
    DATABASE_URL: database.url,
    PROFILE_URL: profile.url,
    VACANCY_URL: vacancy.url,
    MATCHING_URL: matching.url,
    SERVICE_TOKEN_SECRET: secret,
    SESSION_SECRET: secret,
    OPERATOR_TOKEN: operatorToken,
    OIDC_CLIENT_SECRET: clientSecret,
    DEMO_OIDC_URL: provider.url,
    LOG_LEVEL: 'silent',
    RATE_LIMIT: '0',
    ...over,
  });
  const platform = createPlatform({
    service: 'gateway',
    logLevel: config.LOG_LEVEL,
    serviceTokenSecret: config.SERVICE_TOKEN_SECRET,
    urls: serviceUrls(config),
  });
  const stop = async (): Promise<void> => {
    await Promise.all([provider.stop(), profile.stop(), vacancy.stop(), matching.stop()]);
    await database.drop();
  };
  const app = await startGateway(config, platform).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const gateway: RunningGateway = {
    app,
    url,
    databaseUrl: database.url,
    platform,
    provider,
    profile,
    vacancy,
    matching,
    employerIds: [],
    async stop() {
      await app.close();
      await stop();
    },
  };
  reset(gateway);
  return gateway;
}

const pathBefore = (path: string): string => path.slice(0, path.indexOf('{'));
const noVacancies = { total: 0, items: [], facets: {}, chips: [], relaxations: [], degraded: false };

/** Services answer what the gateway itself asks, and an empty object to the rest. */
export function reset(gateway: RunningGateway): void {
  for (const stub of [gateway.profile, gateway.vacancy, gateway.matching]) stub.asked.length = 0;
  gateway.profile.answer = (asked, response) =>
    json(asked.url.startsWith(pathBefore(profileInternalApi.profileOf.path)) ? { profileId: null } : {})(
      asked,
      response,
    );
  gateway.vacancy.answer = (asked, response) => {
    if (asked.url.startsWith(pathBefore(vacancyInternalApi.memberships.path)))
      return json({ employerIds: gateway.employerIds })(asked, response);
    json(asked.url.startsWith('/vacancies?') ? noVacancies : {})(asked, response);
  };
  gateway.matching.answer = json({});
}

interface Sent {
  readonly headers?: Record<string, string>;
  readonly body?: string | object;
}

/** Somebody with a browser: keeps cookies, follows only when told to. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(private readonly gateway: RunningGateway) {}

  async ask(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    { headers = {}, body }: Sent = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = request(this.gateway.url)
      [method](path)
      .redirects(0)
      .ok(() => true)
      .set({ ...(cookie ? { cookie } : {}), ...headers });
    const answer = await (body === undefined ? asked : asked.send(body as object));
    for (const line of (answer.get('set-cookie') as string[] | undefined) ?? []) {
      const [, name, value, rest] = /^([^=]+)=([^;]*)(.*)$/.exec(line)!;
      if (/expires=Thu, 01 Jan 1970/i.test(rest!)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return answer;
  }

  get(path: string, headers?: Record<string, string>): Promise<Response> {
    return this.ask('get', path, headers ? { headers } : {});
  }

  /** From the gateway to the provider and back; gives the answer that is no redirect, or leads to `until`. */
  async follow(path: string, until?: string): Promise<Response> {
    for (let at = path, steps = 0; steps < 10; steps += 1) {
      const answer = await this.get(at);
      const location = answer.get('location');
      if (!location) return answer;
      const next = new URL(location, this.gateway.url);
      if (next.pathname === until) return answer;
      at = next.pathname + next.search;
    }
    throw new Error('too many redirects');
  }

  /** Signs in, and gives the session as the page's script reads it. */
  async signIn(account: TestAccount): Promise<{ csrfToken: string; roles: string[] }> {
    this.gateway.provider.account = account;
    await this.follow('/auth/sign-in?returnTo=/api/session');
    return (await this.get('/api/session')).body as { csrfToken: string; roles: string[] };
  }
}

let accounts = 0;
export const account = (roles: unknown = ['seeker']): TestAccount => {
  accounts += 1;
  return { id: `account-${accounts}`, name: `Person ${accounts}`, roles };
};

export const lastOf = ({ asked }: StubService): Asked => asked.at(-1)!;

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment, type StandaloneConfig } from '../config.js';
import type { DatabaseName, Secrets } from '../secrets.js';
import type { DemoProviderSettings } from '../demo-provider/demo-provider.js';
import { anyPort, urlOf } from './ports.js';
import type { ProcessDefinition } from './supervised.js';

export interface ServiceInputs {
  readonly config: StandaloneConfig;
  readonly secrets: Secrets & { operatorToken: string };
  readonly databases: Record<DatabaseName, string>;
  readonly port: number;
  readonly publicUrl: string;
  readonly openPort: number;
  readonly openDataUrl: string;
}

const apps = fileURLToPath(new URL('../../../', import.meta.url));
const entry = (app: string): string => join(apps, app, 'src', 'main.js');

const present = (values: Record<string, string | number | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** The environment of each service: the same settings as deployed, by the same names. */
export async function serviceProcesses(
  inputs: ServiceInputs,
): Promise<{ services: ProcessDefinition[]; gateway: ProcessDefinition }> {
  const { config, secrets, databases, port, publicUrl, openPort, openDataUrl } = inputs;
  const [profile, vacancy, matching] = (await Promise.all([anyPort(), anyPort(), anyPort()])).map(
    (one) => `http://127.0.0.1:${one}`,
  ) as [string, string, string];
  const log = (name: string): string => join(config.RALLARE_DATA, 'logs', `${name}.log`);
  const shared = {
    ...inheritedEnvironment(),
    SERVICE_TOKEN_SECRET: secrets.serviceToken,
    LOG_LEVEL: config.LOG_LEVEL,
    PROFILE_URL: profile,
    VACANCY_URL: vacancy,
    MATCHING_URL: matching,
  };
  const queue = {
    QUEUE_URL: config.QUEUE_URL ?? config.REDIS_URL ?? databases.queue,
    QUEUE_PREFIX: config.QUEUE_PREFIX,
  };
  const searchUrl = config.SEARCH_URL ?? config.MEILI_URL;
  const searchKey = config.SEARCH_KEY ?? config.MEILI_MASTER_KEY;
  const service = (
    name: DatabaseName,
    url: string,
    more: Record<string, string | undefined> = {},
  ): ProcessDefinition => ({
    name,
    url,
    entry: entry(name),
    logFile: log(name),
    environment: present({
      ...shared,
      ...queue,
      HOST: '127.0.0.1',
      PORT: new URL(url).port,
      DATABASE_URL: databases[name],
      TAXONOMY: config.TAXONOMY,
      ...more,
    }),
  });
  const provider = config.OIDC_ISSUER ? undefined : await demoProvider(inputs, log('demo-provider'));
  return {
    services: [
      service('profile', profile, { SEARCH_URL: searchUrl ?? databases.profile, SEARCH_KEY: searchKey }),
      service('vacancy', vacancy, {
        PUBLIC_URL: publicUrl,
        FEED_ALLOWED_HOSTS: config.FEED_ALLOWED_HOSTS,
        FEED_FOLDER: config.FEED_FOLDER ?? join(config.RALLARE_DATA, 'feeds'),
        SEARCH_URL: searchUrl ?? databases.vacancy,
        SEARCH_KEY: searchKey,
        EMBEDDINGS_URL: config.EMBEDDINGS_URL,
        EMBEDDINGS_MODEL: config.EMBEDDINGS_MODEL,
        EMBEDDINGS_KEY: config.EMBEDDINGS_KEY,
        EMBEDDINGS_KIND: config.EMBEDDINGS_KIND,
        EMBEDDINGS_FOLDER: config.EMBEDDINGS_FOLDER ?? join(config.RALLARE_DATA, 'vectors'),
      }),
      service('matching', matching, {
        ENGINE_KERNEL: config.ENGINE_KERNEL,
        ENGINE_SNAPSHOTS: join(config.RALLARE_DATA, 'engine'),
      }),
      ...(provider ? [provider] : []),
    ],
    gateway: {
      name: 'gateway',
      url: urlOf(config.HOST, port, '127.0.0.1'),
      entry: entry('gateway'),
      logFile: log('gateway'),
      environment: present({
        ...shared,
        HOST: config.HOST,
        PORT: port,
        PUBLIC_URL: publicUrl,
        OPEN_API_PORT: openPort,
        OPEN_API_URL: openDataUrl,
        DATABASE_URL: databases.gateway,
        SESSION_SECRET: secrets.session,
        OPERATOR_TOKEN: secrets.operatorToken,
        OIDC_ISSUER: config.OIDC_ISSUER,
        OIDC_CLIENT_ID: config.OIDC_CLIENT_ID,
        OIDC_CLIENT_SECRET: config.OIDC_CLIENT_SECRET ?? secrets.oidcClient,
        DEMO_OIDC_URL: provider?.url,
        RATE_LIMIT: config.RATE_LIMIT,
        OPEN_API_RATE_LIMIT: config.RATE_LIMIT,
        TRUST_PROXY: config.TRUST_PROXY,
        TAXONOMY: config.TAXONOMY,
      }),
    },
  };
}

/** The provider of the demo people: a process of its own, so that what it says of itself lands in its own log. */
async function demoProvider(
  { config, secrets, publicUrl }: ServiceInputs,
  logFile: string,
): Promise<ProcessDefinition> {
  const port = await anyPort();
  const message: DemoProviderSettings = {
    issuer: `${publicUrl}/oidc`,
    publicUrl,
    clientId: config.OIDC_CLIENT_ID,
    secrets: {
      oidcClient: config.OIDC_CLIENT_SECRET ?? secrets.oidcClient,
      providerCookies: secrets.providerCookies,
      providerKey: secrets.providerKey,
    },
    port,
  };
  return {
    name: 'demo-provider',
    url: `http://127.0.0.1:${port}`,
    entry: join(apps, 'standalone', 'src', 'demo-provider', 'main.js'),
    environment: inheritedEnvironment(),
    message,
    logFile,
  };
}

import { dirname, join, resolve } from 'node:path';
import { embeddingsSettings, readConfig, setting } from '#platform';
import { z } from 'zod';
import { installationFolder } from './installation.js';

const onOff = z.enum(['0', '1']).transform((value) => value === '1');

const dataFolder = z.string().min(1).optional();

const settings = z.object({
  HOST: setting.host,
  PORT: setting.port('the port to open; the next free one is used when it is taken').default(3000),
  OPEN_API_PORT: setting
    .port('the port of the open data for other programs; the next free one is used when it is taken')
    .default(3100),
  OPEN_API_URL: setting
    .httpUrl('the address of the open data, when a proxy stands before')
    .refine((url) => new URL(url).pathname === '/', 'must have no path')
    .optional(),
  PUBLIC_URL: setting
    .httpUrl('the address that people open, when a proxy stands before')
    .refine((url) => new URL(url).pathname === '/', 'must have no path')
    .optional(),
  RALLARE_DATA: dataFolder.describe('the folder that keeps databases, secrets and logs'),
  DATABASE_URL: setting.databaseUrl
    .describe('a PostgreSQL server to use instead of the embedded one, with a user that may create roles and databases')
    .optional(),
  DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/, 'must be lower-case letters, digits and _')
    .default('rallare')
    .describe('what the names of databases and roles begin with'),
  QUEUE_URL: setting.queueUrl.optional(),
  REDIS_URL: setting.queueUrl.describe('a Redis to use for the queues').optional(),
  QUEUE_PREFIX: setting.queuePrefix,
  SEARCH_URL: setting.searchUrl.optional(),
  MEILI_URL: setting.httpUrl('a Meilisearch to use for search').optional(),
  MEILI_MASTER_KEY: z
    .string()
    .min(16, 'must have at least 16 characters')
    .describe('the master key of Meilisearch')
    .optional(),
  SEARCH_KEY: z.string().min(1).describe('the key of the search engine').optional(),
  OIDC_ISSUER: setting.httpUrl('an OpenID Connect provider to use instead of the demo one').optional(),
  OIDC_CLIENT_ID: z.string().min(1).default('rallare').describe('the client id at the provider'),
  OIDC_CLIENT_SECRET: z.string().min(1).describe('the client secret at the provider').optional(),
  DEMO: onOff.default(true).describe('1 loads the demo region on the first start, 0 does not'),
  RATE_LIMIT: z
    .string()
    .regex(/^\d+$/, 'must be a number')
    .optional()
    .describe('requests a minute from one address; 0 means no limit'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).optional().describe('how many proxies stand before the gateway'),
  TAXONOMY: setting.taxonomy,
  FEED_ALLOWED_HOSTS: z.string().optional().describe('hosts of feeds that may lie inside, separated by commas'),
  FEED_FOLDER: z.string().min(1).optional().describe('the folder whose files feeds may read as file:name'),
  ENGINE_KERNEL: z.enum(['auto', 'plain', 'wasm-simd']).optional().describe('what computes the lists of matches'),
  ...embeddingsSettings,
  LOG_LEVEL: setting.logLevel,
});

/** Every setting of `npm start`. */
export const configSchema = settings.refine(
  ({ OIDC_ISSUER, OIDC_CLIENT_SECRET }) => OIDC_ISSUER === undefined || OIDC_CLIENT_SECRET !== undefined,
  { path: ['OIDC_CLIENT_SECRET'] },
);

type Environment = Readonly<Record<string, string | undefined>>;

/** As read, with the data folder found. */
export type StandaloneConfig = z.infer<typeof configSchema> & { readonly RALLARE_DATA: string };

/** @throws ConfigError naming each variable that is wrong. */
export const readEnvironment = (environment: Environment = process.env): StandaloneConfig =>
  withDataFolder(readConfig(configSchema, environment), environment);

export const cliConfigSchema = z.object({
  RALLARE_URL: setting.httpUrl('the address of the running system').optional(),
  RALLARE_TOKEN: z.string().min(32, 'must have at least 32 characters').describe('the operator’s token').optional(),
  RALLARE_DATA: dataFolder.describe('the data folder of the system that npm start runs'),
  TAXONOMY: setting.taxonomy,
});

/** @throws ConfigError naming each variable that is wrong. */
export const readCliEnvironment = (
  environment: Environment = process.env,
): z.infer<typeof cliConfigSchema> & { readonly RALLARE_DATA: string } =>
  withDataFolder(readConfig(cliConfigSchema, environment), environment);

/** The folder that the person is in: npm runs scripts in the package's own, and tells the person's. */
export function currentFolder(environment: Environment = process.env): string {
  const { INIT_CWD, npm_package_json: manifest } = environment;
  const startedByNpm = INIT_CWD !== undefined && manifest !== undefined && dirname(manifest) === process.cwd();
  return startedByNpm ? INIT_CWD : process.cwd();
}

const withDataFolder = <C extends { readonly RALLARE_DATA?: string | undefined }>(
  config: C,
  environment: Environment,
): C & { readonly RALLARE_DATA: string } => ({
  ...config,
  RALLARE_DATA: config.RALLARE_DATA
    ? resolve(currentFolder(environment), config.RALLARE_DATA)
    : join(installationFolder(), '.rallare'),
});

/** Child processes get the operating system's own settings, and of Rallare's only those that are theirs. */
export function inheritedEnvironment(): Record<string, string> {
  const wanted = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_ENV', 'NODE_EXTRA_CA_CERTS', 'SystemRoot'];
  return Object.fromEntries(wanted.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

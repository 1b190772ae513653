import { readConfig, setting } from '#platform';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: setting.host,
  PORT: setting.port('the port of the public address').default(3000),
  PUBLIC_URL: setting
    .httpUrl('the address that people open, without a path: https://jobb.example.se')
    .refine((url) => new URL(url).pathname === '/', 'must have no path')
    .optional(),
  DATABASE_URL: setting.databaseUrl,
  PROFILE_URL: setting.httpUrl('the address of the profile service'),
  VACANCY_URL: setting.httpUrl('the address of the vacancy service'),
  MATCHING_URL: setting.httpUrl('the address of the matching service'),
  SERVICE_TOKEN_SECRET: setting.secret('the secret that the services share, 32 characters or more'),
  SESSION_SECRET: setting.secret('the secret that signs session cookies, 32 characters or more'),
  OPERATOR_TOKEN: setting
    .secret('what the operator’s command line shows, 32 characters or more; unset means no command line')
    .optional(),
  OIDC_ISSUER: setting
    .httpUrl('the OpenID Connect provider; unset means the demo provider at DEMO_OIDC_URL')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).default('rallare').describe('the client id at the provider'),
  OIDC_CLIENT_SECRET: z.string().min(1).describe('the client secret at the provider'),
  OIDC_ROLES_CLAIM: z.string().min(1).default('roles').describe('the claim that lists a person’s roles'),
  DEMO_OIDC_URL: setting.httpUrl('where the demo provider listens; it is served under the public address').optional(),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(1200)
    .describe('requests a minute from one address; 0 means no limit'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0).describe('how many proxies stand before the gateway'),
  TAXONOMY: setting.taxonomy,
  OPEN_API_PORT: setting.port('the port of the open data for other programs; unset means none').optional(),
  OPEN_API_URL: setting
    .httpUrl('the address of the open data, without a path; its host name is told apart at the gateway’s own port too')
    .refine((url) => new URL(url).pathname === '/', 'must have no path')
    .optional(),
  OPEN_API_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(600)
    .describe('requests of open data a minute from one address; 0 means no limit'),
  LOG_LEVEL: setting.logLevel,
  METRICS_PORT: setting.metricsPort,
});

export type GatewayConfig = z.infer<typeof configSchema> & {
  /** The address that people open. */
  readonly publicUrl: string;
  /** The provider that signs people in. */
  readonly issuer: string;
  /** The address of the open data; null where it is not served. */
  readonly openDataUrl: string | null;
};

/** Path under which the demo provider is served, so that one port is enough. */
export const demoProviderPath = '/oidc';

/** @throws ConfigError naming each variable that is wrong. */
export function gatewayConfig(environment: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const config = readConfig(configSchema, environment);
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  const { OPEN_API_URL, OPEN_API_PORT, OIDC_ISSUER } = config;
  const openDataUrl =
    OPEN_API_URL?.replace(/\/$/, '') ?? (OPEN_API_PORT === undefined ? null : `http://${config.HOST}:${OPEN_API_PORT}`);
  return { ...config, publicUrl, openDataUrl, issuer: OIDC_ISSUER ?? `${publicUrl}${demoProviderPath}` };
}

export const readEnvironment = (): GatewayConfig => gatewayConfig(process.env);

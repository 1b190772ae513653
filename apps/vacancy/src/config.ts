import { embeddingsSettings, readConfig, setting } from '#platform';
import { Inject } from '@nestjs/common';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: setting.host,
  PORT: setting.port('the port to listen on').default(3002),
  DATABASE_URL: setting.databaseUrl,
  QUEUE_URL: setting.queueUrl,
  QUEUE_PREFIX: setting.queuePrefix,
  SEARCH_URL: setting.searchUrl,
  SEARCH_KEY: z.string().min(1).optional().describe("the search engine's key, where it wants one"),
  SEARCH_INDEX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/, 'lower-case letters, digits and _, a letter first')
    .default('vacancies')
    .describe('the name of the index, where several systems share a search engine'),
  SERVICE_TOKEN_SECRET: setting.secret('the secret that the gateway and the services share'),
  ROLE: setting.role,
  LOG_LEVEL: setting.logLevel,
  METRICS_PORT: setting.metricsPort,
  PUBLIC_URL: setting
    .httpUrl('the address that people open, for the links in open data')
    .default('http://127.0.0.1:3000')
    .transform((url) => url.replace(/\/$/, '')),
  FEED_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((hosts) => hosts.split(/[\s,]+/).filter((host) => host !== ''))
    .describe('hosts of feeds that may lie inside, separated by commas: name, or name:port'),
  FEED_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('the folder whose files feeds may read as file:name; unset means none'),
  FEED_LARGEST_MB: z.coerce.number().int().min(1).default(2_000).describe('how large a feed may be, unpacked, in MB'),
  FEED_LONGEST_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(1_200)
    .describe('how long the reading of one address may take'),
  FEED_IDLE_SECONDS: z.coerce.number().int().min(1).default(30).describe('how long a feed may say nothing'),
  FEED_RETRY_SECONDS: z.coerce
    .number()
    .min(0.1)
    .default(60)
    .describe('the pause before a feed that failed is tried again; it doubles'),
  TAXONOMY: setting.taxonomy,
  ...embeddingsSettings,
});
export type VacancyConfig = z.infer<typeof configSchema>;

/** @throws ConfigError naming each variable that is wrong. */
export const readEnvironment = (): VacancyConfig => readConfig(configSchema, process.env);

export const configToken = Symbol('vacancy:config');

/** Injects the service's settings. */
export const InjectConfig = (): ParameterDecorator => Inject(configToken);

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
  SERVICE_TOKEN_SECRET: setting.secret('the secret that the gateway and the services share'),
  ROLE: setting.role,
  LOG_LEVEL: setting.logLevel,
  METRICS_PORT: setting.metricsPort,
  PUBLIC_URL: setting
    .httpUrl('the address that people open, for the links in open data')
    .default('http://127.0.0.1:3000')
    .transform((url) => url.replace(/\/$/, '')),
  TAXONOMY: setting.taxonomy,
  ...embeddingsSettings,
});
export type VacancyConfig = z.infer<typeof configSchema>;

/** @throws ConfigError naming each variable that is wrong. */
export const readEnvironment = (): VacancyConfig => readConfig(configSchema, process.env);

export const configToken = Symbol('vacancy:config');

/** Injects the service's settings. */
export const InjectConfig = (): ParameterDecorator => Inject(configToken);

import { readConfig, setting } from '#platform';
import { Inject } from '@nestjs/common';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: setting.host,
  PORT: setting.port('the port to listen on').default(3001),
  DATABASE_URL: setting.databaseUrl,
  QUEUE_URL: setting.queueUrl,
  QUEUE_PREFIX: setting.queuePrefix,
  SEARCH_URL: setting.searchUrl.optional(),
  SEARCH_KEY: z.string().min(1).optional().describe("the search engine's key, where it wants one"),
  SERVICE_TOKEN_SECRET: setting.secret('the secret that the gateway and the services share'),
  ROLE: setting.role,
  LOG_LEVEL: setting.logLevel,
  METRICS_PORT: setting.metricsPort,
  TAXONOMY: setting.taxonomy,
});
export type ProfileConfig = z.infer<typeof configSchema>;

/** @throws ConfigError naming each variable that is wrong. */
export const readEnvironment = (): ProfileConfig => readConfig(configSchema, process.env);

export const configToken = Symbol('profile:config');

/** Injects the service's settings. */
export const InjectConfig = (): ParameterDecorator => Inject(configToken);

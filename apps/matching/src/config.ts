import { readConfig, setting } from '#platform';
import { Inject } from '@nestjs/common';
import { z } from 'zod';

export const configSchema = z.object({
  HOST: setting.host,
  PORT: setting.port('the port of the matching service').default(3003),
  DATABASE_URL: setting.databaseUrl,
  QUEUE_URL: setting.queueUrl,
  QUEUE_PREFIX: setting.queuePrefix,
  SERVICE_TOKEN_SECRET: setting.secret('the secret that the services share, 32 characters or more'),
  PROFILE_URL: setting.httpUrl('the address of the profile service'),
  VACANCY_URL: setting.httpUrl('the address of the vacancy service'),
  ROLE: setting.role,
  LOG_LEVEL: setting.logLevel,
  METRICS_PORT: setting.metricsPort,
  TAXONOMY: setting.taxonomy,
  ENGINE_KERNEL: z
    .enum(['auto', 'plain', 'wasm-simd'])
    .default('auto')
    .describe('what computes the lists: auto takes the fastest that this machine has'),
  ENGINE_SNAPSHOTS: z
    .string()
    .min(1)
    .optional()
    .describe('a folder of this replica’s own, for starting without reading everything again'),
});
export type MatchingConfig = z.infer<typeof configSchema>;
export type Role = MatchingConfig['ROLE'];

export const roleToken = Symbol('matching:role');

/** Injects what this process does: api, worker or all. */
export const InjectRole = (): ParameterDecorator => Inject(roleToken);

export const configToken = Symbol('matching:config');

export const InjectConfig = (): ParameterDecorator => Inject(configToken);

export const readEnvironment = (): MatchingConfig => readConfig(configSchema, process.env);

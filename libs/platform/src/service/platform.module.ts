import { Inject, type DynamicModule } from '@nestjs/common';
import type { ServiceName } from '#contracts';
import { Readiness } from '../health/readiness.js';
import { createLogger, type Logger } from '../logging/logger.js';
import { ServiceTokens } from '../tokens/service-tokens.js';
import { ServiceClient } from './service-client.js';

const loggerToken = Symbol('rallare:logger');

/** Injects the process's pino logger. */
export const InjectLogger = (): ParameterDecorator => Inject(loggerToken);

/** What every process has one of. */
export interface Platform {
  readonly logger: Logger;
  readonly readiness: Readiness;
  readonly tokens: ServiceTokens;
  readonly client: ServiceClient;
}

export interface PlatformSettings {
  readonly service: ServiceName;
  readonly logLevel: string;
  readonly serviceTokenSecret: string;
  /** Addresses of the services that this one asks. */
  readonly urls?: Partial<Record<ServiceName, string>>;
}

export function createPlatform(settings: PlatformSettings): Platform {
  const tokens = new ServiceTokens(settings.serviceTokenSecret);
  return {
    logger: createLogger(settings.service, settings.logLevel),
    readiness: new Readiness(),
    tokens,
    client: new ServiceClient(settings.urls ?? {}, tokens),
  };
}

class PlatformModule {}

/** Makes the platform's parts injectable everywhere: `ServiceTokens`, `ServiceClient`, `Readiness`, and `@InjectLogger()`. */
export function platformModule(platform: Platform): DynamicModule {
  const providers = [
    { provide: loggerToken, useValue: platform.logger },
    { provide: Readiness, useValue: platform.readiness },
    { provide: ServiceTokens, useValue: platform.tokens },
    { provide: ServiceClient, useValue: platform.client },
  ];
  return { module: PlatformModule, global: true, providers, exports: providers.map((one) => one.provide) };
}

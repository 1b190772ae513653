import 'reflect-metadata';
import { systemApi, type ServiceName } from '#contracts';
import { mountHealth, NestLogger, AnswerInterceptor, requestLog, serveMetrics, type Platform } from '#platform';
import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { urlencoded } from 'express';
import { demoProviderPath, type GatewayConfig } from './config.js';
import { mountApiDocs } from './docs/api-docs.js';
import { assertPolicies } from './door/assert-policies.js';
import { demoProviderDoor } from './door/demo-provider-door.js';
import { GatewayGuard } from './door/open-to-all.js';
import { PublicAddress } from './door/public-address.js';
import { floodLimit, securityHeaders } from './door/security.js';
import { openDoors } from './door/service-door.js';
import { openDataDoor } from './open-data/open-data-door.js';
import { OpenDataServer } from './open-data/open-data-server.js';
import { gatewayModule, type GatewayParts } from './gateway.module.js';
import { pageErrorMiddleware, PageErrorFilter } from './pages/page-errors.js';
import { PageRenderer } from './pages/page-renderer.js';
import { Principals } from './session/principals.js';
import { sameSite } from './session/same-site.js';
import { Sessions } from './session/session.js';
import { mountWebFiles } from './static/web-files.js';

export const serviceUrls = (config: GatewayConfig): Record<Exclude<ServiceName, 'gateway'>, string> => ({
  profile: config.PROFILE_URL,
  vacancy: config.VACANCY_URL,
  matching: config.MATCHING_URL,
});

/** Starts the one public door. */
export async function startGateway(config: GatewayConfig, platform: Platform): Promise<INestApplication> {
  const { logger, readiness, client } = platform;
  const address = new PublicAddress(config.publicUrl);
  const principals = new Principals(client, config.OPERATOR_TOKEN);
  const sessions = new Sessions(config.DATABASE_URL, config.SESSION_SECRET, address, logger);
  readiness.register('sessions', () => sessions.check());

  const openData = openDataOf(config, platform);

  const app = await NestFactory.create<NestExpressApplication>(
    gatewayModule({ config, platform, address, principals, sessions, openData }),
    {
      bodyParser: false,
      logger: new NestLogger(logger),
      abortOnError: false,
    },
  );
  try {
    await serve(app, { config, platform, address, principals, sessions, openData });
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

function openDataOf(config: GatewayConfig, { logger, tokens }: Platform): OpenDataServer | null {
  const { openDataUrl, OPEN_API_URL } = config;
  if (openDataUrl === null) return null;
  const door = openDataDoor({
    url: config.VACANCY_URL,
    tokens,
    logger,
    publicUrl: openDataUrl,
    perMinute: config.OPEN_API_RATE_LIMIT,
    trustProxy: config.TRUST_PROXY,
  });
  const hostName = OPEN_API_URL === undefined ? null : new URL(OPEN_API_URL).hostname;
  // The gateway's own pages stay where both have one name, and the ports tell them apart.
  return new OpenDataServer(door, hostName === new URL(config.publicUrl).hostname ? null : hostName);
}

async function serve(app: NestExpressApplication, parts: GatewayParts): Promise<void> {
  const { config, platform, address, principals, sessions, openData } = parts;
  const { logger, readiness, tokens } = platform;
  let stopping = false;
  const express = app.getHttpAdapter().getInstance();
  express.disable('x-powered-by');
  express.set('trust proxy', config.TRUST_PROXY);
  if (openData) app.use(openData.byHostName);
  app.use(requestLog(logger));
  mountHealth(express, readiness, () => stopping);
  app.use(securityHeaders(address, config.issuer));
  if (config.RATE_LIMIT > 0) app.use(floodLimit(config.RATE_LIMIT, principals));
  if (config.DEMO_OIDC_URL && !config.OIDC_ISSUER) app.use(demoProviderPath, demoProviderDoor(config.DEMO_OIDC_URL));
  app.use(compression());
  mountWebFiles(express);
  app.use(sessions.handler);
  app.use('/auth', urlencoded({ extended: false, limit: '10kb' }));
  app.use(sameSite(address.origin, principals));
  openDoors(express, { urls: serviceUrls(config), tokens, principals, logger });
  mountApiDocs(express);
  const pages = app.get(PageRenderer);
  app.use(pageErrorMiddleware(pages, logger));
  app.useGlobalGuards(new GatewayGuard(principals));
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalFilters(new PageErrorFilter(pages, logger));
  assertPolicies(app.get(DiscoveryService), new MetadataScanner(), Object.values(systemApi));
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => (stopping = true));
  await app.listen(config.PORT, config.HOST);
  if (openData && config.OPEN_API_PORT !== undefined) await openData.listen(config.OPEN_API_PORT, config.HOST);
  if (config.METRICS_PORT !== undefined) (await serveMetrics(config.HOST, config.METRICS_PORT)).unref();
  logger.info({ address: config.publicUrl }, 'ready');
}

import 'reflect-metadata';
import type { Operation, ServiceName } from '#contracts';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { ConfigError } from '../config/read-config.js';
import { mountHealth } from '../health/health.routes.js';
import { AnswerInterceptor } from '../http/answer.interceptor.js';
import { OperationGuard } from '../http/operation.guard.js';
import { problemMiddleware, ProblemFilter } from '../http/problem.filter.js';
import { requestLog } from '../http/request-log.js';
import { NestLogger } from '../logging/logger.js';
import { serveMetrics } from '../metrics/metrics.js';
import { assertOperations } from './assert-operations.js';
import { platformModule, type Platform } from './platform.module.js';

export interface ServiceDefinition {
  readonly name: Exclude<ServiceName, 'gateway'>;
  /** The app's own module; the platform's parts are added. */
  readonly module: DynamicModule;
  /** What the service must serve, exactly: boot fails on a missing handler, and on a route that is none of these. */
  readonly operations: readonly Operation[];
  readonly host: string;
  readonly port: number;
  readonly metricsPort?: number | undefined;
  readonly platform: Platform;
}

class RootModule {}

/** Starts a service: health, request log, guard, problem documents; ready to be told to stop. */
export async function startService(definition: ServiceDefinition): Promise<INestApplication> {
  const { name, module, platform, host, port, metricsPort, operations } = definition;
  const { logger, readiness, tokens } = platform;
  const root: DynamicModule = { module: RootModule, imports: [DiscoveryModule, platformModule(platform), module] };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  let stopping = false;
  const express = app.getHttpAdapter().getInstance();
  express.disable('x-powered-by');
  app.use(requestLog(logger));
  mountHealth(express, readiness, () => stopping);
  app.use(json({ limit: '17mb', strict: true }));
  app.use(problemMiddleware(logger));
  app.useGlobalGuards(new OperationGuard(name, tokens));
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalFilters(new ProblemFilter(logger));
  assertOperations(app.get(DiscoveryService), new MetadataScanner(), operations);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  process.once('SIGTERM', () => (stopping = true));
  process.once('SIGINT', () => (stopping = true));
  await app.listen(port, host);
  if (metricsPort !== undefined) {
    const metrics = await serveMetrics(host, metricsPort);
    metrics.unref();
  }
  logger.info({ address: await app.getUrl() }, 'ready');
  return app;
}

/** The body of a `main.ts`: a broken setting or a failed start is one clear message and exit code 1. */
export async function runMain(start: () => Promise<unknown>): Promise<void> {
  // A process that was started with a channel to its supervisor does not outlive it, not even when that died before this line.
  if (process.disconnect !== undefined && !process.connected) process.exit(0);
  if (process.channel) {
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  try {
    await start();
  } catch (error) {
    process.stderr.write(
      error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  }
}

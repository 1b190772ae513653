import type { NextFunction, Request, Response } from 'express';
import type { Logger } from '../logging/logger.js';
import { currentRequestId, withRequestId } from '../logging/request-context.js';
import { requestSeconds } from '../metrics/metrics.js';

const routeOf = (request: Request): string =>
  String((request.route as { path?: string | RegExp } | undefined)?.path ?? 'none');

/** One line and one measurement a request: the route's pattern, never its address, which can hold what somebody typed. */
export const requestLog =
  (logger: Logger) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const given = request.headers['x-request-id'];
    withRequestId(typeof given === 'string' ? given : null, () => {
      const started = performance.now();
      response.setHeader('X-Request-Id', currentRequestId()!);
      response.once('close', () => {
        const seconds = (performance.now() - started) / 1000;
        const labels = { method: request.method, route: routeOf(request), status: String(response.statusCode) };
        requestSeconds.observe(labels, seconds);
        if (!labels.route.startsWith('/health')) logger.info({ ...labels, ms: Math.round(seconds * 1000) }, 'request');
      });
      next();
    });
  };

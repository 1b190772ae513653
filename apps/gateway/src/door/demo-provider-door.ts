import { DomainError } from '#platform';
import { request as httpRequest } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Serves the demo provider, which listens on an internal port, under the gateway's own address. */
export const demoProviderDoor =
  (target: string): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    const url = new URL(request.originalUrl.replace(/^\/oidc/, '') || '/', target);
    const upstream = httpRequest(
      url,
      { method: request.method, headers: request.headers, timeout: 10_000 },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    upstream.on('timeout', () => upstream.destroy(new Error('no answer')));
    upstream.on('error', () =>
      response.headersSent
        ? response.destroy()
        : next(new DomainError('unavailable', 'The demo provider does not answer')),
    );
    request.pipe(upstream);
  };

import { DomainError } from '#platform';
import { request as httpRequest } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const timeoutMs = 10_000;

/** Serves the demo provider, which listens on an internal port, under the gateway's own address. Mounted below its path. */
export function demoProviderDoor(target: string): RequestHandler {
  const { hostname, port } = new URL(target);
  return (request: Request, response: Response, next: NextFunction) => {
    // Who is asked never comes out of the address: `//host` and `http://host/` stay paths.
    const path = request.url.replace(/^[a-z]+:\/\/[^/]*/i, '');
    const upstream = httpRequest(
      { hostname, port, path, method: request.method, headers: request.headers, timeout: timeoutMs },
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
    response.once('close', () => upstream.destroy());
    request.pipe(upstream);
  };
}

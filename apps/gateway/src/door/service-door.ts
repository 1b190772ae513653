import { publicOperations, type Operation, type ServiceName } from '#contracts';
import { currentRequestId, DomainError, expressPath, operationUrl, type Logger, type ServiceTokens } from '#platform';
import { pipeline } from 'node:stream/promises';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Principals } from '../session/principals.js';
import { askService } from './ask-service.js';
import { endWithSession } from './end-with-session.js';
import { requireRole } from './open-to-all.js';

const mebibyte = 1_048_576;
/** What only operators ask for (imports, rebuilds) takes its time. */
const timeoutOf = ({ who }: Operation): number =>
  who !== 'anyone' && who.every((role) => role === 'operator') ? 120_000 : 30_000;
/** Compression would hold events back. */
const streamed = 'no-store, no-transform';
/** A packed answer is passed on as it is; what is not packed is packed here. */
const passedHeaders = ['content-type', 'content-encoding', 'content-disposition', 'retry-after'] as const;

export interface Door {
  readonly urls: Readonly<Record<Exclude<ServiceName, 'gateway'>, string>>;
  readonly tokens: ServiceTokens;
  readonly principals: Principals;
  readonly logger: Logger;
  /** How long a service may take, in milliseconds. */
  readonly timeoutOf?: (operation: Operation) => number;
}

/** Opens a door for each public operation below `/api`: who asks is told to the owning service by a short-lived token, the service checks whose object it is. */
export function openDoors(app: Express, door: Door): void {
  const paths = new Map<string, Set<string>>();
  for (const operation of sortedForRouting(publicOperations)) {
    const path = `/api${expressPath(operation.path)}`;
    paths.set(path, (paths.get(path) ?? new Set()).add(operation.method));
    const method = operation.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    const limit = operation.maxBody ?? mebibyte;
    if (operation.service === 'gateway') {
      if (operation.body) app[method](path, requireJson, express.json({ limit }));
      continue;
    }
    const readers = operation.body ? [requireJson, express.raw({ type: 'application/json', limit })] : [];
    app[method](path, ...readers, (request: Request, response: Response, next: NextFunction) => {
      pass(operation, door, request, response).catch(next);
    });
  }
  for (const [path, methods] of paths) {
    if (methods.has('GET')) methods.add('HEAD');
    app.all(path, (request: Request, response: Response, next: NextFunction) => {
      // What the gateway answers itself comes after this.
      if (methods.has(request.method)) return next();
      response.setHeader('Allow', [...methods].join(', '));
      next(new DomainError('method-not-allowed'));
    });
  }
}

/** Literal segments before parameters: `/profiles/mine` is not a profile's id. */
function sortedForRouting(operations: readonly Operation[]): Operation[] {
  const key = (path: string): string => path.replace(/\{[A-Za-z]+\}/g, '\uffff');
  return [...operations].sort((a, b) => (key(a.path) < key(b.path) ? -1 : 1));
}

/** Refuses a body of another kind, and none where one is needed. */
function requireJson(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('application/json')) return next();
  next(new DomainError('unsupported-media-type', 'Send application/json'));
}

async function pass(operation: Operation, door: Door, request: Request, response: Response): Promise<void> {
  const principal = await door.principals.of(request);
  requireRole(operation, principal);
  // An id that cannot be one is not put into an address: `..` would lead to another.
  const params = operation.params?.safeParse(request.params);
  if (params && !params.success) throw new DomainError('not-found');
  const service = operation.service as keyof Door['urls'];
  const at = request.originalUrl.indexOf('?');
  const query = at < 0 ? '' : request.originalUrl.slice(at);
  const url = `${operationUrl(door.urls[service], operation, { params: request.params })}${query}`;
  const abort = new AbortController();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error('no answer in time')), (door.timeoutOf ?? timeoutOf)(operation));
  response.once('close', () => {
    clearTimeout(timer);
    abort.abort();
  });
  const answer = await askService({
    service,
    url,
    method: operation.method,
    headers: {
      authorization: `Bearer ${await door.tokens.mint(principal, operation.service)}`,
      'x-request-id': currentRequestId() ?? '',
      'accept-encoding': request.acceptsEncodings('gzip') ? 'gzip' : 'identity',
      ...(operation.body ? { 'content-type': request.get('content-type') } : {}),
    },
    body: operation.body ? (request.body as Buffer) : undefined,
    signal: AbortSignal.any([abort.signal, late.signal]),
  }).catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  if (!answer) return;
  const status = answer.statusCode!;
  const isGood = status >= 200 && status < 300;
  response.status(status);
  for (const name of passedHeaders) {
    const value = answer.headers[name];
    if (value) response.setHeader(name, value);
  }
  // Only what nobody in particular was answered; a cookie that is renewed must not lie in a shared cache.
  const isForAll = operation.who === 'anyone' && principal.subject === 'anonymous' && !request.headers.cookie;
  response.setHeader(
    'Cache-Control',
    isForAll && isGood ? 'public, max-age=5' : operation.isStream ? streamed : 'no-store',
  );
  response.vary('Cookie').vary('Authorization');
  if (operation.isStream && isGood) {
    clearTimeout(timer);
    if (request.method === 'HEAD') return void response.end();
    endWithSession(request, response, abort.signal);
  }
  await pipeline(answer, response).catch(() => door.logger.debug('an answer was not taken to its end'));
}

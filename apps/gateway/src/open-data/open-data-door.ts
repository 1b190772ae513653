import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { openDataApi, type Operation } from '#contracts';
import {
  anonymous,
  currentRequestId,
  DomainError,
  expressPath,
  operationUrl,
  requestLog,
  type Logger,
  type ServiceTokens,
} from '#platform';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { masked, readMask } from './fields-mask.js';
import { openDataDocument } from './open-data-document.js';
import { openDataErrors, passError, sendError } from './open-data-errors.js';

export interface OpenDataDoor {
  /** The vacancy service. */
  readonly url: string;
  readonly tokens: ServiceTokens;
  readonly logger: Logger;
  /** The address that programs use. */
  readonly publicUrl: string;
  /** Requests a minute from one address; 0 is no limit. */
  readonly perMinute: number;
  readonly trustProxy: number;
}

/** Of a list that is written piece by piece: how long until it begins. */
const answerTimeoutMs = 30_000;
const features = [
  'x-feature-disable-smart-freetext',
  'x-feature-freetext-bool-method',
  'x-feature-enable-false-negative',
] as const;
const allowedHeaders = ['api-key', 'x-fields', ...features, 'content-type', 'accept', 'if-none-match'].join(', ');
const exposedHeaders = 'ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy';
const methods = 'GET, HEAD, OPTIONS';
const below = '/open-data';

/**
 * The door for other people's programs: the root of an address of its own, readable from any page, no key, no session, nothing but reading. It speaks as
 * JobTech's servers do; behind it the vacancy service speaks as ours do.
 */
export function openDataDoor(door: OpenDataDoor): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', door.trustProxy);
  app.use(requestLog(door.logger), singleSlashes, crossOrigin);
  app.options('/{*path}', (_request, response) => void response.status(204).end());
  if (door.perMinute > 0) app.use(limited(door.perMinute));
  app.use(compression());
  const document = JSON.stringify(openDataDocument(door.publicUrl));
  app.get(['/openapi.json', '/swagger.json'], (_request, response) => void response.type('json').send(document));
  app.get('/', (_request, response) => response.redirect('/openapi.json'));
  for (const operation of Object.values(openDataApi) as Operation[])
    app.get(expressPath(operation.path.slice(below.length)), (request, response, next) => {
      pass(operation, door, request, response).catch(next);
    });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next(new DomainError('not-found'));
    response.setHeader('Allow', methods);
    next(new DomainError('method-not-allowed'));
  });
  app.use(openDataErrors(door.logger));
  return app;
}

/** A client whose base ends in a slash asks for `//search`. */
function singleSlashes(request: Request, _response: Response, next: NextFunction): void {
  const at = request.url.indexOf('?');
  const path = at < 0 ? request.url : request.url.slice(0, at);
  if (path.includes('//')) request.url = path.replace(/\/{2,}/g, '/') + (at < 0 ? '' : request.url.slice(at));
  next();
}

function crossOrigin(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', methods);
  response.setHeader('Access-Control-Allow-Headers', allowedHeaders);
  response.setHeader('Access-Control-Expose-Headers', exposedHeaders);
  response.setHeader('Access-Control-Max-Age', '86400');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  next();
}

const limited = (perMinute: number) =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    handler: (_request: Request, response: Response) =>
      sendError(response, 429, { message: `Rate limit exceeded: ${perMinute} requests a minute from one address` }),
  });

async function pass(operation: Operation, door: OpenDataDoor, request: Request, response: Response): Promise<void> {
  const params = operation.params?.safeParse(request.params);
  if (params && !params.success) throw new DomainError('not-found');
  const abort = new AbortController();
  response.once('close', () => abort.abort());
  const silence = setTimeout(() => abort.abort(), answerTimeoutMs);
  let answer: globalThis.Response;
  try {
    answer = await fetch(addressOf(operation, door, request), {
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${await door.tokens.mint(anonymous, 'vacancy')}`,
        'x-request-id': currentRequestId() ?? '',
        accept: request.get('accept') ?? '*/*',
        ...(operation.items && request.get('if-none-match') ? { 'if-none-match': request.get('if-none-match')! } : {}),
      },
      signal: abort.signal,
    });
  } catch (error) {
    if (response.closed) return;
    throw new DomainError('unavailable', undefined, { cause: String((error as Error).cause ?? error) });
  } finally {
    clearTimeout(silence);
  }
  if (answer.status === 304)
    return void response
      .status(304)
      .setHeader('ETag', answer.headers.get('etag') ?? '')
      .end();
  if (!answer.ok) return passError(answer, response);
  if (operation.answer) return sendJson(await answer.json(), request, response);
  return sendPieces(answer, operation, request, response, door.logger);
}

/** Headers that change an answer are handed on as parameters of the same names. */
function addressOf(operation: Operation, door: OpenDataDoor, request: Request): string {
  const at = request.originalUrl.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at + 1));
  for (const name of features) {
    query.delete(name);
    const value = request.get(name);
    if (value !== undefined) query.set(name, value);
  }
  const search = query.toString();
  return `${operationUrl(door.url, operation, { params: request.params })}${search === '' ? '' : `?${search}`}`;
}

const times = new Set(['query_time_in_millis', 'result_time_in_millis', 'time_in_millis']);

function sendJson(body: unknown, request: Request, response: Response): void {
  const wanted = masked(body, readMask(request.get('x-fields')));
  // How long it took is no part of what was found.
  const same = JSON.stringify(wanted, (key, value: unknown) => (times.has(key) ? 0 : value));
  response.setHeader('ETag', `W/"${createHash('sha256').update(same).digest('base64url').slice(0, 27)}"`);
  response.setHeader('Cache-Control', 'public, max-age=10');
  response.vary(`X-Fields, Accept, ${features.join(', ')}`);
  if (request.fresh) return void response.status(304).end();
  response.json(wanted);
}

async function sendPieces(
  answer: globalThis.Response,
  operation: Operation,
  request: Request,
  response: Response,
  logger: Logger,
): Promise<void> {
  for (const name of ['content-type', 'etag']) {
    const value = answer.headers.get(name);
    if (value) response.setHeader(name, value);
  }
  response.setHeader('Cache-Control', operation.items ? 'no-cache' : 'public, max-age=3600');
  response.vary('Accept');
  if (request.method === 'HEAD' || !answer.body) {
    await answer.body?.cancel();
    return void response.end();
  }
  await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response).catch(() =>
    logger.debug('a list was not taken to its end'),
  );
}

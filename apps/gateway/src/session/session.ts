import type { Role } from '#contracts';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';

/** Somebody who signed in, as the session keeps it. */
export interface SignedIn {
  readonly subject: string;
  readonly name: string | null;
  readonly roles: Role[];
  /** For signing out at the provider too. */
  readonly idToken: string | null;
}

/** A sign-in under way. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

declare module 'express-session' {
  interface SessionData {
    signedIn: SignedIn;
    pendingSignIn: PendingSignIn;
    csrfToken: string;
  }
}

const eightHours = 8 * 60 * 60 * 1000;

/** Sessions in PostgreSQL, so that signing out is effective on every replica at once; `__Host-` cookie except on plain http. */
export function sessions(pool: Pool, secret: string, secure: boolean): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    name: secure ? '__Host-rallare' : 'rallare',
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    store: new Store({ pool, tableName: 'session', createTableIfMissing: true, pruneSessionInterval: 15 * 60 }),
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: eightHours },
  });
}

export function csrfToken(request: Request): string {
  request.session.csrfToken ??= randomBytes(24).toString('base64url');
  return request.session.csrfToken;
}

/** True where the request shows the session's own token, in a header or a form field. */
export function showsCsrfToken(request: Request): boolean {
  const expected = request.session.csrfToken;
  const field = (request.body as Record<string, unknown> | undefined)?.['csrfToken'];
  const shown = request.get('x-csrf-token') ?? (typeof field === 'string' ? field : undefined);
  if (!expected || !shown || shown.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(shown), Buffer.from(expected));
}

import type { Role } from '#contracts';
import { Remembered, type Logger, type PartHealth } from '#platform';
import type { OnApplicationShutdown } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { Pool } from 'pg';
import type { PublicAddress } from '../door/public-address.js';
import { isSameSecret } from './same-secret.js';

/** Somebody who signed in, as the session keeps it. */
export interface SignedIn {
  readonly subject: string;
  readonly name: string | null;
  readonly roles: Role[];
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
/** A session's end is put off at most this often: each time is a write. */
const touchedMs = 60_000;

/** The session's cookie: bound to this host alone, except on plain http, where browsers refuse that. */
export const sessionCookie = ({ secure }: PublicAddress) => ({
  name: secure ? '__Host-rallare' : 'rallare',
  options: { httpOnly: true, sameSite: 'lax' as const, secure, path: '/' },
});

/** Sessions in PostgreSQL, so that signing out is effective on every replica at once. */
export class Sessions implements OnApplicationShutdown {
  readonly handler: RequestHandler;
  private readonly pool: Pool;
  private readonly store: InstanceType<ReturnType<typeof connectPgSimple>>;

  constructor(databaseUrl: string, secret: string, address: PublicAddress, logger: Logger) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 5, connectionTimeoutMillis: 5000 });
    this.pool.on('error', (error) => logger.warn({ err: error }, 'a session database connection was lost'));
    const Store = connectPgSimple(session);
    class SeldomTouched extends Store {
      private readonly touched = new Remembered<void>(touchedMs);

      override touch(id: string, data: session.SessionData, done: (error?: unknown) => void = () => {}): void {
        const touch = () =>
          new Promise<void>((resolve, reject) =>
            super.touch(id, data, (error?: Error | null) => (error ? reject(error) : resolve())),
          );
        void this.touched.of(id, touch).then(() => done(), done);
      }
    }
    this.store = new SeldomTouched({
      pool: this.pool,
      tableName: 'session',
      createTableIfMissing: true,
      pruneSessionInterval: 15 * 60,
      errorLog: (error: unknown) => logger.warn({ err: error }, 'old sessions could not be removed'),
    });
    const { name, options } = sessionCookie(address);
    this.handler = session({
      name,
      secret,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      // Where people come by https, a proxy ends it, and says so.
      proxy: address.secure,
      store: this.store,
      cookie: { ...options, maxAge: eightHours },
    });
  }

  async check(): Promise<PartHealth> {
    await this.pool.query('SELECT 1');
    return { ok: true };
  }

  async onApplicationShutdown(): Promise<void> {
    this.store.close();
    await this.pool.end();
  }
}

export function csrfToken(request: Request): string {
  request.session.csrfToken ??= randomBytes(24).toString('base64url');
  return request.session.csrfToken;
}

/** True where the request shows the session's own token, in a header or a form field. */
export function showsCsrfToken(request: Request): boolean {
  const field = (request.body as Record<string, unknown> | undefined)?.['csrfToken'];
  const shown = request.get('x-csrf-token') ?? (typeof field === 'string' ? field : undefined);
  return isSameSecret(request.session.csrfToken, shown);
}

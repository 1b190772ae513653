import { DomainError } from '#platform';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAll } from '../door/open-to-all.js';
import { PublicAddress } from '../door/public-address.js';
import { Oidc } from './oidc.js';

/** Only paths of our own: `//host` and `/\host` lead elsewhere. */
const safeReturn = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])[^\\\r\n]*$/.test(value) ? value : '/';

@Controller('auth')
export class SignInController {
  constructor(
    private readonly oidc: Oidc,
    private readonly address: PublicAddress,
  ) {}

  @Get('sign-in')
  @OpenToAll()
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { url, pending } = await this.oidc.begin(safeReturn(request.query['returnTo']));
    request.session.pendingSignIn = pending;
    await save(request);
    response.redirect(303, url.href);
  }

  @Get('callback')
  @OpenToAll()
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const pending = request.session.pendingSignIn;
    if (!pending) throw new DomainError('not-allowed', 'No sign-in was begun here');
    const signedIn = await this.oidc.complete(new URL(request.originalUrl, this.address.origin), pending);
    // A new session id, so that one that was planted before gains nothing.
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error) => (error ? reject(error as Error) : resolve())),
    );
    request.session.signedIn = signedIn;
    await save(request);
    response.redirect(303, pending.returnTo);
  }

  @Post('sign-out')
  @OpenToAll()
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    const idToken = request.session.signedIn?.idToken ?? null;
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error) => (error ? reject(error as Error) : resolve())),
    );
    const url = await this.oidc.signOutUrl(idToken, `${this.address.origin}/`).catch(() => null);
    response.redirect(303, url?.href ?? '/');
  }
}

const save = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => request.session.save((error) => (error ? reject(error as Error) : resolve())));

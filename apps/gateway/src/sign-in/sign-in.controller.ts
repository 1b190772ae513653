import { DomainError } from '#platform';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAll } from '../door/open-to-all.js';
import { PublicAddress } from '../door/public-address.js';
import { sessionCookie } from '../session/session.js';
import { Oidc } from './oidc.js';
import { safeReturn } from './safe-return.js';

@Controller('auth')
export class SignInController {
  constructor(
    private readonly oidc: Oidc,
    private readonly address: PublicAddress,
  ) {}

  @Get('sign-in')
  @OpenToAll()
  async signIn(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { url, pending } = await this.oidc.begin(safeReturn(request.query['returnTo'], this.address.origin));
    request.session.pendingSignIn = pending;
    await save(request);
    response.redirect(303, url.href);
  }

  @Get('callback')
  @OpenToAll()
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const pending = request.session.pendingSignIn;
    if (!pending) throw new DomainError('not-allowed', 'No sign-in was begun here');
    // Good for one answer, whatever comes of it.
    delete request.session.pendingSignIn;
    await save(request);
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
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error) => (error ? reject(error as Error) : resolve())),
    );
    const { name, options } = sessionCookie(this.address);
    response.clearCookie(name, options);
    // Signed out here is signed out, also while the provider does not answer.
    const url = await this.oidc.signOutUrl(`${this.address.origin}/`).catch(() => null);
    response.redirect(303, url?.href ?? '/');
  }
}

const save = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => request.session.save((error) => (error ? reject(error as Error) : resolve())));

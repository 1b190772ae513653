import { DomainError } from '#platform';
import type { NextFunction, Request, Response } from 'express';
import type { Principals } from './principals.js';
import { showsCsrfToken } from './session.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Writes that carry a session must come from our own pages: same origin by the browser's word, and the session's CSRF token. */
export const sameSite =
  (publicUrl: string, principals: Principals) =>
  (request: Request, _response: Response, next: NextFunction): void => {
    if (safeMethods.has(request.method) || principals.isOperatorToken(request)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && origin !== new URL(publicUrl).origin);
    if (foreign) return next(new DomainError('not-allowed', 'The request comes from another site'));
    if (request.session.signedIn && !showsCsrfToken(request))
      return next(new DomainError('not-allowed', 'The CSRF token is missing or wrong'));
    next();
  };

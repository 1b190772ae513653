import { DomainError } from '#platform';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Principals } from '../session/principals.js';
import type { PublicAddress } from './public-address.js';

/**
 * Strict CSP without inline code; nothing from any other host.
 * @param issuer the sign-in provider: signing out is a form whose answer leads there.
 */
export const securityHeaders = ({ origin, secure }: PublicAddress, issuer: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'", ...(new URL(issuer).origin === origin ? [] : [new URL(issuer).origin])],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });

/** So many requests a minute from one address; the operator's command line is not counted. */
export const floodLimit = (perMinute: number, principals: Principals): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request: Request) => principals.isOperatorToken(request),
    handler: (_request: Request, _response: Response, next: NextFunction) => next(new DomainError('too-many-requests')),
  });

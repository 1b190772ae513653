import type { Request, Response } from 'express';

/** Signing out is effective everywhere within this time. */
const lookEveryMs = 2000;
/** A page that stays open asks anew after so long, and is checked in full then. */
const longestMs = 15 * 60_000;

/** Ends an open stream when the session that asked for it is over, or has become somebody else's, and in any case after a quarter of an hour. */
export function endWithSession(request: Request, response: Response, closed: AbortSignal): void {
  const subject = request.session.signedIn?.subject;
  const began = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - began > longestMs) return void response.end();
    // What is looked at is the store's: another request signs out.
    request.sessionStore.get(request.sessionID, (error: unknown, session) => {
      if (!error && session?.signedIn?.subject !== subject) response.end();
    });
  }, lookEveryMs);
  closed.addEventListener('abort', () => clearInterval(timer), { once: true });
}

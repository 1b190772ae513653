import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager } from 'typeorm';

/** What a handler gets beside the payload. */
export interface EventContext {
  /** The transaction that also holds the inbox row: what is written through it happens exactly once. */
  manager: EntityManager;
  eventId: string;
  requestId: string | null;
  occurredAt: Date;
}

/** Lets events that a handler writes inherit the request id of the event being handled. */
export const handling = new AsyncLocalStorage<{ requestId: string | null }>();

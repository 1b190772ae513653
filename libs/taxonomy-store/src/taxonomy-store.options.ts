import type { EventName, EventPayload } from '#contracts';
import type { Successions, Taxonomy } from '#taxonomy';
import type { EntityManager } from 'typeorm';

/** What came of moving some rows. */
export interface Moved {
  /** The last row that was looked at; null where there was none. */
  readonly last: string | null;
  readonly seen: number;
  readonly changed: number;
  /** References that now lead to a successor. */
  readonly replaced: number;
  /** References without a successor, which are kept as words. */
  readonly words: number;
}

export type OutdatedEvent = Extract<EventName, `${string}.outdated.v1`>;

/** A service's rows that name concepts, and how one of them moves to the taxonomy in use. */
export interface TaxonomyMover {
  /** Asks for the next rows; the service's own queue brings it to `TaxonomyMoves.moveNext`. */
  readonly event: OutdatedEvent;
  total(manager: EntityManager): Promise<number>;
  /** Moves the rows that follow one in the order of their ids, and writes what changed with the facts that others act on, all in the given transaction. */
  move(manager: EntityManager, after: string, limit: number, successions: Successions): Promise<Moved>;
}

export const taxonomyMoverToken = Symbol('taxonomy-store:mover');
export const taxonomyStoreToken = Symbol('taxonomy-store:options');

export interface TaxonomyStoreOptions {
  readonly taxonomy: Taxonomy;
  /** The taxonomy in use as a snapshot file; asked for once, when it is new to the database. */
  readonly bytes: () => Buffer;
  /** Whether this process works on queues, and so begins moves. */
  readonly works: boolean;
}

export type OutdatedPayload = EventPayload<OutdatedEvent>;

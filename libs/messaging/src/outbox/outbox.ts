import { randomUUID } from 'node:crypto';
import { events, routes, type EventName, type EventPayload } from '#contracts';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { handling } from '../handlers/event-context.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { OutboxEntry } from './outbox.entity.js';

/** An event with its payload. */
export type OutboxEvent = {
  [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

/** Where services put their facts: in the same transaction as the change that makes them true. */
@Injectable()
export class Outbox {
  constructor(@Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions) {}

  /**
   * Adds an event to the caller's transaction; it travels after the commit, and never without it.
   * @throws ZodError when the payload does not fit the event's schema; Error outside a transaction.
   */
  add<Name extends EventName>(manager: EntityManager, name: Name, payload: EventPayload<Name>): Promise<void> {
    return this.addAll(manager, [{ name, payload } as OutboxEvent]);
  }

  /** Adds many in one statement, in their order. @throws as `add`. */
  async addAll(manager: EntityManager, added: readonly OutboxEvent[]): Promise<void> {
    const [first] = added;
    if (!first) return;
    if (!manager.queryRunner?.isTransactionActive) {
      throw new Error(`${first.name} must be added within the transaction of the change it tells of`);
    }
    const requestId = handling.getStore()?.requestId ?? this.options.requestId?.() ?? null;
    await manager.insert(
      OutboxEntry,
      added.map(({ name, payload }) => ({
        id: randomUUID(),
        name,
        payload: events[name].parse(payload),
        requestId: requestId?.slice(0, 100) ?? null,
        awaiting: [...routes[name]],
      })),
    );
  }
}

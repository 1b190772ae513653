import { randomUUID } from 'node:crypto';
import { events, routes, type EventName, type EventPayload } from '#contracts';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { handling } from '../handlers/event-context.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { OutboxEntry } from './outbox.entity.js';

/** Where services put their facts: in the same transaction as the change that makes them true. */
@Injectable()
export class Outbox {
  constructor(@Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions) {}

  /**
   * Adds an event to the caller's transaction; it travels after the commit, and never without it.
   * @throws ZodError when the payload does not fit the event's schema; Error outside a transaction.
   */
  async add<Name extends EventName>(manager: EntityManager, name: Name, payload: EventPayload<Name>): Promise<void> {
    if (!manager.queryRunner?.isTransactionActive) {
      throw new Error(`${name} must be added within the transaction of the change it tells of`);
    }
    const requestId = handling.getStore()?.requestId ?? this.options.requestId?.() ?? null;
    await manager.insert(OutboxEntry, {
      id: randomUUID(),
      name,
      payload: events[name].parse(payload),
      requestId: requestId?.slice(0, 100) ?? null,
      awaiting: [...routes[name]],
    });
  }
}

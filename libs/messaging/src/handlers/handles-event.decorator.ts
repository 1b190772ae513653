import 'reflect-metadata';
import { type EventName, type EventPayload, type QueueName } from '#contracts';
import { type EventContext } from './event-context.js';

export interface HandledRoute {
  queue: QueueName;
  name: EventName;
}

/** Runs inside one transaction with the inbox row; may be called again after a rollback, never after a commit. */
export type EventHandler<Name extends EventName = EventName> = (
  payload: EventPayload<Name>,
  context: EventContext,
) => Promise<void>;

const HANDLED_ROUTES = Symbol('HANDLED_ROUTES');

/**
 * Marks a provider's method as the handler of one route; may stand several times on one method.
 * Boot fails unless each route of the service's queues has exactly one handler.
 */
export function HandlesEvent<Name extends EventName>(queue: QueueName, name: Name) {
  return <Method extends EventHandler<Name>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const method = descriptor.value;
    if (method) Reflect.defineMetadata(HANDLED_ROUTES, [...handledRoutes(method), { queue, name }], method);
  };
}

/** The routes that a method was marked with. */
export function handledRoutes(method: object): HandledRoute[] {
  return (Reflect.getMetadata(HANDLED_ROUTES, method) as HandledRoute[] | undefined) ?? [];
}

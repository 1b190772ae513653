import 'reflect-metadata';
import { type EventName, type EventPayload, type QueueName } from '#contracts';
import { type EntityManager } from 'typeorm';
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

/**
 * Takes its time outside of any transaction, and gives what is then written within one, together with the inbox row. What it computed is thrown away where
 * the event had its effect meanwhile; it may be called again, so it must change nothing itself.
 */
export type EventComputation<Name extends EventName = EventName> = (
  payload: EventPayload<Name>,
  context: Omit<EventContext, 'manager'>,
) => Promise<(manager: EntityManager) => Promise<void>>;

/** A route's handler as the consumer uses it. */
export interface RouteHandler {
  /** Whether it computes for so long that it is worth asking first whether the event had its effect. */
  readonly isLong: boolean;
  readonly compute: EventComputation;
}

const HANDLED_ROUTES = Symbol('HANDLED_ROUTES');
const COMPUTED_ROUTES = Symbol('COMPUTED_ROUTES');

/**
 * Marks a provider's method as the handler of one route; may stand several times on one method.
 * Boot fails unless each route of the service's queues has exactly one handler.
 */
export const HandlesEvent = <Name extends EventName>(queue: QueueName, name: Name) =>
  marking<EventHandler<Name>>(HANDLED_ROUTES, { queue, name });

/** As `HandlesEvent`, for work of seconds: an open transaction would hold back everything that follows the database by horizon. */
export const ComputesEvent = <Name extends EventName>(queue: QueueName, name: Name) =>
  marking<EventComputation<Name>>(COMPUTED_ROUTES, { queue, name });

/** The routes that a method was marked with, and how the consumer calls it. */
export function handledRoutes(method: object, provider: object): (HandledRoute & { handler: RouteHandler })[] {
  const handle = method as EventHandler;
  const compute = method as EventComputation;
  const effect: EventComputation = (payload, context) =>
    Promise.resolve((manager) => handle.call(provider, payload, { ...context, manager }));
  const computed: EventComputation = (payload, context) => compute.call(provider, payload, context);
  return [
    ...marks(HANDLED_ROUTES, method).map((route) => ({ ...route, handler: { isLong: false, compute: effect } })),
    ...marks(COMPUTED_ROUTES, method).map((route) => ({ ...route, handler: { isLong: true, compute: computed } })),
  ];
}

const marks = (key: symbol, method: object): HandledRoute[] =>
  (Reflect.getMetadata(key, method) as HandledRoute[] | undefined) ?? [];

const marking =
  <Handler extends (...args: never[]) => unknown>(key: symbol, route: HandledRoute) =>
  <Method extends Handler>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const method = descriptor.value;
    if (method) Reflect.defineMetadata(key, [...marks(key, method), route], method);
  };

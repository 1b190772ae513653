import { queues, routes, type EventName, type QueueName } from '#contracts';
import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from '../messaging.options.js';
import { handledRoutes, type RouteHandler } from './handles-event.decorator.js';

type Provider = Record<string, object>;

const routeKey = (queue: QueueName, name: EventName): string => `${name} on ${queue}`;

/** The handlers that the service's providers declare, one for each route of its queues. */
@Injectable()
export class HandlerRegistry {
  private readonly handlers = new Map<string, RouteHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
  ) {}

  /** The queues that this service consumes. */
  ownQueues(): QueueName[] {
    return queues.filter((queue) => queue.startsWith(`${this.options.service}-`));
  }

  find(queue: QueueName, name: EventName): RouteHandler | undefined {
    return this.handlers.get(routeKey(queue, name));
  }

  /** Collects the handlers. @throws Error that names every route without exactly one, and every handler without a route. */
  collect(): void {
    const routed = this.routedToUs();
    const problems: string[] = [];
    for (const provider of this.providers()) {
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object)) {
        const marked = provider[method];
        for (const { queue, name, handler } of marked ? handledRoutes(marked, provider) : []) {
          const key = routeKey(queue, name);
          if (!routed.has(key)) problems.push(`no route for the handler of ${key}`);
          else if (this.handlers.has(key)) problems.push(`more than one handler for ${key}`);
          else this.handlers.set(key, handler);
        }
      }
    }
    for (const key of routed) if (!this.handlers.has(key)) problems.push(`no handler for ${key}`);
    if (problems.length > 0)
      throw new Error(`The service ${this.options.service} cannot start: ${problems.join('; ')}`);
  }

  private routedToUs(): Set<string> {
    const own = new Set<QueueName>(this.ownQueues());
    const names = Object.keys(routes) as EventName[];
    return new Set(
      names.flatMap((name) => routes[name].filter((queue) => own.has(queue)).map((queue) => routeKey(queue, name))),
    );
  }

  private providers(): Set<Provider> {
    const instances = this.discovery.getProviders().map(({ instance }) => instance as unknown);
    return new Set(instances.filter((instance): instance is Provider => typeof instance === 'object' && !!instance));
  }
}

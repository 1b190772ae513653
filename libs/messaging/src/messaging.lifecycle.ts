import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Housekeeping } from './background/housekeeping.js';
import { HandlerRegistry } from './handlers/handler.registry.js';
import { RESOLVED_OPTIONS, type ResolvedMessagingOptions } from './messaging.options.js';
import { Reconciler } from './outbox/reconciler.js';
import { Relay } from './outbox/relay.js';
import { EventWorkers } from './queues/event-workers.js';

/** Starts what runs by itself, and stops it while the application's database is still there. */
@Injectable()
export class MessagingLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(RESOLVED_OPTIONS) private readonly options: ResolvedMessagingOptions,
    private readonly handlers: HandlerRegistry,
    private readonly relay: Relay,
    private readonly reconciler: Reconciler,
    private readonly workers: EventWorkers,
    private readonly housekeeping: Housekeeping,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers.collect();
    if (this.options.role === 'api') return;
    for (const part of this.parts()) part.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.parts().map((part) => part.stop()));
  }

  private parts(): { start(): void; stop(): Promise<void> }[] {
    return [this.relay, this.reconciler, this.workers, this.housekeeping];
  }
}

import {
  Module,
  type DynamicModule,
  type FactoryProvider,
  type InjectionToken,
  type ModuleMetadata,
  type OptionalFactoryDependency,
} from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { Housekeeping } from './background/housekeeping.js';
import { HandlerRegistry } from './handlers/handler.registry.js';
import { Consumer } from './inbox/consumer.js';
import { InboxRepository } from './inbox/inbox.repository.js';
import { MessagingLifecycle } from './messaging.lifecycle.js';
import { RESOLVED_OPTIONS, resolveOptions, type MessagingOptions } from './messaging.options.js';
import { Messaging } from './messaging.js';
import { OutboxListener } from './outbox/outbox-listener.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxRepository } from './outbox/outbox.repository.js';
import { Reconciler } from './outbox/reconciler.js';
import { Relay } from './outbox/relay.js';
import { createQueueBackend } from './queues/create-queue-backend.js';
import { DeadLetters } from './queues/dead-letters.js';
import { EventQueues } from './queues/event-queues.js';
import { EventWorkers } from './queues/event-workers.js';
import { QUEUE_BACKEND } from './queues/queue-backend.js';
import { Schedules } from './schedules/schedules.js';
import { QueueHealth } from './queues/queue-health.js';

export interface MessagingModuleOptions extends Pick<ModuleMetadata, 'imports'> {
  inject?: (InjectionToken | OptionalFactoryDependency)[];
  useFactory: FactoryProvider<MessagingOptions | Promise<MessagingOptions>>['useFactory'];
}

/**
 * Facts between services: transactional outbox, relay, queues (Redis or PostgreSQL), inbox, dead letters.
 * Global. Needs TypeORM's `DataSource` with `messagingEntities` and `messagingMigrations`.
 * Boot fails unless each route of the service's queues has exactly one handler.
 */
@Module({})
export class MessagingModule {
  static forRootAsync({ imports = [], inject = [], useFactory }: MessagingModuleOptions): DynamicModule {
    const options: FactoryProvider = {
      provide: RESOLVED_OPTIONS,
      inject,
      useFactory: async (...dependencies: unknown[]) => resolveOptions(await useFactory(...dependencies)),
    };
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule, ...imports],
      providers: [
        options,
        { provide: QUEUE_BACKEND, inject: [RESOLVED_OPTIONS], useFactory: createQueueBackend },
        MetadataScanner,
        HandlerRegistry,
        OutboxRepository,
        InboxRepository,
        EventQueues,
        Consumer,
        EventWorkers,
        OutboxListener,
        Relay,
        Reconciler,
        Housekeeping,
        MessagingLifecycle,
        Outbox,
        DeadLetters,
        QueueHealth,
        Messaging,
        Schedules,
      ],
      exports: [Outbox, DeadLetters, QueueHealth, Messaging, Schedules],
    };
  }
}

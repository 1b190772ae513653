export { MessagingModule, type MessagingModuleOptions } from './messaging.module.js';
export {
  defaultTiming,
  type MessagingLogger,
  type MessagingOptions,
  type MessagingTiming,
  type ServiceName,
} from './messaging.options.js';
export { Outbox, type OutboxEvent } from './outbox/outbox.js';
export { ComputesEvent, HandlesEvent } from './handlers/handles-event.decorator.js';
export { type EventContext } from './handlers/event-context.js';
export { isStale } from './inbox/revision.js';
export { DeadLetters, type DeadLetter } from './queues/dead-letters.js';
export { QueueHealth, type QueueDepth, type QueueHealthReport } from './queues/queue-health.js';
export { Messaging } from './messaging.js';
export { messagingEntities, messagingMigrations } from './migrations/index.js';
export { Schedules, type ScheduledWork } from './schedules/schedules.js';

import { InboxEntry } from '../inbox/inbox.entity.js';
import { OutboxEntry } from '../outbox/outbox.entity.js';
import { Messaging1760000000000 } from './1760000000000-messaging.js';

/** For the `entities` of a service's DataSource. */
export const messagingEntities = [OutboxEntry, InboxEntry];

/** For the `migrations` of a service's DataSource. */
export const messagingMigrations = [Messaging1760000000000];

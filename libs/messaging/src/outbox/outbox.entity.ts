import { type EventName, type QueueName } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A committed event on its way to its subscribers. */
@Entity('outbox')
export class OutboxEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: EventName;

  @Column('jsonb')
  payload: Record<string, unknown>;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('timestamptz', { name: 'occurred_at', default: () => 'now()' })
  occurredAt: Date;

  /** Queues whose consumer is not yet known to have taken effect. */
  @Column('text', { array: true })
  awaiting: QueueName[];

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** When to look next whether the queues still hold it or are done with it. */
  @Column('timestamptz', { name: 'check_at', nullable: true })
  checkAt: Date | null;

  /** When the last subscriber was seen to be done. */
  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;
}

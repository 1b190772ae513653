import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event whose effect on one queue's consumer is committed. */
@Entity('inbox')
export class InboxEntry {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;

  @PrimaryColumn('text')
  queue: string;

  @Column('timestamptz', { name: 'processed_at', default: () => 'now()' })
  processedAt: Date;
}

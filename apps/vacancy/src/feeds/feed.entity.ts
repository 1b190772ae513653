import type { CsvMapping, FeedCounts, FeedDefaults, FeedKind, FeedRunView } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('feeds')
export class Feed {
  @PrimaryColumn('uuid')
  id: string;

  /** Also the name of the source that its ads have. */
  @Column('text')
  name: string;

  @Column('text')
  kind: FeedKind;

  @Column('text')
  address: string;

  @Column('int', { name: 'every_minutes' })
  everyMinutes: number;

  @Column('boolean')
  enabled: boolean;

  @Column('jsonb')
  defaults: FeedDefaults;

  @Column('jsonb', { nullable: true })
  mapping: CsvMapping | null;

  /** Up to when a stream was read. */
  @Column('timestamptz', { nullable: true })
  cursor: Date | null;

  /** Runs that failed in a row. */
  @Column('int')
  failures: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

@Entity('feed_runs')
export class FeedRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'feed_id' })
  feedId: string;

  @Column('text')
  status: FeedRunView['status'];

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  counts: FeedCounts;

  @Column('bigint')
  bytes: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** A run that has not been seen alive for long belongs to a process that is gone. */
  @Column('timestamptz', { name: 'seen_alive_at' })
  seenAliveAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

@Entity('feed_rejects')
export class FeedReject {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  @PrimaryColumn('int')
  position: number;

  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text')
  reason: string;

  @Column('text')
  record: string;
}

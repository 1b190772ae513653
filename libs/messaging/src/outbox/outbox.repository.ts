import { type EventEnvelope } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Delivery } from '../queues/event-queues.js';
import { type OutboxEntry } from './outbox.entity.js';

/** The columns that make an event. */
interface OutboxRow extends Pick<OutboxEntry, 'id' | 'name' | 'payload' | 'awaiting'> {
  request_id: string | null;
  occurred_at: Date;
}

const COLUMNS = 'id, name, payload, request_id, occurred_at, awaiting';

function toEvent(row: OutboxRow): EventEnvelope {
  return {
    eventId: row.id,
    name: row.name,
    payload: row.payload,
    occurredAt: row.occurred_at.toISOString(),
    requestId: row.request_id,
  };
}

const toDeliveries = (rows: OutboxRow[]): Delivery[] =>
  rows.flatMap((row) => row.awaiting.map((queue) => ({ queue, event: toEvent(row) })));

/** The statements on the outbox. All times are the database's. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Locks events that nobody has published, oldest first, passing over those that another relay holds. */
  async claimUnpublished(manager: EntityManager, limit: number): Promise<{ ids: string[]; deliveries: Delivery[] }> {
    const rows = await manager.query<OutboxRow[]>(
      `SELECT ${COLUMNS} FROM outbox WHERE published_at IS NULL ORDER BY occurred_at LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
    return { ids: rows.map(({ id }) => id), deliveries: toDeliveries(rows) };
  }

  async markPublished(manager: EntityManager, ids: string[], confirmAfterMs: number): Promise<void> {
    await manager.query(
      `UPDATE outbox SET published_at = now(), check_at = now() + $2 * interval '1 ms' WHERE id = ANY($1)`,
      [ids, confirmAfterMs],
    );
  }

  /** Published events whose look-up is due; their next one is put off, the longer the older they are. */
  async takeDue(limit: number, afterMs: number, atMostMs: number): Promise<{ events: number; deliveries: Delivery[] }> {
    const [rows] = await this.dataSource.query<[OutboxRow[], number]>(
      `UPDATE outbox
          SET check_at = now() + LEAST(GREATEST(now() - published_at, $2 * interval '1 ms'), $3 * interval '1 ms')
        WHERE id IN (
          SELECT id FROM outbox
           WHERE published_at IS NOT NULL AND done_at IS NULL AND check_at <= now()
           ORDER BY check_at LIMIT $1 FOR UPDATE SKIP LOCKED)
        RETURNING ${COLUMNS}`,
      [limit, afterMs, atMostMs],
    );
    return { events: rows.length, deliveries: toDeliveries(rows) };
  }

  async markDone(deliveries: Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.dataSource.query(
      `UPDATE outbox
          SET awaiting = rest.awaiting, done_at = CASE WHEN rest.awaiting = '{}' THEN now() END
         FROM (SELECT o.id, array(SELECT unnest(o.awaiting) EXCEPT SELECT unnest(done.queues)) AS awaiting
                 FROM outbox o
                 JOIN (SELECT id, array_agg(queue) AS queues
                         FROM unnest($1::uuid[], $2::text[]) AS pair (id, queue) GROUP BY id) done USING (id)) rest
        WHERE outbox.id = rest.id`,
      [deliveries.map(({ event }) => event.eventId), deliveries.map(({ queue }) => queue)],
    );
  }

  /** Makes the look-up of every event that is not known to be done due now. */
  async checkAllNow(): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox SET check_at = now() WHERE published_at IS NOT NULL AND done_at IS NULL AND check_at > now()`,
    );
  }

  /** The age of the oldest unpublished event in seconds, 0 when there is none. */
  async oldestUnpublishedSeconds(): Promise<number> {
    const [row] = await this.dataSource.query<{ seconds: number | null }[]>(
      `SELECT extract(epoch FROM now() - min(occurred_at))::float8 AS seconds FROM outbox WHERE published_at IS NULL`,
    );
    return Math.max(0, row?.seconds ?? 0);
  }

  async isEmpty(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ empty: boolean }[]>(
      `SELECT NOT EXISTS (SELECT FROM outbox WHERE published_at IS NULL) AS empty`,
    );
    return row?.empty ?? true;
  }

  /** @returns how many were deleted, at most `limit`. */
  async deleteDone(olderThanDays: number, limit: number): Promise<number> {
    const [, deleted] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM outbox WHERE id IN (
         SELECT id FROM outbox WHERE done_at < now() - $1 * interval '1 day' LIMIT $2)`,
      [olderThanDays, limit],
    );
    return deleted;
  }
}

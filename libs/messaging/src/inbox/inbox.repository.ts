import { type QueueName } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The statements on the inbox. */
@Injectable()
export class InboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns false when the event had its effect before. Waits for another transaction that is at it. */
  async enter(manager: EntityManager, eventId: string, queue: QueueName): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO inbox (event_id, queue) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id`,
      [eventId, queue],
    );
    return rows.length > 0;
  }

  /** @returns true when the event had its effect, as far as is committed. */
  async holds(eventId: string, queue: QueueName): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(`SELECT 1 FROM inbox WHERE event_id = $1 AND queue = $2`, [
      eventId,
      queue,
    ]);
    return rows.length > 0;
  }

  /** @returns how many were deleted, at most `limit`. */
  async deleteOld(olderThanDays: number, limit: number): Promise<number> {
    const [, deleted] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM inbox WHERE (event_id, queue) IN (
         SELECT event_id, queue FROM inbox WHERE processed_at < now() - $1 * interval '1 day' LIMIT $2)`,
      [olderThanDays, limit],
    );
    return deleted;
  }
}

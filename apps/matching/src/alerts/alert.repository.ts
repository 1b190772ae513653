import type { ProfileMatchView, SavedSearch } from '#contracts';
import { profileMatchView } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface AlertRow {
  id: string;
  profile_id: string;
  minimum_fit: number;
  municipalities: string[];
  search: SavedSearch | null;
  name: string | null;
  active: boolean;
  seen_at: Date;
  created_at: Date;
}

/** What a person changes of an alert; what is left out stays. */
export interface AlertChange {
  readonly name?: string | null | undefined;
  readonly active?: boolean | undefined;
  readonly seenAt?: Date | undefined;
}

export interface NotificationRow {
  id: string;
  alert_id: string;
  vacancy_id: string;
  fit: number;
  notified_at: Date;
}

/** Saved alerts, and what they found. */
@Injectable()
export class AlertRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(manager: EntityManager, alert: AlertRow): Promise<void> {
    await manager.query(
      `INSERT INTO alert (id, profile_id, minimum_fit, municipalities, search, name, active, seen_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        alert.id,
        alert.profile_id,
        alert.minimum_fit,
        alert.municipalities,
        alert.search,
        alert.name,
        alert.active,
        alert.seen_at,
        alert.created_at,
      ],
    );
  }

  /** The alert as it is then; null where the person has no such. */
  async change(profileId: string, alertId: string, { name, active, seenAt }: AlertChange): Promise<AlertRow | null> {
    const [rows]: [AlertRow[]] = await this.dataSource.query(
      `UPDATE alert SET name = CASE WHEN $3 THEN $4 ELSE name END, active = coalesce($5, active),
         seen_at = greatest(seen_at, $6)
       WHERE profile_id = $1 AND id = $2 RETURNING *`,
      [profileId, alertId, name !== undefined, name ?? null, active ?? null, seenAt ?? null],
    );
    return rows[0] ?? null;
  }

  /** How many vacancies, open still, each of a person's alerts found since that person last opened it; alerts with none are left out. */
  async newHits(profileId: string): Promise<Map<string, number>> {
    const rows: { id: string; hits: number }[] = await this.dataSource.query(
      `SELECT alert.id, count(*)::int AS hits FROM alert
       JOIN notification ON notification.alert_id = alert.id AND notification.notified_at > alert.seen_at
       JOIN vacancy_projection vacancy ON vacancy.id = notification.vacancy_id
       WHERE alert.profile_id = $1 AND (vacancy.view ->> 'rankable')::boolean GROUP BY alert.id`,
      [profileId],
    );
    return new Map(rows.map(({ id, hits }) => [id, hits]));
  }

  async find(manager: EntityManager, id: string): Promise<AlertRow | null> {
    const rows: AlertRow[] = await manager.query(`SELECT * FROM alert WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  of(profileId: string, manager: EntityManager = this.dataSource.manager): Promise<AlertRow[]> {
    return manager.query(`SELECT * FROM alert WHERE profile_id = $1 ORDER BY created_at DESC, id`, [profileId]);
  }

  async remove(profileId: string, alertId: string): Promise<boolean> {
    const [, removed]: [unknown, number] = await this.dataSource.query(
      `DELETE FROM alert WHERE profile_id = $1 AND id = $2`,
      [profileId, alertId],
    );
    return removed > 0;
  }

  /** Alerts in pages, each with the person as projected; those of people who are not ranked now are left out. */
  async *withProfiles(manager: EntityManager): AsyncIterable<{ alert: AlertRow; profile: ProfileMatchView }[]> {
    const size = 1000;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows: (AlertRow & { view: unknown })[] = await manager.query(
        `SELECT alert.*, view FROM alert JOIN profile_projection ON profile_projection.id = alert.profile_id
         WHERE alert.id > $1 AND (view ->> 'rankable')::boolean ORDER BY alert.id LIMIT ${size}`,
        [after],
      );
      if (rows.length > 0) yield rows.map(({ view, ...alert }) => ({ alert, profile: profileMatchView.parse(view) }));
      if (rows.length < size) return;
      after = rows.at(-1)!.id;
    }
  }

  /** Once for each alert and vacancy; nothing where the alert was removed meanwhile. Whether the person is told is as the alert says by then. */
  async notify(manager: EntityManager, row: NotificationRow): Promise<void> {
    await manager.query(
      `INSERT INTO notification (id, alert_id, profile_id, vacancy_id, fit, notified_at, told)
       SELECT $1, alert.id, alert.profile_id, $3, $4, $5, alert.active FROM alert WHERE alert.id = $2
       ON CONFLICT (alert_id, vacancy_id) DO NOTHING`,
      [row.id, row.alert_id, row.vacancy_id, row.fit, row.notified_at],
    );
  }

  async notifications(
    profileId: string,
    limit: number,
    offset: number,
  ): Promise<{ total: number; items: NotificationRow[] }> {
    const items: NotificationRow[] = await this.dataSource.query(
      `SELECT * FROM notification WHERE profile_id = $1 AND told ORDER BY notified_at DESC, id LIMIT $2 OFFSET $3`,
      [profileId, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM notification WHERE profile_id = $1 AND told`,
      [profileId],
    );
    return { total: count!.total, items };
  }
}

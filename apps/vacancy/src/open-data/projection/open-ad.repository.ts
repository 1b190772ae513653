import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { OpenAdRow, Projected } from './open-ad-row.js';

const columns: Readonly<Record<keyof OpenAdRow, string>> = {
  vacancy_id: 'uuid',
  revision: 'int',
  external_id: 'text',
  organisation_number: 'text',
  occupation: 'text',
  occupation_group: 'text',
  occupation_field: 'text',
  municipality: 'text',
  region: 'text',
  municipalities: 'text[]',
  regions: 'text[]',
  country: 'text',
  terms: 'text[]',
  mentions: 'text[]',
  positions: 'int',
  scope_min: 'int',
  scope_max: 'int',
  remote: 'boolean',
  experience: 'boolean',
  licence: 'boolean',
  latitude: 'double precision',
  longitude: 'double precision',
  published_at: 'timestamptz',
  deadline: 'date',
  ranked: 'text',
  words: 'text',
};
const names = Object.keys(columns);
const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
const read = names.map((name) => (name === 'ranked' || name === 'words' ? `r.${name}::tsvector` : `r.${name}`));

/** So many at one time; those left over get a later one. */
const mostStamped = 5_000;

export interface TakenChange {
  readonly vacancyId: string;
  /** False: the ad is the same, only found in another way. */
  readonly news: boolean;
}

/** The statements on the tables of the open data. */
@Injectable()
export class OpenAdRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** True where nobody else takes changes over; until the transaction ends. */
  async takeTurn(manager: EntityManager): Promise<boolean> {
    const [row] = await manager.query<{ taken: boolean }[]>(
      `SELECT pg_try_advisory_xact_lock(hashtext('rallare:open-ads')) AS taken`,
    );
    return row!.taken;
  }

  /** The oldest changes, which are done with when the transaction commits. */
  async takeChanges(manager: EntityManager, limit: number): Promise<{ rows: number; changes: TakenChange[] }> {
    const [taken] = await manager.query<[{ vacancy_id: string; news: boolean }[], number]>(
      `DELETE FROM open_ad_changes WHERE id IN (SELECT id FROM open_ad_changes ORDER BY id LIMIT $1) RETURNING vacancy_id, news`,
      [limit],
    );
    const news = new Map<string, boolean>();
    for (const one of taken) news.set(one.vacancy_id, one.news || (news.get(one.vacancy_id) ?? false));
    return { rows: taken.length, changes: Array.from(news, ([vacancyId, isNews]) => ({ vacancyId, news: isNews })) };
  }

  async put(manager: EntityManager, ads: readonly (Projected & { readonly news: boolean })[]): Promise<void> {
    if (ads.length === 0) return;
    const known = await manager.query<{ vacancy_id: string; removed: boolean }[]>(
      'SELECT vacancy_id, removed_at IS NOT NULL AS removed FROM open_ads WHERE vacancy_id = ANY ($1)',
      [ads.map(({ row }) => row.vacancy_id)],
    );
    const told = new Set(known.filter(({ removed }) => !removed).map((one) => one.vacancy_id));
    await manager.query(
      `INSERT INTO open_ads (${names.join(', ')})
       SELECT ${read.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS r (${definition.join(', ')})
       ON CONFLICT (vacancy_id) DO UPDATE SET
         ${names
           .slice(1)
           .map((name) => `${name} = excluded.${name}`)
           .join(', ')}, removed_at = NULL`,
      [JSON.stringify(ads.map(({ row }) => row))],
    );
    // What was never told, or told as removed, is new, whatever the reason it was taken over for.
    await this.makeDue(
      manager,
      ads.flatMap(({ row, news }) => (news || !told.has(row.vacancy_id) ? [row.vacancy_id] : [])),
    );
    const words = [...new Set(ads.flatMap(({ vocabulary }) => vocabulary))].sort();
    await manager.query(
      `INSERT INTO open_ad_words (word, backwards) SELECT word, reverse(word) FROM unnest($1::text[]) AS word ON CONFLICT DO NOTHING`,
      [words],
    );
  }

  /** @param closed when each was closed; null for one that is deleted. */
  async remove(manager: EntityManager, closed: ReadonlyMap<string, Date | null>): Promise<void> {
    if (closed.size === 0) return;
    const [rows] = await manager.query<[{ vacancy_id: string }[], number]>(
      `UPDATE open_ads SET removed_at = coalesce(gone.closed_at, now())
         FROM unnest($1::uuid[], $2::timestamptz[]) AS gone (id, closed_at)
        WHERE vacancy_id = gone.id AND removed_at IS NULL RETURNING vacancy_id`,
      [[...closed.keys()], [...closed.values()]],
    );
    await this.makeDue(
      manager,
      rows.map((row) => row.vacancy_id),
    );
  }

  private async makeDue(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query(
      `INSERT INTO open_ad_places (vacancy_id, due) SELECT unnest($1::uuid[]), true ON CONFLICT (vacancy_id) DO UPDATE SET due = true`,
      [ids],
    );
  }

  /**
   * Gives changes that await it their place in the stream, and seals the time until now: what is told later is later.
   * @returns now, in epoch milliseconds of the database's clock.
   */
  stamp(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL synchronous_commit = off');
      const [clock] = await manager.query<{ last_ms: string }[]>('SELECT last_ms FROM open_ad_clock FOR UPDATE');
      // Read after the lock is held, not at the transaction's begin: whoever held it before has sealed an earlier time.
      const [read] = await manager.query<{ ms: string }[]>(
        `SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms`,
      );
      const now = Math.max(Number(read!.ms), Number(clock!.last_ms) + 1);
      // Slices are cut at whole seconds, and both their ends count: nothing happens at a whole second.
      const at = now % 1000 === 0 ? now + 1 : now;
      await manager.query(
        `UPDATE open_ad_places SET changed_at = $1, due = false
          WHERE vacancy_id IN (SELECT vacancy_id FROM open_ad_places WHERE due LIMIT $2 FOR UPDATE SKIP LOCKED)`,
        [at, mostStamped],
      );
      await manager.query('UPDATE open_ad_clock SET last_ms = $1', [at]);
      return at;
    });
  }

  async hasDue(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ due: boolean }[]>(
      'SELECT EXISTS (SELECT FROM open_ad_places WHERE due) AS due',
    );
    return row!.due;
  }

  /** Has every ad taken over anew where rows were made by another projection. */
  async renew(projection: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const [clock] = await manager.query<{ projection: string | null }[]>(
        'SELECT projection FROM open_ad_clock FOR UPDATE',
      );
      if (clock!.projection === projection) return false;
      await manager.query(
        `INSERT INTO open_ad_changes (vacancy_id, news) SELECT id, false FROM vacancies WHERE status <> 'draft'`,
      );
      await manager.query('UPDATE open_ad_clock SET projection = $1', [projection]);
      return true;
    });
  }
}

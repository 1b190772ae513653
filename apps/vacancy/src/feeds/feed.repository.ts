import { randomUUID } from 'node:crypto';
import type { FeedCounts } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Feed, FeedReject, FeedRun } from './feed.entity.js';

const goneAfterMs = 120_000;
const keptRuns = 200;

export const noCounts = (): FeedCounts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  rejected: 0,
  merged: 0,
  held: 0,
});

@Injectable()
export class FeedRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  all(): Promise<Feed[]> {
    return this.dataSource.manager.find(Feed, { order: { name: 'ASC' } });
  }

  find(id: string): Promise<Feed | null> {
    return this.dataSource.manager.findOneBy(Feed, { id });
  }

  /** @returns whether the name was free. */
  async add(feed: Feed): Promise<boolean> {
    const added = await this.dataSource.manager
      .createQueryBuilder()
      .insert()
      .into(Feed)
      .values(feed)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length > 0;
  }

  async change(id: string, change: Partial<Feed>): Promise<void> {
    await this.dataSource.manager.update(Feed, { id }, change);
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.manager.delete(Feed, { id });
  }

  /** Open vacancies that each source is one of. */
  async openAds(sources: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ source: string; count: number }[]>(
      `SELECT s.source, count(*)::int AS count FROM ad_sources s JOIN vacancies v ON v.id = s.vacancy_id
        WHERE s.source = ANY ($1) AND s.active AND v.status = 'published' GROUP BY s.source`,
      [sources],
    );
    return new Map(rows.map(({ source, count }) => [source, count]));
  }

  /** @returns null while another run of the feed goes on. */
  async startRun(feedId: string): Promise<FeedRun | null> {
    const now = this.clock.now();
    await this.dataSource.query(
      `UPDATE feed_runs SET status = 'failed', reason = 'the process that read it ended', ended_at = $2
        WHERE feed_id = $1 AND status = 'running' AND seen_alive_at < $3`,
      [feedId, now, new Date(now.getTime() - goneAfterMs)],
    );
    const run: FeedRun = {
      id: randomUUID(),
      feedId,
      status: 'running',
      reason: null,
      counts: noCounts(),
      bytes: '0',
      startedAt: now,
      seenAliveAt: now,
      endedAt: null,
    };
    const added = await this.dataSource.manager
      .createQueryBuilder()
      .insert()
      .into(FeedRun)
      .values(run)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length > 0 ? run : null;
  }

  async saveRun(run: FeedRun): Promise<void> {
    await this.dataSource.manager.update(FeedRun, { id: run.id }, run);
  }

  /** Ends a run and tells the feed how it went; old runs go. */
  async endRun(run: FeedRun, change: Partial<Feed>): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.update(FeedRun, { id: run.id }, { ...run, endedAt: this.clock.now() });
      await manager.update(Feed, { id: run.feedId }, change);
      await manager.query(
        `DELETE FROM feed_runs WHERE feed_id = $1 AND id NOT IN (
           SELECT id FROM feed_runs WHERE feed_id = $1 ORDER BY started_at DESC LIMIT ${keptRuns})`,
        [run.feedId],
      );
    });
  }

  async lastRuns(feedIds: readonly string[]): Promise<Map<string, FeedRun>> {
    if (feedIds.length === 0) return new Map();
    const ids = await this.dataSource.query<{ id: string }[]>(
      'SELECT DISTINCT ON (feed_id) id FROM feed_runs WHERE feed_id = ANY ($1) ORDER BY feed_id, started_at DESC, id',
      [feedIds],
    );
    const runs = await this.dataSource.manager.findBy(FeedRun, { id: In(ids.map(({ id }) => id)) });
    return new Map(runs.map((run) => [run.feedId, run]));
  }

  async runs(feedId: string, page: { limit: number; offset: number }): Promise<{ total: number; items: FeedRun[] }> {
    const [items, total] = await this.dataSource.manager.findAndCount(FeedRun, {
      where: { feedId },
      order: { startedAt: 'DESC', id: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
    return { total, items };
  }

  run(feedId: string, id: string): Promise<FeedRun | null> {
    return this.dataSource.manager.findOneBy(FeedRun, { feedId, id });
  }

  async addRejects(rejects: readonly FeedReject[]): Promise<void> {
    if (rejects.length > 0) await this.dataSource.manager.insert(FeedReject, [...rejects]);
  }

  async rejects(
    runId: string,
    page: { limit: number; offset: number },
  ): Promise<{ total: number; items: FeedReject[] }> {
    const [items, total] = await this.dataSource.manager.findAndCount(FeedReject, {
      where: { runId },
      order: { position: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
    return { total, items };
  }
}

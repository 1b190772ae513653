import { randomUUID } from 'node:crypto';
import type { FeedChange, FeedInput, FeedView } from '#contracts';
import { DomainError, InjectLogger, invalidInput, notFound, type Logger } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { AdSourceRepository } from '../imports/ad-source.repository.js';
import type { Feed } from './feed.entity.js';
import { FeedRepository } from './feed.repository.js';
import { FeedSchedule } from './feed-schedule.js';
import { feedView } from './feed.view.js';
import { RunFeedService } from './run-feed.service.js';

/** Feeds as their operator manages them. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly sources: AdSourceRepository,
    private readonly schedule: FeedSchedule,
    private readonly runs: RunFeedService,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  async list(): Promise<FeedView[]> {
    return this.views(await this.feeds.all());
  }

  /** @throws DomainError `not-found`. */
  async view(id: string): Promise<FeedView> {
    return (await this.views([await this.require(id)]))[0]!;
  }

  async require(id: string): Promise<Feed> {
    const feed = await this.feeds.find(id);
    if (!feed) throw notFound();
    return feed;
  }

  /** @throws DomainError `conflict` for a name that is in use, also as that of ads which were imported by hand. */
  async create(input: FeedInput): Promise<FeedView> {
    this.requirePlace(input.defaults.municipality);
    // Its first run would take what somebody else brought under this name for its own, and miss it.
    if ((await this.sources.activeIds(input.name)).length > 0)
      throw new DomainError('conflict', 'ads were brought under this name already');
    const feed: Feed = { ...input, id: randomUUID(), cursor: null, failures: 0, createdAt: this.clock.now() };
    if (!(await this.feeds.add(feed))) throw new DomainError('conflict', 'a feed has this name already');
    await this.reschedule();
    if (feed.enabled) await this.soon(feed.id);
    return this.view(feed.id);
  }

  async change(id: string, change: FeedChange): Promise<FeedView> {
    const feed = await this.require(id);
    if (change.defaults) this.requirePlace(change.defaults.municipality);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    // Another address has another past.
    const moved = change.address !== undefined && change.address !== feed.address;
    await this.feeds.change(id, { ...given, ...(moved ? { cursor: null } : {}) });
    await this.reschedule();
    return this.view(id);
  }

  /** Vacancies that have no other source close. */
  async remove(id: string): Promise<void> {
    const feed = await this.require(id);
    await this.feeds.change(id, { enabled: false });
    await this.runs.remove(feed.name, await this.sources.activeIds(feed.name));
    await this.feeds.remove(id);
    await this.reschedule();
  }

  async run(id: string): Promise<FeedView> {
    const feed = await this.require(id);
    if (!feed.enabled) throw new DomainError('conflict', 'the feed is switched off');
    await this.schedule.now(id);
    return this.view(id);
  }

  /** An operator's word on the removals that the brake holds. */
  async decideHeld(id: string, remove: boolean): Promise<{ removed: number; kept: number }> {
    const feed = await this.require(id);
    const held = await this.sources.held(feed.name);
    if (held.length === 0) throw new DomainError('conflict', 'no removals are held');
    const removed = remove ? await this.runs.remove(feed.name, held) : 0;
    await this.sources.release(feed.name);
    const run = (await this.feeds.lastRuns([id])).get(id);
    if (run?.status === 'held') {
      const counts = { ...run.counts, held: 0, removed: run.counts.removed + removed };
      await this.feeds.saveRun({
        ...run,
        status: 'done',
        counts,
        reason: remove ? null : 'what it no longer holds was kept',
      });
    }
    return { removed, kept: remove ? 0 : held.length };
  }

  private async views(feeds: readonly Feed[]): Promise<FeedView[]> {
    const lastRuns = await this.feeds.lastRuns(feeds.map(({ id }) => id));
    const open = await this.feeds.openAds(feeds.map(({ name }) => name));
    return feeds.map((feed) => feedView(feed, lastRuns.get(feed.id), open.get(feed.name) ?? 0, this.clock.now()));
  }

  private requirePlace(code: string | null): void {
    if (code !== null && !this.taxonomy.municipality(code))
      throw invalidInput([{ pointer: '/defaults/municipality', detail: 'not a known municipality' }]);
  }

  /** The table is the truth: a queue that is away is told within a minute of its return. */
  private async reschedule(): Promise<void> {
    await this.schedule.sync().catch((error: unknown) => this.logger.warn({ err: error }, 'the schedule is behind'));
  }

  private async soon(id: string): Promise<void> {
    await this.schedule.now(id).catch((error: unknown) => this.logger.warn({ err: error }, 'the schedule is behind'));
  }
}

import type { ImportResult } from '#contracts';
import { InjectLogger, type Logger } from '#platform';
import { Injectable } from '@nestjs/common';
import { AdSourceRepository } from '../imports/ad-source.repository.js';
import { ImportAdsService } from '../imports/import-ads.service.js';
import { Clock } from '../clock/clock.js';
import { isBraked } from './feed-brake.js';
import { withDefaults } from './feed-defaults.js';
import type { Feed, FeedReject, FeedRun } from './feed.entity.js';
import { FeedRepository } from './feed.repository.js';
import type { FeedRecord } from './formats/feed-record.js';
import { readFeed, type FeedReading } from './read-feed.js';
import { FeedError } from './reading/feed-error.js';
import { FeedFetcher } from './reading/feed-fetcher.js';

const batchSize = 100;
const longestRejected = 20_000;
const mostRejects = 10_000;
const mostRecords = 1_000_000;
/** Above this share of records without an id, nobody can tell which ads are gone. */
const mostNameless = 0.05;

/** One reading of a feed, from the first byte to what left with it. */
@Injectable()
export class RunFeedService {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly fetcher: FeedFetcher,
    private readonly ads: ImportAdsService,
    private readonly sources: AdSourceRepository,
    private readonly clock: Clock,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** @throws FeedError when it could not be read; what it had brought by then stays, and nothing leaves. */
  async run(feedId: string): Promise<void> {
    const feed = await this.feeds.find(feedId);
    if (!feed?.enabled) return;
    const run = await this.feeds.startRun(feedId);
    if (!run) return;
    const startedAt = run.startedAt;
    try {
      const reading = readFeed(feed, (address, accept, largest) => this.open(run, address, accept, largest));
      const { removals, nameless } = await this.take(feed, run, reading);
      await this.removeGone(feed, run, reading, removals, nameless);
      await this.feeds.endRun(run, { failures: 0, ...(feed.kind === 'jobstream' ? { cursor: startedAt } : {}) });
      this.logger.info({ feed: feed.name, counts: run.counts, status: run.status }, 'a feed was read');
    } catch (error) {
      const reason = error instanceof FeedError ? error.message : 'it could not be taken in: an error of ours';
      Object.assign(run, { status: 'failed', reason: reason.slice(0, 500) });
      await this.feeds.endRun(run, { failures: feed.failures + 1 });
      if (error instanceof FeedError) this.logger.warn({ feed: feed.name, reason }, 'a feed could not be read');
      else this.logger.error({ err: error, feed: feed.name }, 'a feed could not be taken in');
      throw error;
    }
  }

  private async open(run: FeedRun, address: string, accept: string, largest?: number): ReturnType<FeedFetcher['open']> {
    const fetched = await this.fetcher.open(address, accept, largest);
    const bytes = (async function* () {
      for await (const chunk of fetched.bytes) {
        run.bytes = String(Number(run.bytes) + chunk.length);
        yield chunk;
      }
    })();
    return { ...fetched, bytes };
  }

  private async take(
    feed: Feed,
    run: FeedRun,
    { records }: FeedReading,
  ): Promise<{ removals: string[]; nameless: number }> {
    const removals: string[] = [];
    const state = { nameless: 0, rejects: 0 };
    let batch: FeedRecord[] = [];
    const flush = async (): Promise<void> => {
      await this.takeBatch(feed, run, batch, removals, state);
      batch = [];
    };
    for await (const record of records) {
      batch.push(record);
      run.counts.read += 1;
      if (run.counts.read > mostRecords) throw new FeedError(`it has more than ${mostRecords} records`);
      if (batch.length >= batchSize) await flush();
    }
    if (batch.length > 0) await flush();
    return { removals, nameless: state.nameless };
  }

  private async takeBatch(
    feed: Feed,
    run: FeedRun,
    batch: readonly FeedRecord[],
    removals: string[],
    state: { nameless: number; rejects: number },
  ): Promise<void> {
    const ads: { position: number; value: unknown }[] = [];
    const rejects: FeedReject[] = [];
    const reject = (position: number, externalId: string | null, reason: string, value: unknown): void => {
      run.counts.rejected += 1;
      if (externalId === null) state.nameless += 1;
      if ((state.rejects += 1) > mostRejects) return;
      const record = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
      rejects.push({ runId: run.id, position, externalId, reason, record: storable(record) });
    };
    for (const record of batch) {
      if ('fault' in record) reject(record.position, null, record.fault, '');
      else if ((record.value as { removed?: unknown } | null)?.removed === true)
        removals.push(String((record.value as { id?: unknown }).id).trim());
      else ads.push({ position: record.position, value: withDefaults(record.value, feed.defaults) });
    }
    const results = await this.ads.import(
      feed.name,
      ads.map(({ value }) => value),
      false,
      run.id,
    );
    for (const { index, outcome, externalId, reason } of results) {
      const { position, value } = ads[index]!;
      if (outcome === 'rejected') reject(position, externalId, reason ?? 'it cannot be taken', value);
      else if (outcome !== 'superseded') run.counts[outcome] += 1;
    }
    // What was rejected but can be told is still there.
    await this.sources.seeNow(
      feed.name,
      rejects.flatMap(({ externalId }) => externalId ?? []),
      run.id,
    );
    await this.feeds.addRejects(rejects);
    run.seenAliveAt = this.clock.now();
    await this.feeds.saveRun(run);
  }

  private async removeGone(
    feed: Feed,
    run: FeedRun,
    { isWhole }: FeedReading,
    removals: readonly string[],
    nameless: number,
  ): Promise<void> {
    run.status = 'done';
    const told = await this.sources.activeAmong(feed.name, removals);
    const unseen = isWhole ? (await this.sources.unseen(feed.name, run.id)).unseen : [];
    const gone = [...new Set([...told.found, ...unseen])];
    if (gone.length === 0) return;
    if (isWhole && nameless > run.counts.read * mostNameless) {
      run.reason = `${nameless} records had no id that could be read, so nothing was removed`;
      return;
    }
    if (isBraked(gone.length, told.active)) {
      await this.sources.hold(feed.name, gone, run.id);
      run.counts.held = gone.length;
      run.status = 'held';
      run.reason = `${gone.length} of ${told.active} ads would leave at once: an operator must say whether that is meant`;
      return;
    }
    run.counts.removed += await this.remove(feed.name, gone);
  }

  /** Takes ads out of a source. @returns how many vacancies closed. */
  async remove(source: string, externalIds: readonly string[]): Promise<number> {
    let closed = 0;
    const now = this.clock.now().toISOString();
    for (let at = 0; at < externalIds.length; at += batchSize) {
      const records = externalIds.slice(at, at + batchSize).map((id) => ({ id, removed: true, removed_date: now }));
      const results: ImportResult[] = await this.ads.import(source, records, false);
      closed += results.filter(({ outcome }) => outcome === 'removed').length;
    }
    return closed;
  }
}

/** PostgreSQL's text holds no NUL and no half of a pair. */
const storable = (text: string): string =>
  text
    .slice(0, longestRejected)
    .replace(/\u0000/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

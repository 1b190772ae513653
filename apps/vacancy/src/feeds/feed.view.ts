import type { FeedRunView, FeedView } from '#contracts';
import type { Feed, FeedRun } from './feed.entity.js';

export const feedRunView = (run: FeedRun): FeedRunView => ({
  ...run,
  startedAt: run.startedAt.toISOString(),
  endedAt: run.endedAt?.toISOString() ?? null,
  bytes: Number(run.bytes),
});

export const feedView = (feed: Feed, lastRun: FeedRun | undefined, openAds: number, now: Date): FeedView => ({
  ...feed,
  health: healthOf(feed, lastRun, now),
  openAds,
  lastRun: lastRun ? feedRunView(lastRun) : null,
  createdAt: feed.createdAt.toISOString(),
});

function healthOf(feed: Feed, run: FeedRun | undefined, now: Date): FeedView['health'] {
  if (!feed.enabled) return 'off';
  if (!run) return 'waiting';
  if (run.status === 'failed') return 'failing';
  if (run.status !== 'done') return run.status;
  const age = now.getTime() - run.startedAt.getTime();
  return age > 3 * feed.everyMinutes * 60_000 ? 'late' : 'ok';
}

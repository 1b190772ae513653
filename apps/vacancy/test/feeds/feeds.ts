import { feedApi, type FeedRunView, type FeedView } from '#contracts';
import { until } from '#testing';
import { operator, type RunningService } from '../service.js';

/** A feed that is read when it is told to: its own turns come too seldom to meet a test. */
export function addFeed(service: RunningService, feed: object): Promise<FeedView> {
  return service.get<FeedView>(feedApi.createFeed, operator, { body: { everyMinutes: 10_080, ...feed } });
}

export const feedOf = (service: RunningService, feedId: string): Promise<FeedView> =>
  service.get<FeedView>(feedApi.getFeed, operator, { params: { feedId } });

/** Waits for a run that ended, other than those before. */
export async function endedRun(
  service: RunningService,
  feedId: string,
  before: readonly string[] = [],
): Promise<FeedRunView> {
  return until(
    async () => {
      const { items } = await service.get<{ items: FeedRunView[] }>(feedApi.listFeedRuns, operator, {
        params: { feedId },
      });
      return items.find(({ id, status }) => status !== 'running' && !before.includes(id));
    },
    { timeout: 30_000, what: 'a run of the feed to end' },
  );
}

/** Reads a feed once more. */
export async function readAgain(service: RunningService, feedId: string): Promise<FeedRunView> {
  const { items } = await service.get<{ items: FeedRunView[] }>(feedApi.listFeedRuns, operator, { params: { feedId } });
  await service.get(feedApi.runFeed, operator, { params: { feedId } });
  return endedRun(
    service,
    feedId,
    items.map(({ id }) => id),
  );
}

export const statuses = async (service: RunningService): Promise<Record<string, number>> => {
  const rows = await service.database.query<{ status: string; count: number }[]>(
    'SELECT status, count(*)::int AS count FROM vacancies GROUP BY status ORDER BY status',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};

import { Schedules, type ScheduledWork } from '#messaging';
import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../config.js';
import { PeriodicJob } from '../jobs/periodic-job.js';
import { FeedRepository } from './feed.repository.js';
import { RunFeedService } from './run-feed.service.js';

/** Reads each feed at its time. The queue decides who does it when; the table of feeds says what should be there, and heals a queue that was emptied. */
@Injectable()
export class FeedSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly work: ScheduledWork;
  private readonly healing: PeriodicJob;

  constructor(
    private readonly schedules: Schedules,
    private readonly feeds: FeedRepository,
    private readonly runs: RunFeedService,
    @InjectConfig() private readonly config: VacancyConfig,
    @InjectLogger() logger: Logger,
  ) {
    this.work = {
      queue: 'vacancy-feeds',
      attempts: 3,
      retryMs: config.FEED_RETRY_SECONDS * 1000,
      concurrency: 2,
      run: (id) => this.runs.run(id),
    };
    const run = (): Promise<void> => this.sync();
    this.healing = new PeriodicJob({ name: 'schedule feeds', everyMs: 60_000, soonMs: 5_000, run, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE === 'api') return;
    this.schedules.work(this.work);
    this.healing.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.healing.stop();
  }

  /** Brings the queue's schedule up to the table's. */
  async sync(): Promise<void> {
    const enabled = (await this.feeds.all()).filter((feed) => feed.enabled);
    await this.schedules.sync(this.work, new Map(enabled.map(({ id, everyMinutes }) => [id, everyMinutes * 60_000])));
  }

  async now(feedId: string): Promise<void> {
    await this.schedules.now(this.work, feedId);
  }
}

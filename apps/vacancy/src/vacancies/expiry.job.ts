import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../config.js';
import { PeriodicJob } from '../jobs/periodic-job.js';
import { ExpireVacanciesService } from './expire-vacancies.service.js';

/** Looks every minute for vacancies whose last day has passed. */
@Injectable()
export class ExpiryJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job: PeriodicJob;

  constructor(
    @InjectConfig() private readonly config: VacancyConfig,
    @InjectLogger() logger: Logger,
    expiry: ExpireVacanciesService,
  ) {
    const run = (): Promise<number> => expiry.expire();
    this.job = new PeriodicJob({ name: 'expire vacancies', everyMs: 60_000, soonMs: 10_000, run, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE !== 'api') this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }
}

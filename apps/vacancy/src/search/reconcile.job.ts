import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../config.js';
import { PeriodicJob } from '../jobs/periodic-job.js';
import { ReconcileSearchService } from './reconcile-search.service.js';

/** Compares index and database at the start, every five minutes, and soon after the engine was out of reach. */
@Injectable()
export class ReconcileJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job: PeriodicJob;

  constructor(
    @InjectConfig() private readonly config: VacancyConfig,
    @InjectLogger() logger: Logger,
    reconciler: ReconcileSearchService,
  ) {
    const run = (): Promise<number | null> => reconciler.reconcile();
    this.job = new PeriodicJob({ name: 'reconcile search', everyMs: 300_000, soonMs: 5_000, run, logger });
  }

  /** The index is behind: look again soon, and until it is not. */
  soon(): void {
    this.job.soon();
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE !== 'api') this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }
}

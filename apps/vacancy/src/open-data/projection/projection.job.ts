import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../../config.js';
import { PeriodicJob } from '../../jobs/periodic-job.js';
import { OpenAdProjector } from './open-ad.projector.js';

/** Keeps the open data within a second of the vacancies. */
@Injectable()
export class ProjectionJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job: PeriodicJob;
  private prepared = false;

  constructor(
    @InjectConfig() private readonly config: VacancyConfig,
    @InjectLogger() logger: Logger,
    private readonly projector: OpenAdProjector,
  ) {
    const run = (): Promise<void> => this.run();
    this.job = new PeriodicJob({ name: 'project open ads', everyMs: 500, soonMs: 2_000, run, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE !== 'api') this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  private async run(): Promise<void> {
    if (!this.prepared) await this.projector.prepare();
    this.prepared = true;
    await this.projector.catchUp();
  }
}

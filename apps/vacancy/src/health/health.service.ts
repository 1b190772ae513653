import { QueueHealth } from '#messaging';
import { gauge, Readiness } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConfig, type VacancyConfig } from '../config.js';
import { InjectVacancyIndex, type VacancyIndex } from '../search/vacancy-index.js';

/** Tells whether facts move and search answers. */
@Injectable()
export class HealthService implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly queue: QueueHealth,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectConfig() private readonly config: VacancyConfig,
  ) {}

  onModuleInit(): void {
    this.readiness.register('queue', async () => ({ ...(await this.queue.check()) }));
    this.readiness.register('search', async () => ({ ...(await this.index.check()) }));
    if (this.config.METRICS_PORT !== undefined) this.queue.measure(gauge);
  }
}

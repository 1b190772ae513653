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
    if (this.config.METRICS_PORT !== undefined) this.measure();
  }

  private measure(): void {
    gauge('rallare_outbox_oldest_seconds', 'Age of the oldest unpublished event', [], async (set) => {
      set({}, (await this.queue.check()).oldestUnpublishedSeconds);
    });
    gauge('rallare_queue_jobs', 'Jobs in the queues, by queue and state', ['queue', 'state'], async (set) => {
      const { depths } = await this.queue.check();
      for (const [queue, depth] of Object.entries(depths))
        for (const [state, count] of Object.entries(depth)) set({ queue, state }, Number(count));
    });
  }
}

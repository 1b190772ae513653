import { QueueHealth } from '#messaging';
import { gauge, Readiness } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConfig, type ProfileConfig } from '../config.js';
import { InjectCandidateIndex, type CandidateIndex } from '../search/candidate-index.js';

/** Tells whether facts move and the candidate index answers. */
@Injectable()
export class HealthService implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly queue: QueueHealth,
    @InjectCandidateIndex() private readonly index: CandidateIndex,
    @InjectConfig() private readonly config: ProfileConfig,
  ) {}

  onModuleInit(): void {
    const { index } = this;
    this.readiness.register('queue', async () => ({ ...(await this.queue.check()) }));
    if (index) this.readiness.register('search', async () => ({ ...(await index.check()) }));
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

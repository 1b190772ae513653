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
    if (this.config.METRICS_PORT !== undefined) this.queue.measure(gauge);
  }
}

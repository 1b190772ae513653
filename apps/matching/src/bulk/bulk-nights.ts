import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import { InjectRole, type Role } from '../config.js';
import { BulkRunRepository } from './bulk-run.repository.js';
import { BulkRuns } from './bulk-runs.service.js';

const lookEveryMs = 15 * 60_000;
/** Swedish hours in which the nightly run may begin. */
const night = { from: 2, before: 5 };
const longestRunMs = 12 * 3_600_000;
const wanted = { limit: 10, rankBy: 'both' } as const;

/** Begins one bulk run a night, on one of the replicas, and gives up what has gone on for too long: its input holds facts about people. */
@Injectable()
export class BulkNights implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly runs: BulkRuns,
    private readonly repository: BulkRunRepository,
    private readonly clock: Clock,
    @InjectRole() private readonly role: Role,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role === 'api') return;
    this.timer = setInterval(() => {
      this.looking = this.looking
        .then(() => this.look())
        .catch((error: unknown) => {
          this.logger.warn({ err: error }, 'the nightly run could not be begun');
        });
    }, lookEveryMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Gives up what is too old, and begins the night's run where it is due. */
  async look(): Promise<void> {
    for (const runId of await this.repository.runningSince(new Date(this.clock.now().getTime() - longestRunMs))) {
      this.logger.warn({ runId }, 'a bulk run took too long and is given up');
      await this.runs.giveUp(runId);
    }
    const hour = this.clock.hour();
    if (hour < night.from || hour >= night.before || (await this.repository.hasNight(this.clock.today()))) return;
    const runId = await this.runs.freeze({ ...wanted, night: this.clock.today() });
    if (runId) this.logger.info({ runId }, 'the nightly run begins');
  }
}

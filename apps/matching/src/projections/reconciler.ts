import { profileInternalApi, vacancyInternalApi } from '#contracts';
import { asService, InjectLogger, ServiceClient, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AlertFinder } from '../alerts/alert-finder.service.js';
import { InjectRole, type Role } from '../config.js';
import { eraseProfileTraces, eraseVacancyTraces } from './erase-traces.js';
import { ProjectionRepository, type Side, type ViewOf } from './projection.repository.js';

const self = asService('matching');
const everyMs = 5 * 60_000;

/** Compares the projections with their owners every few minutes and repairs what drifted, for instance after a restored backup. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: ServiceClient,
    private readonly projections: ProjectionRepository,
    private readonly alerts: AlertFinder,
    private readonly dataSource: DataSource,
    @InjectRole() private readonly role: Role,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role === 'api') return;
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.run());
    }, everyMs);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Returns how many rows of one side were repaired. */
  async reconcile(side: Side): Promise<number> {
    const known = await this.projections.revisions(side);
    const unseen = new Set(known.keys());
    let repaired = 0;
    for await (const views of this.ownersViews(side)) {
      for (const view of views) unseen.delete('profileId' in view ? view.profileId : view.vacancyId);
      for (const view of await this.projections.differing(side, views))
        if (await this.repair(view, known)) repaired += 1;
    }
    for (const id of unseen) if (await this.settleMissing(side, id)) repaired += 1;
    return repaired;
  }

  private async run(): Promise<void> {
    for (const side of ['profile', 'vacancy'] as const) {
      try {
        const repaired = await this.reconcile(side);
        if (repaired > 0) this.logger.warn({ side, repaired }, 'projections had drifted and were repaired');
      } catch (error) {
        this.logger.warn({ err: error, side }, 'projections could not be compared with their owner');
      }
    }
  }

  /** A vacancy that comes to light in this way is told of too: its event finds nothing new afterwards. */
  private repair(view: ViewOf<Side>, known: ReadonlyMap<string, number>): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      if ('profileId' in view) return this.projections.repair(manager, 'profile', view, known.get(view.profileId));
      const isNew = await this.projections.repair(manager, 'vacancy', view, known.get(view.vacancyId));
      if (isNew && view.rankable) await this.alerts.tell(manager, view);
      return isNew;
    });
  }

  /** What the owner's list lacked may have been made since, so the owner is asked for it by name. */
  private async settleMissing(side: Side, id: string): Promise<boolean> {
    const api = side === 'profile' ? profileInternalApi.matchViews : vacancyInternalApi.matchViews;
    const { items } = await this.client.call(api, self, { body: { ids: [id] } });
    if (items.length > 0) return false;
    return this.dataSource.transaction(async (manager) => {
      const isNew = await this.projections.erase(manager, side, id);
      await (side === 'profile' ? eraseProfileTraces : eraseVacancyTraces)(manager, id);
      return isNew;
    });
  }

  private async *ownersViews(side: Side): AsyncIterable<ViewOf<Side>[]> {
    const api = side === 'profile' ? profileInternalApi.matchViewPage : vacancyInternalApi.matchViewPage;
    for (let after: string | undefined; ;) {
      const { items, next } = await this.client.call(api, self, { query: { after, limit: 500 } });
      yield items;
      if (!next) return;
      after = next;
    }
  }
}

import { profileInternalApi, vacancyInternalApi } from '#contracts';
import { asService, InjectLogger, ServiceClient, type Logger } from '#platform';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eraseProfileTraces, eraseVacancyTraces } from './erase-traces.js';
import { ProjectionRepository, type Side, type ViewOf } from './projection.repository.js';

const self = asService('matching');
const everyMs = 5 * 60_000;

/** Compares the projections with their owners every few minutes and repairs what drifted, for instance after a restored backup. */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly client: ServiceClient,
    private readonly projections: ProjectionRepository,
    private readonly dataSource: DataSource,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), everyMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    for (const side of ['profile', 'vacancy'] as const) {
      try {
        const repaired = await this.reconcile(side);
        if (repaired > 0) this.logger.warn({ side, repaired }, 'projections had drifted and were repaired');
      } catch (error) {
        this.logger.warn({ err: error, side }, 'projections could not be compared with their owner');
      }
    }
  }

  /** Returns how many rows were repaired. */
  async reconcile(side: Side): Promise<number> {
    const known = await this.projections.revisions(side);
    let repaired = 0;
    for await (const views of this.ownersViews(side)) {
      for (const view of views) {
        const id = 'profileId' in view ? view.profileId : view.vacancyId;
        if ((known.get(id) ?? 0) < view.revision) {
          const kept = await this.projections.keep(this.dataSource.manager, side, {
            id,
            revision: view.revision,
            view,
          });
          repaired += kept ? 1 : 0;
        }
        known.delete(id);
      }
    }
    for (const [id, revision] of known) repaired += (await this.settleMissing(side, id, revision)) ? 1 : 0;
    return repaired;
  }

  /** What the owner's list lacked may have been made since, so the owner is asked for it by name. */
  private async settleMissing(side: Side, id: string, revision: number): Promise<boolean> {
    const api = side === 'profile' ? profileInternalApi.matchViews : vacancyInternalApi.matchViews;
    const { items } = await this.client.call(api, self, { body: { ids: [id] } });
    if (items.length > 0) return false;
    return this.dataSource.transaction(async (manager) => {
      await (side === 'profile' ? eraseProfileTraces : eraseVacancyTraces)(manager, id);
      return this.projections.keep(manager, side, { id, revision: revision + 1, view: null });
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

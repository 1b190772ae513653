import { profileInternalApi, vacancyInternalApi, type EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { asService, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { AlertFinder } from '../alerts/alert-finder.service.js';
import { eraseProfileTraces, eraseVacancyTraces } from './erase-traces.js';
import { ClosingRepository } from '../closings/closing.repository.js';
import { Clock } from '../clock.js';
import { ProjectionRepository } from './projection.repository.js';

const self = asService('matching');

/** Facts of the other services, kept as projections. The content is asked of its owner: an event names only the id and the revision. */
@Injectable()
export class ProjectionHandlers {
  constructor(
    private readonly client: ServiceClient,
    private readonly projections: ProjectionRepository,
    private readonly alerts: AlertFinder,
    private readonly closings: ClosingRepository,
    private readonly clock: Clock,
  ) {}

  @HandlesEvent('matching-projection', 'profile.changed.v1')
  async profileChanged({ profileId }: EventPayload<'profile.changed.v1'>, { manager }: EventContext): Promise<void> {
    const { items } = await this.client.call(profileInternalApi.matchViews, self, { body: { ids: [profileId] } });
    const view = items[0];
    if (view) await this.projections.keep(manager, 'profile', view);
  }

  @HandlesEvent('matching-projection', 'profile.erased.v1')
  async profileErased({ profileId }: EventPayload<'profile.erased.v1'>, { manager }: EventContext): Promise<void> {
    await this.projections.erase(manager, 'profile', profileId);
    await eraseProfileTraces(manager, profileId);
  }

  @HandlesEvent('matching-projection', 'vacancy.published.v1')
  async vacancyPublished(
    { vacancyId }: EventPayload<'vacancy.published.v1'>,
    { manager }: EventContext,
  ): Promise<void> {
    const isOpen = await this.keepVacancy(vacancyId, manager);
    if (isOpen) await this.closings.takeBack(manager, vacancyId);
  }

  @HandlesEvent('matching-projection', 'vacancy.changed.v1')
  async vacancyChanged({ vacancyId }: EventPayload<'vacancy.changed.v1'>, { manager }: EventContext): Promise<void> {
    await this.keepVacancy(vacancyId, manager);
  }

  @HandlesEvent('matching-projection', 'vacancy.closed.v1')
  async vacancyClosed({ vacancyId }: EventPayload<'vacancy.closed.v1'>, { manager }: EventContext): Promise<void> {
    const isOpen = await this.keepVacancy(vacancyId, manager);
    if (isOpen === false) await this.closings.tell(manager, vacancyId, this.clock.now());
  }

  @HandlesEvent('matching-projection', 'vacancy.erased.v1')
  async vacancyErased({ vacancyId }: EventPayload<'vacancy.erased.v1'>, { manager }: EventContext): Promise<void> {
    await this.projections.erase(manager, 'vacancy', vacancyId);
    await eraseVacancyTraces(manager, vacancyId);
  }

  /** @returns whether it is open now; null where its owner no longer has it. */
  private async keepVacancy(vacancyId: string, manager: EventContext['manager']): Promise<boolean | null> {
    const { items } = await this.client.call(vacancyInternalApi.matchViews, self, { body: { ids: [vacancyId] } });
    const view = items[0];
    if (!view) return null;
    const isNew = await this.projections.keep(manager, 'vacancy', view);
    if (isNew && view.rankable) await this.alerts.tell(manager, view);
    return view.rankable;
  }
}

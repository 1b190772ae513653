import type { EventPayload, ProfileMatchView, VacancyMatchView } from '#contracts';
import { HandlesEvent, Outbox, type EventContext } from '#messaging';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { AlertRepository, type AlertRow } from './alert.repository.js';

const isWithin = ({ municipalities }: AlertRow, vacancy: VacancyMatchView): boolean =>
  municipalities.length === 0 || vacancy.remote || vacancy.municipalities.some((code) => municipalities.includes(code));

/** Finds whose saved alerts a new or changed vacancy meets, and tells them. */
@Injectable()
export class AlertFinder {
  constructor(
    private readonly repository: AlertRepository,
    private readonly projections: ProjectionRepository,
    private readonly host: EngineHost,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async tell(manager: EntityManager, vacancy: VacancyMatchView): Promise<void> {
    for await (const page of this.repository.withProfiles(manager)) {
      for (const { alert, profile } of page) {
        if (this.fitOf(alert, profile, vacancy) === null) continue;
        await this.outbox.add(manager, 'match.found.v1', {
          alertId: alert.id,
          profileId: profile.profileId,
          vacancyId: vacancy.vacancyId,
          vacancyRevision: vacancy.revision,
        });
      }
    }
  }

  @HandlesEvent('matching-alerts', 'match.found.v1')
  async found(
    { alertId, profileId, vacancyId }: EventPayload<'match.found.v1'>,
    { manager }: EventContext,
  ): Promise<void> {
    const alert = await this.repository.find(manager, alertId);
    const profile = await this.projections.find('profile', profileId, manager);
    const vacancy = await this.projections.find('vacancy', vacancyId, manager);
    if (!alert || !profile?.rankable || !vacancy?.rankable) return;
    const fit = this.fitOf(alert, profile, vacancy);
    if (fit === null) return;
    await this.repository.notify(manager, {
      id: randomUUID(),
      alert_id: alertId,
      vacancy_id: vacancyId,
      fit,
      notified_at: this.clock.now(),
    });
  }

  /** The fit where the vacancy meets the alert, else null. Asked again before telling: either side may have changed. */
  private fitOf(alert: AlertRow, profile: ProfileMatchView, vacancy: VacancyMatchView): number | null {
    if (!isWithin(alert, vacancy)) return null;
    const { fit, eligibility } = this.host.engine.match(profile, vacancy);
    return eligibility === 'not-met' || fit < alert.minimum_fit ? null : fit;
  }
}

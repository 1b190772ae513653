import type { EventPayload, ProfileMatchView, VacancyMatchView } from '#contracts';
import { HandlesEvent, Outbox, type EventContext } from '#messaging';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { AlertRepository, type AlertRow } from './alert.repository.js';
import { MetSearches } from './met-searches.js';

const isWithin = ({ municipalities }: AlertRow, vacancy: VacancyMatchView): boolean =>
  municipalities.length === 0 || vacancy.remote || vacancy.municipalities.some((code) => municipalities.includes(code));

/** Finds whose saved alerts a new or changed vacancy meets, and tells them. */
@Injectable()
export class AlertFinder {
  constructor(
    private readonly repository: AlertRepository,
    private readonly projections: ProjectionRepository,
    private readonly host: EngineHost,
    private readonly searches: MetSearches,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async tell(manager: EntityManager, vacancy: VacancyMatchView): Promise<void> {
    for await (const page of this.repository.withProfiles(manager)) {
      const fitting = page.filter(({ alert, profile }) => this.fitOf(alert, profile, vacancy) !== null);
      for (const { alert, profile } of await this.meeting(fitting, vacancy)) {
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
    if (fit === null || (await this.meeting([{ alert }], vacancy)).length === 0) return;
    await this.repository.notify(manager, {
      id: randomUUID(),
      alert_id: alertId,
      vacancy_id: vacancyId,
      fit,
      notified_at: this.clock.now(),
    });
  }

  /** Those whose saved search finds the vacancy, and those that have none. */
  private async meeting<T extends { alert: AlertRow }>(alerts: T[], { vacancyId }: VacancyMatchView): Promise<T[]> {
    const searching = alerts.filter(({ alert }) => alert.search !== null);
    if (searching.length === 0) return alerts;
    const met = await this.searches.of(
      vacancyId,
      searching.map(({ alert }) => alert.search!),
    );
    const unmet = new Set(searching.filter((_, index) => !met[index]));
    return alerts.filter((one) => !unmet.has(one));
  }

  /** The fit where the vacancy meets the alert, else null. Asked again before telling: either side may have changed. */
  private fitOf(alert: AlertRow, profile: ProfileMatchView, vacancy: VacancyMatchView): number | null {
    if (!isWithin(alert, vacancy)) return null;
    const { fit, eligibility } = this.host.engine.match(profile, vacancy);
    // Who saved a search and asks for no fit wants to hear of all that it finds.
    if (alert.search !== null && alert.minimum_fit === 0) return fit;
    return eligibility === 'not-met' || fit < alert.minimum_fit ? null : fit;
  }
}

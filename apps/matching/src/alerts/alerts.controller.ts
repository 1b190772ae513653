import { matchingApi, searchAsAsked, type AnswerOf, type InputOf, type SavedAlert, type SavedSearch } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Ownership } from '../ownership/ownership.service.js';
import { AlertRepository, type AlertRow } from './alert.repository.js';
import { CreateAlert } from './create-alert.service.js';

const view = (row: AlertRow, newHits = 0): SavedAlert => ({
  id: row.id,
  name: row.name,
  active: row.active,
  minimumFit: row.minimum_fit,
  municipalities: row.municipalities,
  search: row.search && viewOf(row.search),
  newHits,
  createdAt: row.created_at.toISOString(),
});

/** What it asks for, as an address would say it. */
function viewOf(search: SavedSearch): SavedAlert['search'] {
  const asked = Object.entries(searchAsAsked(search)).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0) && value !== '',
  );
  return Object.fromEntries(asked) as SavedAlert['search'];
}

@Controller()
export class AlertsController {
  constructor(
    private readonly repository: AlertRepository,
    private readonly ownership: Ownership,
    private readonly createAlert: CreateAlert,
    private readonly clock: Clock,
  ) {}

  @Serve(matchingApi.createAlert)
  async create(
    @Input() input: InputOf<typeof matchingApi.createAlert>,
  ): Promise<AnswerOf<typeof matchingApi.createAlert>> {
    return view(await this.createAlert.create(input));
  }

  @Serve(matchingApi.listAlerts)
  async list(
    @Input() { params, principal }: InputOf<typeof matchingApi.listAlerts>,
  ): Promise<AnswerOf<typeof matchingApi.listAlerts>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const hits = await this.repository.newHits(params.profileId);
    return { items: (await this.repository.of(params.profileId)).map((row) => view(row, hits.get(row.id))) };
  }

  @Serve(matchingApi.changeAlert)
  async change(
    @Input() { params, body, principal }: InputOf<typeof matchingApi.changeAlert>,
  ): Promise<AnswerOf<typeof matchingApi.changeAlert>> {
    const { profileId, alertId } = params;
    await this.ownership.ownProfile(principal, profileId);
    const { name, active, seen } = body;
    const changed = await this.repository.change(profileId, alertId, {
      name,
      active,
      seenAt: seen && this.clock.now(),
    });
    if (!changed) throw notFound();
    return view(changed, (await this.repository.newHits(profileId)).get(alertId));
  }

  @Serve(matchingApi.removeAlert)
  async remove(@Input() { params, principal }: InputOf<typeof matchingApi.removeAlert>): Promise<void> {
    await this.ownership.ownProfile(principal, params.profileId);
    if (!(await this.repository.remove(params.profileId, params.alertId))) throw notFound();
  }

  @Serve(matchingApi.listNotifications)
  async notifications(
    @Input() { params, query, principal }: InputOf<typeof matchingApi.listNotifications>,
  ): Promise<AnswerOf<typeof matchingApi.listNotifications>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const { total, items } = await this.repository.notifications(params.profileId, query.limit, query.offset);
    return {
      total,
      items: items.map(({ id, alert_id, vacancy_id, fit, notified_at }) => ({
        id,
        alertId: alert_id,
        vacancyId: vacancy_id,
        fit,
        at: notified_at.toISOString(),
      })),
    };
  }
}

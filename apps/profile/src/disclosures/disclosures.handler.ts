import type { EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { Injectable } from '@nestjs/common';
import { Disclosures } from './disclosures.service.js';

/** Keeps the record of who has looked, out of what matching tells. */
@Injectable()
export class DisclosuresHandler {
  constructor(private readonly disclosures: Disclosures) {}

  @HandlesEvent('profile-disclosures', 'candidate.shown.v1')
  async shown(payload: EventPayload<'candidate.shown.v1'>, { manager, occurredAt }: EventContext): Promise<void> {
    const { viewId, ...disclosure } = payload;
    await this.disclosures.record(manager, { ...disclosure, sourceId: viewId, at: occurredAt });
  }

  @HandlesEvent('profile-disclosures', 'shortlist.decided.v1')
  async decided(payload: EventPayload<'shortlist.decided.v1'>, { manager, occurredAt }: EventContext): Promise<void> {
    const { decisionId, undone, ...disclosure } = payload;
    const purpose = undone ? 'decision-undone' : 'decision';
    await this.disclosures.record(manager, { ...disclosure, sourceId: decisionId, purpose, at: occurredAt });
  }
}

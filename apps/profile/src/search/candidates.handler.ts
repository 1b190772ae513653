import type { EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { InjectLogger, type Logger } from '#platform';
import { SearchUnavailable } from '#search';
import { Injectable } from '@nestjs/common';
import { IndexCandidates } from './index-candidates.service.js';
import { ReconcileJob } from './reconcile.job.js';

/** Keeps the candidate index up to date with this service's own facts. */
@Injectable()
export class CandidatesHandler {
  constructor(
    private readonly indexing: IndexCandidates,
    private readonly reconciliation: ReconcileJob,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  @HandlesEvent('profile-index', 'profile.changed.v1')
  @HandlesEvent('profile-index', 'profile.erased.v1')
  async refresh({ profileId, revision }: EventPayload<'profile.changed.v1'>, _: EventContext): Promise<void> {
    try {
      await this.indexing.refresh([{ id: profileId, revision }]);
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      // An engine that is away for minutes would fail every event for good; comparing everything once it is back repairs what they missed.
      this.logger.warn({ profileId, reason: error.message }, 'the candidate index is behind');
      this.reconciliation.soon();
    }
  }
}

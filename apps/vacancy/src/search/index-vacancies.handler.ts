import type { EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { InjectLogger, type Logger } from '#platform';
import { SearchUnavailable } from '#search';
import { Injectable } from '@nestjs/common';
import { IndexWriter } from './index-writer.service.js';
import { ReconcileJob } from './reconcile.job.js';

/** Keeps the index up to date with this service's own facts. */
@Injectable()
export class IndexVacanciesHandler {
  constructor(
    private readonly writer: IndexWriter,
    private readonly reconciliation: ReconcileJob,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  @HandlesEvent('vacancy-index', 'vacancy.published.v1')
  @HandlesEvent('vacancy-index', 'vacancy.changed.v1')
  @HandlesEvent('vacancy-index', 'vacancy.closed.v1')
  @HandlesEvent('vacancy-index', 'vacancy.erased.v1')
  async refresh({ vacancyId, revision }: EventPayload<'vacancy.changed.v1'>, _context: EventContext): Promise<void> {
    try {
      await this.writer.refresh(vacancyId, revision);
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      // An engine that is away for minutes would fail every event for good; comparing everything once it is back repairs what they missed.
      this.logger.warn({ vacancyId, reason: error.message }, 'the vacancy index is behind');
      this.reconciliation.soon();
    }
  }
}

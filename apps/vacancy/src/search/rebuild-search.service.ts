import { InjectLogger, type Logger } from '#platform';
import type { VacancyDocument } from '#search';
import { Injectable } from '@nestjs/common';
import { VacancyRepository } from '../vacancies/vacancy.repository.js';
import { IndexWriter } from './index-writer.service.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

@Injectable()
export class RebuildSearchService {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly writer: IndexWriter,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** Builds the index anew from the database; searches are answered meanwhile. */
  async rebuild(): Promise<{ count: number }> {
    await this.index.prepare();
    const { count, failures } = await this.index.rebuild(this.documents());
    for (const { id, reason } of failures) this.logger.warn({ vacancyId: id, reason }, 'a vacancy cannot be indexed');
    return { count };
  }

  private async *documents(): AsyncGenerator<VacancyDocument[]> {
    for await (const batch of this.vacancies.published()) yield await this.writer.documents(batch);
  }
}

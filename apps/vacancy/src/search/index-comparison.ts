import type { DocumentRevision } from '#search';
import { Injectable } from '@nestjs/common';
import { VacancyRepository } from '../vacancies/vacancy.repository.js';
import { findDrift, type Drift } from './index-drift.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

@Injectable()
export class IndexComparison {
  constructor(
    private readonly vacancies: VacancyRepository,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
  ) {}

  /** Where index and database differ now. */
  async drift(): Promise<Drift[]> {
    const indexed: DocumentRevision[] = [];
    for await (const batch of this.index.revisions()) indexed.push(...batch);
    // Read after the index: what the database has by now is never older than what was indexed.
    return findDrift(await this.vacancies.publishedRevisions(), indexed);
  }
}

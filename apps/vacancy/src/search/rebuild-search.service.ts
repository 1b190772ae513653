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
  ) {}

  /** Builds the index anew from the database; searches are answered meanwhile. */
  async rebuild(): Promise<{ count: number }> {
    await this.index.prepare();
    return this.index.rebuild(this.documents());
  }

  private async *documents(): AsyncGenerator<VacancyDocument[]> {
    for await (const batch of this.vacancies.published()) yield await this.writer.documents(batch);
  }
}

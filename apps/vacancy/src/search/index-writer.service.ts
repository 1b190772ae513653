import { SearchWriteFailed } from '#search';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import type { Vacancy } from '../vacancies/vacancy.entity.js';
import { VacancyRepository } from '../vacancies/vacancy.repository.js';
import { vacancyDocument } from './vacancy-document.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

interface Waiting {
  readonly id: string;
  /** What to remove when the database no longer has the vacancy. */
  readonly revision: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const batchSize = 200;

/**
 * Brings the index up to date with the database, whatever order the news come in: what is written is always what the database holds now.
 * While one write is under way the next ones gather, so that a burst costs few writes.
 */
@Injectable()
export class IndexWriter {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly employers: EmployerRepository,
    private readonly taxonomy: Taxonomy,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
  ) {}

  /** Resolves when a search finds the vacancy as it is now, or no longer. */
  refresh(id: string, revision: number): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ id, revision, done, failed });
      if (!this.writing) void this.writeAll();
    });
  }

  /** Published vacancies as they are searched. */
  async documents(vacancies: readonly Vacancy[]): Promise<ReturnType<typeof vacancyDocument>[]> {
    const employers = await this.employers.byIds(vacancies.map(({ employerId }) => employerId));
    return vacancies.map((vacancy) => vacancyDocument(vacancy, employers.get(vacancy.employerId)!, this.taxonomy));
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, batchSize);
      try {
        await this.write(batch);
        for (const { done } of batch) done();
      } catch (error) {
        const atFault = error instanceof SearchWriteFailed ? new Set(error.failures.map(({ id }) => id)) : null;
        for (const { id, done, failed } of batch) {
          if (atFault?.has(id) ?? true) failed(error);
          else done();
        }
      }
    }
    this.writing = false;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const now = await this.vacancies.byIds(batch.map(({ id }) => id));
    // By status alone: what has passed its last day, the index hides by the searcher's clock, so that a wrong clock takes nothing out.
    const published = [...now.values()].filter(({ status }) => status === 'published');
    const gone = new Map<string, number>();
    for (const { id, revision } of batch) {
      const vacancy = now.get(id);
      if (!vacancy) gone.set(id, Math.max(revision, gone.get(id) ?? 0));
      else if (vacancy.status !== 'published') gone.set(id, vacancy.revision);
    }
    if (published.length > 0) await this.index.upsert(await this.documents(published));
    if (gone.size > 0) await this.index.remove([...gone].map(([id, revision]) => ({ id, revision })));
  }
}

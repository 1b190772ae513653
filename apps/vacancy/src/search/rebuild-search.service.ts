import type { SearchRebuild } from '#contracts';
import { InjectLogger, type Logger } from '#platform';
import { SearchUnavailable, type VacancyDocument } from '#search';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { VacancyRepository } from '../vacancies/vacancy.repository.js';
import { IndexWriter } from './index-writer.service.js';
import { RebuildRepository } from './rebuild.repository.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

/** Builds the index anew from the database, one process at a time; searches are answered meanwhile. */
@Injectable()
export class RebuildSearchService implements BeforeApplicationShutdown {
  private underWay: Promise<unknown> = Promise.resolve();
  private isEnding = false;

  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly writer: IndexWriter,
    private readonly rebuilds: RebuildRepository,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** Resolves when the index is built, after whoever is at it already. */
  async rebuild(): Promise<void> {
    await this.rebuilds.alone(true, async () => {
      await this.rebuilds.begin();
      await this.build();
    });
  }

  /** Begins where nobody is at it. Resolves when it has begun; how it goes on is told by {@link progress}. */
  async start(): Promise<SearchRebuild> {
    await new Promise<void>((begun, failed) => {
      const building = this.rebuilds.alone(false, async () => {
        await this.rebuilds.begin();
        begun();
        await this.build();
      });
      const ended = building.then(
        () => begun(),
        (error: Error) => {
          failed(error);
          this.logger.warn({ err: error }, 'the vacancy index could not be built anew');
        },
      );
      this.underWay = Promise.all([this.underWay, ended]);
    });
    return this.rebuilds.current();
  }

  progress(): Promise<SearchRebuild> {
    return this.rebuilds.current();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    await this.underWay;
  }

  private async build(): Promise<void> {
    try {
      const { failures } = await this.index.rebuild(this.documents());
      for (const { id, reason } of failures) this.logger.warn({ vacancyId: id, reason }, 'a vacancy cannot be indexed');
      await this.rebuilds.end('done', failures.length, null);
    } catch (error) {
      const problem = error instanceof SearchUnavailable ? error.message : 'see the log of the vacancy service';
      await this.rebuilds.end(this.isEnding ? 'interrupted' : 'failed', 0, problem);
      throw error;
    }
  }

  private async *documents(): AsyncGenerator<VacancyDocument[]> {
    let done = 0;
    for await (const batch of this.vacancies.published()) {
      if (this.isEnding) throw new Error('the process ends');
      yield await this.writer.documents(batch);
      await this.rebuilds.handedOver((done += batch.length));
    }
  }
}

import { InjectLogger, type Logger } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IndexComparison } from './index-comparison.js';
import { isAhead, type Drift } from './index-drift.js';
import { IndexWriter } from './index-writer.service.js';
import { RebuildSearchService } from './rebuild-search.service.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

/** Compares index and database and repairs what differs: lost events, a lost index, a database restored from a backup. */
@Injectable()
export class ReconcileSearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly comparison: IndexComparison,
    private readonly writer: IndexWriter,
    private readonly rebuilding: RebuildSearchService,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** @returns how many vacancies differed; null when another process is at it. */
  async reconcile(): Promise<number | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [lock] = (await runner.query(`SELECT pg_try_advisory_lock(hashtext('vacancy:reconcile')) AS mine`)) as [
        { mine: boolean },
      ];
      if (!lock.mine) return null;
      try {
        return await this.repair();
      } finally {
        await runner.query(`SELECT pg_advisory_unlock(hashtext('vacancy:reconcile'))`);
      }
    } finally {
      await runner.release();
    }
  }

  private async repair(): Promise<number> {
    await this.index.prepare();
    const drift = await this.comparison.drift();
    if (drift.length === 0) return 0;
    this.logger.warn({ vacancies: drift.length }, 'the vacancy index differs from the database');
    if (drift.some(isAhead)) await this.rebuilding.rebuild();
    else {
      await Promise.all(drift.map(({ id, indexed }) => this.writer.refresh(id, indexed ?? 1)));
      // An index that remembers newer revisions than the database has drops what it is given.
      const stillThere = new Set((await this.comparison.drift()).map(keyOf));
      if (drift.some((one) => stillThere.has(keyOf(one)))) await this.rebuilding.rebuild();
    }
    this.logger.info({ vacancies: drift.length }, 'the vacancy index is repaired');
    return drift.length;
  }
}

const keyOf = ({ id, stored, indexed }: Drift): string => `${id} ${stored} ${indexed}`;

import { InjectLogger, type Logger } from '#platform';
import { SearchWriteFailed } from '#search';
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
    // Not prepared first: an empty index would answer that there is nothing, where the database can tell what there is.
    if (await this.index.needsRebuild()) await this.rebuilding.rebuild();
    const drift = await this.comparison.drift();
    if (drift.length === 0) return 0;
    this.logger.warn({ vacancies: drift.length }, 'the vacancy index differs from the database');
    if (drift.length > mostOneByOne || drift.some(isAhead)) {
      await this.rebuilding.rebuild();
      return this.told(drift.length);
    }
    const refused = await this.refresh(drift);
    // An index that remembers newer revisions than the database has drops what it is given.
    const stillThere = new Set((await this.comparison.drift()).map(keyOf));
    if (drift.some((one) => !refused.has(one.id) && stillThere.has(keyOf(one)))) await this.rebuilding.rebuild();
    return this.told(drift.length - refused.size);
  }

  /** @returns the vacancies that cannot be indexed: they are told of and set aside, their neighbours are in. */
  private async refresh(drift: readonly Drift[]): Promise<Set<string>> {
    const refused = new Set<string>();
    const refreshing = drift.map(async ({ id, indexed }) => {
      try {
        await this.writer.refresh(id, indexed ?? 1);
      } catch (error) {
        if (!(error instanceof SearchWriteFailed)) throw error;
        refused.add(id);
        this.logger.warn({ vacancyId: id, reason: error.message }, 'a vacancy cannot be indexed');
      }
    });
    await Promise.all(refreshing);
    return refused;
  }

  private told(repaired: number): number {
    this.logger.info({ vacancies: repaired }, 'the vacancy index is repaired');
    return repaired;
  }
}

/** A whole index is built anew sooner than so many vacancies are written one by one. */
const mostOneByOne = 2_000;
const keyOf = ({ id, stored, indexed }: Drift): string => `${id} ${stored} ${indexed}`;

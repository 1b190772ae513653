import type { ImportResult } from '#contracts';
import { InjectLogger, type Logger } from '#platform';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { readRecord } from './ad.js';
import type { ImportSource } from './ad-employers.js';
import { ImportBatchService, UnreadableAd, type Placed } from './import-batch.service.js';
import { planImport } from './import-plan.js';

const batchSize = 100;

/** Imports ads and removals: each is taken or rejected on its own, and the same again changes nothing. */
@Injectable()
export class ImportAdsService {
  constructor(
    private readonly batches: ImportBatchService,
    private readonly clock: Clock,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /**
   * @param run the run of a feed that brings them.
   * @returns one result for each record, in the order of the records.
   */
  async import(sourceName: string, records: readonly unknown[], demo: boolean, run?: string): Promise<ImportResult[]> {
    const source: ImportSource = {
      name: sourceName,
      demo,
      now: this.clock.now(),
      ...(run === undefined ? {} : { run }),
    };
    const { taken, settled } = planImport(records.map(readRecord));
    const results = [...settled];
    for (let at = 0; at < taken.length; at += batchSize)
      results.push(...(await this.importBatch(taken.slice(at, at + batchSize), source)));
    const counts: Record<string, number> = {};
    for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
    this.logger.info({ source: sourceName, counts }, 'ads imported');
    return results.sort((a, b) => a.index - b.index);
  }

  /** A batch that the database will not take whole is taken one by one, so that only what is at fault stays out. */
  private async importBatch(placed: readonly Placed[], source: ImportSource): Promise<ImportResult[]> {
    try {
      return await this.batches.import(placed, source);
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      const [only] = placed;
      if (placed.length === 1 && only) return [this.refused(only, error)];
      const results: ImportResult[] = [];
      for (const one of placed) results.push(...(await this.importBatch([one], source)));
      return results;
    }
  }

  private refused({ index, record }: Placed, error: unknown): ImportResult {
    const { externalId } = record;
    this.logger.error(
      { err: error instanceof UnreadableAd ? error : undefined, index, externalId, code: sqlState(error) },
      'an ad was refused',
    );
    const reason = error instanceof UnreadableAd ? 'its text cannot be read' : 'it holds what cannot be stored';
    return { index, externalId, outcome: 'rejected', vacancyId: null, reason };
  }
}

function sqlState(error: unknown): string {
  const { driverError } = (error ?? {}) as { driverError?: { code?: string } };
  return driverError?.code ?? '';
}

/** An ad that cannot be read, or SQL states of class 22 (a value that cannot be) and 23 (a rule of the tables broken). */
const isFaultOfData = (error: unknown): boolean => error instanceof UnreadableAd || /^2[23]/.test(sqlState(error));

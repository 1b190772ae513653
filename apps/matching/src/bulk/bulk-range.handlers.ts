import type { EventPayload } from '#contracts';
import { listsHash, type BulkLists } from '#engine';
import { ComputesEvent, Outbox } from '#messaging';
import { Injectable } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { BulkRunRepository } from './bulk-run.repository.js';
import { ExposureCount } from './exposure.js';
import { FrozenEngines } from './frozen-engines.js';
import { readListRecords, writeListRecords } from './list-records.js';

type Effect = (manager: EntityManager) => Promise<void>;

const nothing: Effect = () => Promise.resolve();
/** One is left for those who ask. */
const threads = Math.max(1, availableParallelism() - 1);

/** Computes the ranges of bulk runs, on whichever replica takes them. */
@Injectable()
export class BulkRangeHandlers {
  constructor(
    private readonly repository: BulkRunRepository,
    private readonly engines: FrozenEngines,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @ComputesEvent('matching-bulk', 'bulk-range.requested.v1')
  async computeRange({ runId, ordinal }: EventPayload<'bulk-range.requested.v1'>): Promise<Effect> {
    const [run, range] = [await this.repository.find(runId), await this.repository.openRange(runId, ordinal)];
    if (run?.state !== 'running' || !range) return nothing;
    const engine = await this.engines.of(run);
    if (!engine) return nothing;
    const lists = await engine.bulk({
      lists: range.lists,
      rankBy: run.rank_by,
      limit: run.list_limit,
      today: run.today,
      ...(range.after !== null && { after: range.after }),
      count: range.size,
      threads,
    });
    const records = writeListRecords(lists);
    return async (manager) => {
      if (await this.repository.storeRange(manager, runId, ordinal, records))
        await this.outbox.add(manager, 'bulk-ranges.computed.v1', { runId });
    };
  }

  @ComputesEvent('matching-bulk', 'bulk-ranges.computed.v1')
  async conclude({ runId }: EventPayload<'bulk-ranges.computed.v1'>): Promise<Effect> {
    this.engines.drop(runId);
    const run = await this.repository.find(runId);
    if (run?.state !== 'running') return nothing;
    const [people, vacancies] = [new ExposureCount(run.list_limit), new ExposureCount(run.list_limit)];
    const ranges: BulkLists[] = [];
    for await (const { lists, records } of this.repository.records(runId)) {
      const range = readListRecords(records);
      (lists === 'profiles-for-vacancies' ? people : vacancies).add(range);
      ranges.push(range);
    }
    const result = {
      hash: listsHash(ranges),
      peopleForVacancies: people.figures(vacancies.lists),
      vacanciesForPeople: vacancies.figures(people.lists),
    };
    return async (manager) => {
      await this.repository.finish(manager, runId, { state: 'done', result, at: this.clock.now() });
    };
  }
}

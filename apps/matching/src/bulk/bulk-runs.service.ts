import type { AnswerOf, BulkRun, bulkApi, InputOf } from '#contracts';
import type { MatchingEngine } from '#engine';
import { Outbox } from '#messaging';
import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import type { MatchVersions } from '../engine/engine-host.js';
import { BulkRunRepository, type Lists, type Range, type RunRow } from './bulk-run.repository.js';
import { chunksOf, FrozenEngines, inTemporaryFile } from './frozen-engines.js';

/** Both ways, in this order. */
const bothWays: readonly Lists[] = ['profiles-for-vacancies', 'vacancies-for-profiles'];
const rangesOfOneWay = 64;

const view = (row: RunRow): BulkRun => ({
  id: row.id,
  state: row.state,
  cause: row.cause,
  rankBy: row.rank_by,
  limit: row.list_limit,
  profiles: row.profiles,
  vacancies: row.vacancies,
  versions: row.versions,
  progress: { done: row.ranges_done, of: row.ranges },
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  result: row.result,
});

/** Ranges of ids that follow one another and hold all of them. */
function rangesOf(engine: MatchingEngine, fewestInARange: number): Range[] {
  return bothWays
    .flatMap((lists) => {
      const ids = engine.listIds(lists);
      const size = Math.max(fewestInARange, Math.ceil(ids.length / rangesOfOneWay));
      return Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ({
        lists,
        after: at === 0 ? null : ids[at * size - 1]!,
        size: Math.min(size, ids.length - at * size),
      }));
    })
    .map((range, ordinal) => ({ ordinal, ...range }));
}

export interface WantedRun {
  readonly limit: number;
  readonly rankBy: BulkRun['rankBy'];
  /** The day whose nightly run it is; null where an operator asked for it. */
  readonly night: string | null;
  /** Smaller ranges than this are not worth their message. */
  readonly fewestInARange?: number;
}

/**
 * Ranks everything for everybody, both ways. What is ranked is frozen first, so that the ranges, computed by whichever replica takes them, are exactly
 * those of one run; a range that was lost with its worker is computed again.
 */
@Injectable()
export class BulkRuns {
  constructor(
    private readonly engines: FrozenEngines,
    private readonly repository: BulkRunRepository,
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async start({ body }: InputOf<typeof bulkApi.startBulkRun>): Promise<AnswerOf<typeof bulkApi.startBulkRun>> {
    const id = await this.freeze({ ...body, night: null });
    if (id === null) throw new DomainError('conflict', 'Another bulk run is going on');
    return this.one(id);
  }

  /** @returns null where another run is going on, or the night has had its run. */
  async freeze(wanted: WantedRun): Promise<string | null> {
    // Whoever comes second is told so before everything is written down; that only one goes on, the database sees to.
    if (await this.repository.isAnyRunning()) return null;
    const id = randomUUID();
    return inTemporaryFile(async (file) => {
      const { engine, versions } = await this.engines.freeze(id, file);
      const isFrozen = await this.dataSource.transaction((manager) =>
        this.store(manager, id, wanted, versions, engine, file),
      );
      if (!isFrozen) this.engines.drop(id);
      return isFrozen ? id : null;
    });
  }

  async list({ query }: InputOf<typeof bulkApi.listBulkRuns>): Promise<AnswerOf<typeof bulkApi.listBulkRuns>> {
    const { total, rows } = await this.repository.page(query.limit, query.offset);
    return { total, items: rows.map(view) };
  }

  get({ params }: InputOf<typeof bulkApi.getBulkRun>): Promise<AnswerOf<typeof bulkApi.getBulkRun>> {
    return this.one(params.runId);
  }

  /** Cancelling what is over changes nothing. */
  async cancel({ params }: InputOf<typeof bulkApi.cancelBulkRun>): Promise<AnswerOf<typeof bulkApi.cancelBulkRun>> {
    await this.one(params.runId);
    await this.giveUp(params.runId);
    return this.one(params.runId);
  }

  async giveUp(runId: string): Promise<void> {
    const end = { state: 'cancelled', result: null, at: this.clock.now() } as const;
    await this.dataSource.transaction((manager) => this.repository.finish(manager, runId, end));
  }

  private async store(
    manager: EntityManager,
    id: string,
    { limit, rankBy, night, fewestInARange = 200 }: WantedRun,
    versions: MatchVersions,
    engine: MatchingEngine,
    file: string,
  ): Promise<boolean> {
    const work = rangesOf(engine, fewestInARange);
    const isNew = await this.repository.insert(manager, {
      id,
      cause: night === null ? 'operator' : 'night',
      night,
      rank_by: rankBy,
      list_limit: limit,
      today: this.clock.today(),
      versions,
      profiles: engine.profileCount,
      vacancies: engine.vacancyCount,
      ranges: work.length,
      at: this.clock.now(),
    });
    if (!isNew) return false;
    let ordinal = 0;
    for await (const bytes of chunksOf(file)) await this.repository.addInput(manager, id, ordinal++, bytes);
    await this.repository.addRanges(manager, id, work);
    await this.outbox.addAll(
      manager,
      work.map(({ ordinal }) => ({ name: 'bulk-range.requested.v1', payload: { runId: id, ordinal } })),
    );
    if (work.length === 0) await this.outbox.add(manager, 'bulk-ranges.computed.v1', { runId: id });
    return true;
  }

  private async one(id: string): Promise<BulkRun> {
    const row = await this.repository.find(id);
    if (!row) throw notFound();
    return view(row);
  }
}

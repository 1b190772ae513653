import type { matchVersions } from '#contracts';
import { createEngine, matchingModel, modelVersion, type IdfSnapshot, type MatchingEngine } from '#engine';
import { InjectLogger, Readiness, type Logger } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { ProjectionRepository, type Projected, type Side } from '../projections/projection.repository.js';
import { IdfRepository, type StoredIdf } from './idf.repository.js';
import { conceptGraph, geography } from './taxonomy-graph.js';

export type MatchVersions = z.infer<typeof matchVersions>;

const followEveryMs = 200;

/**
 * Holds the engine in memory and lets it follow the projection tables by transaction horizon: every replica sees every row, in whatever order
 * transactions end. A new rarity snapshot is frozen when the vacancies have doubled since the last one, and every replica builds its engine anew by it.
 * It is built before anything is served or consumed.
 */
@Injectable()
export class EngineHost implements OnModuleInit, BeforeApplicationShutdown {
  private current: { engine: MatchingEngine; idf: StoredIdf } | undefined;
  private horizon = '0';
  private following: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private lastProblem: string | undefined;

  constructor(
    private readonly projections: ProjectionRepository,
    private readonly idf: IdfRepository,
    private readonly taxonomy: Taxonomy,
    readiness: Readiness,
    @InjectLogger() private readonly logger: Logger,
  ) {
    readiness.register('engine', async () => ({
      ok: this.current !== undefined && this.lastProblem === undefined,
      kernel: 'plain',
      ...(this.current && { profiles: this.engine.profileCount, vacancies: this.engine.vacancyCount }),
      ...(this.lastProblem && { problem: this.lastProblem }),
    }));
  }

  get engine(): MatchingEngine {
    if (!this.current) throw new Error('the engine is not built yet');
    return this.current.engine;
  }

  /** Rows of transactions below this one are ranked here. */
  get followedTo(): string {
    return this.horizon;
  }

  get versions(): MatchVersions {
    return this.versionsWith(this.current!.idf.snapshot);
  }

  /** An engine that computes as a stored version did, or null where that version is not at hand. */
  async engineOf(versions: MatchVersions): Promise<MatchingEngine | null> {
    if (versions.model !== modelVersion || versions.taxonomy !== this.taxonomy.hash) return null;
    if (versions.idf === this.versions.idf) return this.engine;
    const idf = await this.idf.find(versions.idf);
    return idf && this.build(idf.snapshot);
  }

  async onModuleInit(): Promise<void> {
    await this.rebuild(await this.idf.upToDate(0));
    this.following = this.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private versionsWith(idf: IdfSnapshot): MatchVersions {
    return { model: modelVersion, taxonomy: this.taxonomy.hash, idf: idf.id };
  }

  private build(idf: IdfSnapshot): MatchingEngine {
    return createEngine({
      model: matchingModel,
      graph: conceptGraph(this.taxonomy),
      geography: geography(this.taxonomy),
      idf,
    });
  }

  private async rebuild(idf: StoredIdf): Promise<void> {
    const started = performance.now();
    const engine = this.build(idf.snapshot);
    const horizon = await this.projections.horizon();
    await this.fill(engine, this.projections.all('profile'), this.projections.all('vacancy'));
    this.current = { engine, idf };
    this.horizon = horizon;
    this.logger.info(
      {
        profiles: engine.profileCount,
        vacancies: engine.vacancyCount,
        idf: idf.snapshot.id,
        ms: Math.round(performance.now() - started),
      },
      'the engine is built',
    );
  }

  private async follow(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.catchUp();
        this.lastProblem = undefined;
      } catch (error) {
        if (!this.lastProblem) this.logger.warn({ err: error }, 'the engine cannot follow its projections');
        this.lastProblem = 'cannot follow the projections';
      }
      await delay(followEveryMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async catchUp(): Promise<void> {
    const horizon = await this.projections.horizon();
    if (horizon !== this.horizon) {
      const changed = <S extends Side>(side: S) => this.projections.changedBetween(side, this.horizon, horizon);
      await this.fill(this.engine, changed('profile'), changed('vacancy'));
      this.horizon = horizon;
    }
    const { idf } = this.current!;
    const upToDate = await this.idf.upToDate(this.engine.vacancyCount, idf);
    if (upToDate !== idf) await this.rebuild(upToDate);
  }

  private async fill(
    engine: MatchingEngine,
    profiles: AsyncIterable<Projected<'profile'>[]>,
    vacancies: AsyncIterable<Projected<'vacancy'>[]>,
  ): Promise<void> {
    for await (const rows of profiles) for (const row of rows) applyProfile(engine, this.reported(row));
    for await (const rows of vacancies) for (const row of rows) applyVacancy(engine, this.reported(row));
  }

  private reported<S extends Side>(row: Projected<S>): Projected<S> {
    if (row.isUnreadable) this.logger.warn({ id: row.id }, 'a projection cannot be read and is not ranked');
    return row;
  }
}

function applyProfile(engine: MatchingEngine, { id, view }: Projected<'profile'>): void {
  if (view) engine.upsertProfile(view);
  else engine.removeProfile(id);
}

function applyVacancy(engine: MatchingEngine, { id, view }: Projected<'vacancy'>): void {
  if (view) engine.upsertVacancy(view);
  else engine.removeVacancy(id);
}

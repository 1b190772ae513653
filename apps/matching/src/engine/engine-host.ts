import type { matchVersions } from '#contracts';
import {
  createEngine,
  matchingModel,
  modelVersion,
  type EngineOptions,
  type EngineParts,
  type IdfSnapshot,
  type MatchingEngine,
} from '#engine';
import { InjectLogger, Readiness, type Logger } from '#platform';
import { conceptGraph, geography, Taxonomy } from '#taxonomy';
import { TaxonomyVersions } from '#taxonomy-store';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { ProjectionRepository, type Projected, type Side } from '../projections/projection.repository.js';
import { InjectConfig, type MatchingConfig } from '../config.js';
import { EngineSnapshots } from './engine-snapshots.js';
import { IdfRepository, type StoredIdf } from './idf.repository.js';

export type MatchVersions = z.infer<typeof matchVersions>;

const followEveryMs = 200;
const saveEveryMs = 10 * 60_000;

/**
 * Holds the engine in memory and lets it follow the projection tables by transaction horizon: every replica sees every row, in whatever order
 * transactions end. A new rarity snapshot is frozen when the vacancies have doubled since the last one, and every replica builds its engine anew by it.
 * It is built before anything is served or consumed, from the last snapshot where there is one that fits.
 */
@Injectable()
export class EngineHost implements OnModuleInit, BeforeApplicationShutdown {
  private current: { engine: MatchingEngine; idf: StoredIdf } | undefined;
  private horizon = '0';
  private following: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private lastProblem: string | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private saved = { horizon: '', at: 0 };
  readonly options: EngineOptions;

  constructor(
    private readonly projections: ProjectionRepository,
    private readonly idf: IdfRepository,
    private readonly snapshots: EngineSnapshots,
    private readonly taxonomy: Taxonomy,
    private readonly taxonomies: TaxonomyVersions,
    readiness: Readiness,
    @InjectConfig() config: Pick<MatchingConfig, 'ENGINE_KERNEL'>,
    @InjectLogger() private readonly logger: Logger,
  ) {
    let isTold = false;
    this.options = {
      kernel: config.ENGINE_KERNEL,
      onFallback: (why) => {
        if (!isTold) this.logger.warn({ why }, 'the plain engine takes over');
        isTold = true;
      },
    };
    readiness.register('engine', async () => ({
      ok: this.current !== undefined && this.lastProblem === undefined,
      ...(this.current && {
        kernel: this.engine.kernel,
        profiles: this.engine.profileCount,
        vacancies: this.engine.vacancyCount,
      }),
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
    if (
      versions.model === modelVersion &&
      versions.taxonomy === this.taxonomy.hash &&
      versions.idf === this.versions.idf
    )
      return this.engine;
    const parts = await this.partsOf(versions);
    return parts && createEngine(parts, { ...this.options, kernel: 'plain' });
  }

  /** What an engine of a stored version is made of, or null where that version is not at hand. */
  async partsOf(versions: MatchVersions): Promise<EngineParts | null> {
    if (versions.model !== modelVersion) return null;
    const [taxonomy, idf] = [await this.taxonomies.find(versions.taxonomy), await this.idf.find(versions.idf)];
    return taxonomy && idf && this.parts(idf.snapshot, taxonomy);
  }

  /** Nothing is written to the engine until `work` is done. */
  still<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  async onModuleInit(): Promise<void> {
    const idf = await this.idf.upToDate(0);
    if (!(await this.restore(idf))) await this.rebuild(idf);
    this.following = this.follow();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private versionsWith(idf: IdfSnapshot): MatchVersions {
    return { model: modelVersion, taxonomy: this.taxonomy.hash, idf: idf.id };
  }

  private parts(idf: IdfSnapshot, taxonomy = this.taxonomy): EngineParts {
    return { model: matchingModel, graph: conceptGraph(taxonomy), geography: geography(taxonomy), idf };
  }

  private async restore(idf: StoredIdf): Promise<boolean> {
    const started = performance.now();
    const restored = await this.snapshots.read(this.parts(idf.snapshot), this.taxonomy.hash, this.options);
    if (!restored) return false;
    this.current = { engine: restored.engine, idf };
    this.horizon = restored.horizon;
    this.saved = { horizon: restored.horizon, at: Date.now() };
    await this.catchUp();
    this.report('the engine is read from its snapshot', started);
    return true;
  }

  private async rebuild(idf: StoredIdf): Promise<void> {
    const started = performance.now();
    const engine = createEngine(this.parts(idf.snapshot), this.options);
    const horizon = await this.projections.horizon();
    await this.fill(engine, this.projections.all('profile'), this.projections.all('vacancy'));
    this.current = { engine, idf };
    this.horizon = horizon;
    this.report('the engine is built', started);
  }

  private report(what: string, started: number): void {
    const { kernel, profileCount: profiles, vacancyCount: vacancies } = this.engine;
    const ms = Math.round(performance.now() - started);
    this.logger.info({ kernel, profiles, vacancies, idf: this.versions.idf, ms }, what);
  }

  private async follow(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.still(() => this.catchUp());
        this.lastProblem = undefined;
        await this.saveNowAndThen();
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

  private async saveNowAndThen(): Promise<void> {
    if (!this.snapshots.areKept || this.saved.horizon === this.horizon || Date.now() - this.saved.at < saveEveryMs)
      return;
    this.saved = { horizon: this.horizon, at: Date.now() };
    await this.still(() => this.snapshots.save(this.engine, this.taxonomy.hash, this.horizon));
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

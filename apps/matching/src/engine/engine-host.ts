import type { matchVersions } from '#contracts';
import { createEngine, matchingModel, modelVersion, type IdfSnapshot, type MatchingEngine } from '#engine';
import { InjectLogger, Readiness, type Logger } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { ProjectionRepository, type Projected } from '../projections/projection.repository.js';
import { IdfRepository, type StoredIdf } from './idf.repository.js';
import { conceptGraph, geography } from './taxonomy-graph.js';

export type MatchVersions = z.infer<typeof matchVersions>;

const followEveryMs = 200;
/** Below this many vacancies rarity says little, and the snapshot is taken as it is. */
const fewVacancies = 20;

/**
 * Holds the engine in memory and lets it follow the projection tables by transaction horizon: every replica sees every row, in whatever order
 * transactions end. A new rarity snapshot is frozen when the vacancies have doubled since the last one, and the engine built anew by it.
 */
@Injectable()
export class EngineHost implements OnApplicationBootstrap, OnApplicationShutdown {
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

  async onApplicationBootstrap(): Promise<void> {
    await this.rebuild((await this.idf.newest()) ?? (await this.idf.take()));
    this.following = this.follow();
  }

  async onApplicationShutdown(): Promise<void> {
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
    await this.apply(engine, '0', horizon);
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
      await this.apply(this.engine, this.horizon, horizon);
      this.horizon = horizon;
    }
    const counted = this.current!.idf.vacancies;
    if (this.engine.vacancyCount >= Math.max(fewVacancies, 2 * counted)) await this.rebuild(await this.idf.take());
  }

  private async apply(engine: MatchingEngine, from: string, to: string): Promise<void> {
    for await (const rows of this.projections.changedBetween('profile', from, to))
      for (const row of rows) applyProfile(engine, row);
    for await (const rows of this.projections.changedBetween('vacancy', from, to))
      for (const row of rows) applyVacancy(engine, row);
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

import {
  profileMatchView,
  vacancyMatchView,
  type AnswerOf,
  type InputOf,
  type MatchFigures,
  type matchingApi,
  type ProfileMatchView,
  type VacancyMatchView,
} from '#contracts';
import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { EngineHost, type MatchVersions } from '../engine/engine-host.js';
import { figuresOf } from '../matches/evidence.js';
import { ProjectionRepository } from '../projections/projection.repository.js';

export interface Shown {
  readonly profile: ProfileMatchView;
  readonly vacancy: VacancyMatchView;
  readonly figures: MatchFigures;
  readonly versions: MatchVersions;
  readonly viewer: string;
}

interface Row {
  profile: unknown;
  vacancy: unknown;
  figures: MatchFigures;
  versions: MatchVersions;
}

/** What somebody was shown, with the inputs and versions that it was computed from: enough to compute it again, to the bit. */
@Injectable()
export class ShownMatches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionRepository,
    private readonly host: EngineHost,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps it, and returns its id.
   * @param also what belongs to the same transaction. @throws DomainError `not-found` where one of the two was erased meanwhile.
   */
  async keep(shown: Shown, also?: (manager: EntityManager, id: string) => Promise<void>): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const id = await this.insert(manager, shown);
      await also?.(manager, id);
      return id;
    });
  }

  /** @throws DomainError `not-found` for somebody else's; `conflict` where the version is no longer at hand. */
  async replay({
    params,
    principal,
  }: InputOf<typeof matchingApi.replay>): Promise<AnswerOf<typeof matchingApi.replay>> {
    const rows: Row[] = await this.dataSource.query(`SELECT * FROM shown_match WHERE id = $1 AND viewer = $2`, [
      params.shownId,
      principal.subject,
    ]);
    const row = rows[0];
    if (!row) throw notFound();
    const engine = await this.host.engineOf(row.versions);
    if (!engine)
      throw new DomainError('conflict', 'It was computed by a version that is not in use here any more', {
        ...row.versions,
      });
    const replayed = figuresOf(engine.match(profileMatchView.parse(row.profile), vacancyMatchView.parse(row.vacancy)));
    return {
      shown: row.figures,
      replayed,
      identical: JSON.stringify(sorted(row.figures)) === JSON.stringify(sorted(replayed)),
      versions: row.versions,
    };
  }

  private async insert(
    manager: EntityManager,
    { profile, vacancy, figures, versions, viewer }: Shown,
  ): Promise<string> {
    const { profileId } = profile;
    const { vacancyId } = vacancy;
    if (!(await this.projections.hold(manager, 'profile', [profileId])).has(profileId)) throw notFound();
    if (!(await this.projections.hold(manager, 'vacancy', [vacancyId])).has(vacancyId)) throw notFound();
    const id = randomUUID();
    await manager.query(
      `INSERT INTO shown_match (id, profile_id, vacancy_id, viewer, profile, vacancy, figures, versions, shown_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        profileId,
        vacancyId,
        viewer,
        JSON.stringify(profile),
        JSON.stringify(vacancy),
        JSON.stringify(figuresOf(figures)),
        JSON.stringify(versions),
        this.clock.now(),
      ],
    );
    return id;
  }
}

/** JSONB does not keep the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

import type { ApplicationState, CandidateMatch, RankBy, stage as stageSchema } from '#contracts';
import { notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { MatchVersions } from '../engine/engine-host.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { mayBeRead, readerValues, type Reader } from './reader.js';

export type Stage = z.infer<typeof stageSchema>;

export interface ShortlistRow {
  id: string;
  vacancy_id: string;
  employer_id: string;
  rank_by: RankBy;
  independent: boolean;
  created_at: Date;
}

export interface ItemRow {
  profile_id: string;
  rank: number;
  match: CandidateMatch;
}

export interface StandingRow {
  profile_id: string;
  /** Of the frozen row: another after every write. */
  version: string;
  /** How many the reader may see. */
  notes: number;
  application_state: ApplicationState | null;
}

export interface DecisionRow {
  id: string;
  profile_id: string;
  stage: Stage;
  reason: string;
  decided_by: string;
  subject: string;
  decided_at: Date;
  undone_at: Date | null;
}

export interface NewShortlist {
  readonly id: string;
  readonly vacancyId: string;
  readonly employerId: string;
  readonly rankBy: RankBy;
  readonly independent: boolean;
  readonly vacancy: object;
  readonly versions: MatchVersions;
  readonly at: Date;
  readonly items: readonly { readonly profile: { readonly profileId: string }; readonly match: object }[];
}

export interface NewDecision {
  readonly id: string;
  readonly shortlistId: string;
  readonly profileId: string;
  readonly stage: Stage;
  readonly reason: string;
  readonly by: string;
  readonly subject: string;
  readonly at: Date;
}

export interface LogQuery {
  readonly stage: readonly Stage[];
  readonly mine?: boolean | null | undefined;
  readonly undone?: boolean | null | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Shortlists as they were frozen, and the decisions since. */
@Injectable()
export class ShortlistRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionRepository,
  ) {}

  /** Freezes a list of those who are not erased meanwhile, and returns who they are. @throws DomainError `not-found` where the vacancy is. */
  async insert(manager: EntityManager, list: NewShortlist): Promise<string[]> {
    if (!(await this.projections.hold(manager, 'vacancy', [list.vacancyId])).has(list.vacancyId)) throw notFound();
    const ids = list.items.map(({ profile }) => profile.profileId);
    const standing = await this.projections.hold(manager, 'profile', ids);
    const items = list.items.filter(({ profile }) => standing.has(profile.profileId));
    await manager.query(
      `INSERT INTO shortlist (id, vacancy_id, employer_id, rank_by, vacancy, versions, created_at, independent) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        list.id,
        list.vacancyId,
        list.employerId,
        list.rankBy,
        JSON.stringify(list.vacancy),
        JSON.stringify(list.versions),
        list.at,
        list.independent,
      ],
    );
    const rows = items.map(({ profile, match }, index) => ({
      profile_id: profile.profileId,
      rank: index + 1,
      profile,
      match,
    }));
    await manager.query(
      `INSERT INTO shortlist_item (shortlist_id, profile_id, rank, profile, match)
       SELECT $1, profile_id, rank, profile, match FROM jsonb_to_recordset($2::jsonb) AS row (profile_id uuid, rank int, profile jsonb, match jsonb)`,
      [list.id, JSON.stringify(rows)],
    );
    return rows.map((row) => row.profile_id);
  }

  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<ShortlistRow | null> {
    const rows: ShortlistRow[] = await manager.query(`SELECT * FROM shortlist WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  items(id: string): Promise<ItemRow[]> {
    return this.dataSource.query(
      `SELECT profile_id, rank, match FROM shortlist_item WHERE shortlist_id = $1 ORDER BY rank`,
      [id],
    );
  }

  /** Who stands on a list, best first, with what came to each since it was frozen. */
  async standing(reader: Reader): Promise<StandingRow[]> {
    return this.dataSource.query(
      `SELECT item.profile_id, item.xmin::text AS version, application.state AS application_state,
              (SELECT count(*)::int FROM note WHERE note.profile_id = item.profile_id AND ${mayBeRead('note')}) AS notes
       FROM shortlist_item item
       JOIN shortlist list ON list.id = item.shortlist_id
       LEFT JOIN application ON application.vacancy_id = list.vacancy_id AND application.profile_id = item.profile_id
         AND application.state <> 'withdrawn'
       WHERE item.shortlist_id = $1 ORDER BY item.rank`,
      readerValues(reader),
    );
  }

  /** Those that the reader may see, in the order in which they were made. */
  decisions(reader: Reader): Promise<DecisionRow[]> {
    return this.dataSource.query(
      `SELECT * FROM decision WHERE ${mayBeRead('decision')} ORDER BY ordinal`,
      readerValues(reader),
    );
  }

  /** Those that the reader may see, newest first. */
  async log(reader: Reader, { stage, mine = null, undone = null, limit, offset }: LogQuery) {
    const condition = `${mayBeRead('decision')} AND (cardinality($4::text[]) = 0 OR stage = ANY($4))
      AND ($5::boolean IS NULL OR (subject = $2) = $5) AND ($6::boolean IS NULL OR (undone_at IS NOT NULL) = $6)`;
    const values = [...readerValues(reader), stage, mine, undone];
    const items: DecisionRow[] = await this.dataSource.query(
      `SELECT * FROM decision WHERE ${condition} ORDER BY ordinal DESC LIMIT $7 OFFSET $8`,
      [...values, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM decision WHERE ${condition}`,
      values,
    );
    return { total: count!.total, items };
  }

  /** Those of some profiles that stand on the list. Decisions about one person are made one after the other. */
  async onList(manager: EntityManager, id: string, profileIds: readonly string[]): Promise<Set<string>> {
    const rows: { profile_id: string }[] = await manager.query(
      `SELECT profile_id FROM shortlist_item WHERE shortlist_id = $1 AND profile_id = ANY($2) ORDER BY profile_id FOR UPDATE`,
      [id, profileIds],
    );
    return new Set(rows.map((row) => row.profile_id));
  }

  async insertDecision(manager: EntityManager, one: NewDecision): Promise<void> {
    await manager.query(
      `INSERT INTO decision (id, shortlist_id, profile_id, stage, reason, decided_by, subject, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [one.id, one.shortlistId, one.profileId, one.stage, one.reason, one.by, one.subject, one.at],
    );
  }

  /** Returns the decision, or null where there is none or it was undone before. */
  async undo(manager: EntityManager, shortlistId: string, decisionId: string, at: Date): Promise<DecisionRow | null> {
    const answer: [DecisionRow[], number] = await manager.query(
      `UPDATE decision SET undone_at = $3 WHERE id = $1 AND shortlist_id = $2 AND undone_at IS NULL RETURNING *`,
      [decisionId, shortlistId, at],
    );
    return answer[0][0] ?? null;
  }

  /** *Undecided* are those whom nobody decided about; on an independent list those whom the asker did not. */
  async page(vacancyId: string, subject: string, limit: number, offset: number) {
    const items: (Pick<ShortlistRow, 'id' | 'created_at' | 'rank_by' | 'independent'> & {
      size: number;
      undecided: number;
    })[] = await this.dataSource.query(
      `SELECT list.id, list.created_at, list.rank_by, list.independent,
              (SELECT count(*)::int FROM shortlist_item item WHERE item.shortlist_id = list.id) AS size,
              (SELECT count(*)::int FROM shortlist_item item WHERE item.shortlist_id = list.id AND NOT EXISTS (
                 SELECT 1 FROM decision WHERE decision.shortlist_id = list.id AND decision.profile_id = item.profile_id AND undone_at IS NULL
                   AND (NOT list.independent OR decision.subject = $4))) AS undecided
       FROM shortlist list WHERE vacancy_id = $1 ORDER BY created_at DESC, id LIMIT $2 OFFSET $3`,
      [vacancyId, limit, offset, subject],
    );
    const [total]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM shortlist WHERE vacancy_id = $1`,
      [vacancyId],
    );
    return { total: total!.total, items };
  }
}

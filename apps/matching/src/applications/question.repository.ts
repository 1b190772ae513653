import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProjectionRepository } from '../projections/projection.repository.js';

export interface QuestionRow {
  id: string;
  profile_id: string;
  vacancy_id: string;
  employer_id: string;
  revision: number;
  text: string;
  asked_by: string;
  asked_at: Date;
  answer_by: Date;
  answer: string | null;
  answered_at: Date | null;
  contact_shared: boolean;
}

export interface NewQuestion {
  readonly id: string;
  readonly profileId: string;
  readonly vacancyId: string;
  readonly employerId: string;
  readonly text: string;
  readonly by: string;
  readonly subject: string;
  readonly at: Date;
  readonly answerBy: Date;
}

/** Questions of employers to candidates, and the answers. */
@Injectable()
export class QuestionRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionRepository,
  ) {}

  /** One open question of a vacancy to a person at a time. @throws DomainError `not-found` where the person is gone; `conflict`. */
  async ask(manager: EntityManager, one: NewQuestion): Promise<QuestionRow> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`questions to ${one.profileId}`]);
    if (!(await this.projections.hold(manager, 'profile', [one.profileId])).has(one.profileId)) throw notFound();
    const open: unknown[] = await manager.query(
      `SELECT 1 FROM question WHERE profile_id = $1 AND vacancy_id = $2 AND answered_at IS NULL AND answer_by > $3`,
      [one.profileId, one.vacancyId, one.at],
    );
    if (open.length > 0) throw new DomainError('conflict', 'A question of yours awaits an answer');
    const rows: QuestionRow[] = await manager.query(
      `INSERT INTO question (id, profile_id, vacancy_id, employer_id, text, asked_by, asked_by_subject, asked_at, answer_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *`,
      [one.id, one.profileId, one.vacancyId, one.employerId, one.text, one.by, one.subject, one.at, one.answerBy],
    );
    return rows[0]!;
  }

  /** An answer can be changed, and the contact taken back, also after the last day. @throws DomainError `not-found`. */
  async answer(
    profileId: string,
    id: string,
    { answer, shareContact, at }: { answer: string | null; shareContact: boolean; at: Date },
  ): Promise<QuestionRow> {
    const [rows]: [QuestionRow[], number] = await this.dataSource.query(
      `UPDATE question SET answer = $3, contact_shared = $4, answered_at = $5, revision = revision + 1
       WHERE id = $2 AND profile_id = $1 RETURNING *`,
      [profileId, id, answer, shareContact, at],
    );
    if (!rows[0]) throw notFound();
    return rows[0];
  }

  pageOf(profileId: string, limit: number, offset: number) {
    return this.page(`profile_id = $1 AND $2::uuid IS NULL`, [profileId, null], limit, offset);
  }

  pageFor(vacancyId: string, profileId: string | null, limit: number, offset: number) {
    return this.page(
      `vacancy_id = $1 AND ($2::uuid IS NULL OR profile_id = $2)`,
      [vacancyId, profileId],
      limit,
      offset,
    );
  }

  /** On what ground an employer may have a person's contact for a vacancy, if any. */
  async contactGround(vacancyId: string, profileId: string): Promise<'application' | 'question' | null> {
    const rows: { ground: 'application' | 'question' }[] = await this.dataSource.query(
      `SELECT 'application' AS ground FROM application WHERE vacancy_id = $1 AND profile_id = $2 AND state <> 'withdrawn'
       UNION ALL SELECT 'question' FROM question WHERE vacancy_id = $1 AND profile_id = $2 AND contact_shared LIMIT 1`,
      [vacancyId, profileId],
    );
    return rows[0]?.ground ?? null;
  }

  private async page(condition: string, values: readonly (string | null)[], limit: number, offset: number) {
    const items: QuestionRow[] = await this.dataSource.query(
      `SELECT * FROM question WHERE ${condition} ORDER BY asked_at DESC, id LIMIT $3 OFFSET $4`,
      [...values, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM question WHERE ${condition}`,
      [...values],
    );
    return { total: count!.total, items };
  }
}

import type { ApplicationState } from '#contracts';
import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProjectionRepository } from '../projections/projection.repository.js';

export interface ApplicationRow {
  id: string;
  profile_id: string;
  vacancy_id: string;
  employer_id: string;
  state: ApplicationState;
  revision: number;
  message: string | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  sent_at: Date;
  changed_at: Date;
}

export interface NewApplication {
  readonly id: string;
  readonly profileId: string;
  readonly vacancyId: string;
  readonly employerId: string;
  readonly message: string | null;
  readonly at: Date;
}

export interface ApplicationAnswer {
  readonly revision: number;
  readonly state: ApplicationState;
  readonly text: string;
  readonly by: string;
  readonly subject: string;
  readonly at: Date;
}

/** Applications: one of a person for a vacancy. */
@Injectable()
export class ApplicationRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionRepository,
  ) {}

  /** One that was withdrawn is sent anew. @throws DomainError `not-found` where one side is gone; `conflict` where it stands already. */
  async send(one: NewApplication): Promise<ApplicationRow> {
    return this.dataSource.transaction(async (manager) => {
      for (const [side, id] of [
        ['profile', one.profileId],
        ['vacancy', one.vacancyId],
      ] as const)
        if (!(await this.projections.hold(manager, side, [id])).has(id)) throw notFound();
      const rows: ApplicationRow[] = await manager.query(
        `INSERT INTO application (id, profile_id, vacancy_id, employer_id, state, message, sent_at, changed_at)
         VALUES ($1, $2, $3, $4, 'sent', $5, $6, $6)
         ON CONFLICT (profile_id, vacancy_id) DO UPDATE SET
           state = 'sent', message = excluded.message, sent_at = excluded.sent_at, changed_at = excluded.changed_at,
           answer = NULL, answered_by = NULL, answered_by_subject = NULL, answered_at = NULL, revision = application.revision + 1
         WHERE application.state = 'withdrawn'
         RETURNING *`,
        [one.id, one.profileId, one.vacancyId, one.employerId, one.message, one.at],
      );
      if (!rows[0]) throw new DomainError('conflict', 'You have applied already');
      return rows[0];
    });
  }

  /** @throws DomainError `not-found` where it is somebody else's or withdrawn already. */
  async withdraw(profileId: string, id: string, at: Date): Promise<ApplicationRow> {
    const [rows]: [ApplicationRow[], number] = await this.dataSource.query(
      `UPDATE application SET state = 'withdrawn', message = NULL, changed_at = $3, revision = revision + 1
       WHERE id = $2 AND profile_id = $1 AND state <> 'withdrawn' RETURNING *`,
      [profileId, id, at],
    );
    if (!rows[0]) throw notFound();
    return rows[0];
  }

  /** The first look is what counts; later ones change nothing. */
  async open(manager: EntityManager, vacancyId: string, id: string, at: Date): Promise<ApplicationRow> {
    await manager.query(
      `UPDATE application SET state = 'seen', changed_at = $3, revision = revision + 1 WHERE id = $2 AND vacancy_id = $1 AND state = 'sent'`,
      [vacancyId, id, at],
    );
    return this.received(vacancyId, id, manager);
  }

  /** @throws DomainError `not-found`; `stale-revision` where it changed since it was read. */
  async answer(vacancyId: string, id: string, answer: ApplicationAnswer): Promise<ApplicationRow> {
    return this.dataSource.transaction(async (manager) => {
      const [rows]: [ApplicationRow[], number] = await manager.query(
        `UPDATE application SET state = $4, answer = $5, answered_by = $6, answered_by_subject = $7, answered_at = $8, changed_at = $8, revision = revision + 1
         WHERE id = $2 AND vacancy_id = $1 AND state <> 'withdrawn' AND revision = $3 RETURNING *`,
        [vacancyId, id, answer.revision, answer.state, answer.text, answer.by, answer.subject, answer.at],
      );
      if (rows[0]) return rows[0];
      await this.received(vacancyId, id, manager);
      throw new DomainError('stale-revision');
    });
  }

  /** @throws DomainError `not-found` for another vacancy's, and for one that was withdrawn. */
  async received(
    vacancyId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ApplicationRow> {
    const rows: ApplicationRow[] = await manager.query(
      `SELECT * FROM application WHERE id = $2 AND vacancy_id = $1 AND state <> 'withdrawn'`,
      [vacancyId, id],
    );
    if (!rows[0]) throw notFound();
    return rows[0];
  }

  pageOf(profileId: string, limit: number, offset: number) {
    return this.page(`profile_id = $1`, profileId, limit, offset);
  }

  pageFor(vacancyId: string, limit: number, offset: number) {
    return this.page(`vacancy_id = $1 AND state <> 'withdrawn'`, vacancyId, limit, offset);
  }

  /** A person's states by vacancy. */
  async statesOf(profileId: string, vacancyIds: readonly string[]): Promise<Map<string, ApplicationState>> {
    const rows: { vacancy_id: string; state: ApplicationState }[] = await this.dataSource.query(
      `SELECT vacancy_id, state FROM application WHERE profile_id = $1 AND vacancy_id = ANY($2)`,
      [profileId, vacancyIds],
    );
    return new Map(rows.map(({ vacancy_id, state }) => [vacancy_id, state]));
  }

  private async page(condition: string, id: string, limit: number, offset: number) {
    const items: ApplicationRow[] = await this.dataSource.query(
      `SELECT * FROM application WHERE ${condition} ORDER BY changed_at DESC, id LIMIT $2 OFFSET $3`,
      [id, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM application WHERE ${condition}`,
      [id],
    );
    return { total: count!.total, items };
  }
}

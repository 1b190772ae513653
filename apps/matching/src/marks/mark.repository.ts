import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProjectionRepository } from '../projections/projection.repository.js';

export type MarkKind = 'saved' | 'hidden';
export interface MarkRow {
  vacancy_id: string;
  marked_at: Date;
}

const mostMarks = 1000;

/** Vacancies that people saved or hid. */
@Injectable()
export class MarkRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionRepository,
  ) {}

  /** Again changes nothing. @throws DomainError `not-found` where one of the two is gone; `conflict` for too many. */
  async set(profileId: string, kind: MarkKind, vacancyId: string, at: Date): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      for (const [side, id] of [
        ['profile', profileId],
        ['vacancy', vacancyId],
      ] as const)
        if (!(await this.projections.hold(manager, side, [id])).has(id)) throw notFound();
      const [count]: { total: number }[] = await manager.query(
        `SELECT count(*)::int AS total FROM vacancy_mark WHERE profile_id = $1 AND kind = $2`,
        [profileId, kind],
      );
      if (count!.total >= mostMarks) throw new DomainError('conflict', `There are ${mostMarks} already`);
      await manager.query(
        `INSERT INTO vacancy_mark (profile_id, vacancy_id, kind, marked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [profileId, vacancyId, kind, at],
      );
    });
  }

  async unset(profileId: string, kind: MarkKind, vacancyId: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM vacancy_mark WHERE profile_id = $1 AND kind = $2 AND vacancy_id = $3`, [
      profileId,
      kind,
      vacancyId,
    ]);
  }

  async of(profileId: string): Promise<Record<MarkKind, Set<string>>> {
    const rows: { kind: MarkKind; vacancy_id: string }[] = await this.dataSource.query(
      `SELECT kind, vacancy_id FROM vacancy_mark WHERE profile_id = $1`,
      [profileId],
    );
    const of = (kind: MarkKind) => new Set(rows.flatMap((row) => (row.kind === kind ? [row.vacancy_id] : [])));
    return { saved: of('saved'), hidden: of('hidden') };
  }

  async page(profileId: string, kind: MarkKind, limit: number, offset: number) {
    const items: MarkRow[] = await this.dataSource.query(
      `SELECT vacancy_id, marked_at FROM vacancy_mark WHERE profile_id = $1 AND kind = $2
       ORDER BY marked_at DESC, vacancy_id LIMIT $3 OFFSET $4`,
      [profileId, kind, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM vacancy_mark WHERE profile_id = $1 AND kind = $2`,
      [profileId, kind],
    );
    return { total: count!.total, items };
  }
}

import type { ClosingReason } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

interface ClosingRow {
  vacancy_id: string;
  because: ClosingReason[];
  told_at: Date;
}

/** That a vacancy closed, told to whoever had to do with it: by its employer, its last source or its last day. */
@Injectable()
export class ClosingRepository {
  constructor(private readonly dataSource: DataSource) {}

  async tell(manager: EntityManager, vacancyId: string, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO closing (profile_id, vacancy_id, because, told_at)
       SELECT profile_id, $1, array_agg(DISTINCT because), $2 FROM (
         SELECT profile_id, 'saved' AS because FROM vacancy_mark WHERE vacancy_id = $1 AND kind = 'saved'
         UNION ALL SELECT profile_id, 'applied' FROM application WHERE vacancy_id = $1
         UNION ALL SELECT item.profile_id, 'shortlisted' FROM shortlist list
           JOIN shortlist_item item ON item.shortlist_id = list.id WHERE list.vacancy_id = $1
       ) concerned GROUP BY profile_id
       ON CONFLICT (profile_id, vacancy_id) DO NOTHING`,
      [vacancyId, at],
    );
  }

  /** It is open again. */
  async takeBack(manager: EntityManager, vacancyId: string): Promise<void> {
    await manager.query(`DELETE FROM closing WHERE vacancy_id = $1`, [vacancyId]);
  }

  async of(profileId: string, limit: number, offset: number): Promise<{ total: number; items: ClosingRow[] }> {
    const items: ClosingRow[] = await this.dataSource.query(
      `SELECT vacancy_id, because, told_at FROM closing WHERE profile_id = $1 ORDER BY told_at DESC, vacancy_id LIMIT $2 OFFSET $3`,
      [profileId, limit, offset],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM closing WHERE profile_id = $1`,
      [profileId],
    );
    return { total: count!.total, items };
  }
}

import { buildIdf, type IdfSnapshot } from '#engine';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

interface Row {
  id: string;
  vacancies: number;
  counts: Record<string, number>;
}

export interface StoredIdf {
  readonly snapshot: IdfSnapshot;
  /** How many vacancies it was counted over. */
  readonly vacancies: number;
}

/** Below this many vacancies rarity says little, and the snapshot is taken as it is. */
const fewVacancies = 20;

const stored = ({ vacancies, counts }: Pick<Row, 'vacancies' | 'counts'>): StoredIdf => ({
  vacancies,
  snapshot: buildIdf({ documents: vacancies, counts }),
});

const isOutgrown = (counted: number, vacancies: number): boolean => vacancies >= Math.max(fewVacancies, 2 * counted);

/** Frozen counts of how many vacancies ask for each concept. One is never changed: what was shown by it can be computed again. */
@Injectable()
export class IdfRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<StoredIdf | null> {
    const rows: Row[] = await manager.query(`SELECT * FROM idf_snapshot WHERE id = $1`, [id]);
    return rows[0] ? stored(rows[0]) : null;
  }

  /**
   * The snapshot to rank by: the newest, or one taken now where the vacancies have doubled since it. One replica takes it, and all rank by the same.
   * @param current what the asker ranks by, given back where it still holds.
   */
  async upToDate(vacancies: number, current?: StoredIdf): Promise<StoredIdf> {
    const newest = await this.newest(this.dataSource.manager);
    if (!newest || isOutgrown(newest.vacancies, vacancies)) return this.takeInTurn(vacancies);
    return newest.id === current?.snapshot.id ? current : (await this.find(newest.id))!;
  }

  private takeInTurn(vacancies: number): Promise<StoredIdf> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('rallare:idf'))`);
      const newest = await this.newest(manager);
      if (newest && !isOutgrown(newest.vacancies, vacancies)) return (await this.find(newest.id, manager))!;
      return this.take(manager);
    });
  }

  private async newest(manager: EntityManager): Promise<Pick<Row, 'id' | 'vacancies'> | undefined> {
    const rows: Pick<Row, 'id' | 'vacancies'>[] = await manager.query(
      `SELECT id, vacancies FROM idf_snapshot ORDER BY created_at DESC, id LIMIT 1`,
    );
    return rows[0];
  }

  /** Counts the demands of all projected vacancies and freezes the result. */
  private async take(manager: EntityManager): Promise<StoredIdf> {
    const rows: { concept: string; vacancies: number }[] = await manager.query(
      `SELECT demand ->> 'conceptId' AS concept, count(DISTINCT id)::int AS vacancies
       FROM vacancy_projection, jsonb_array_elements(view -> 'demands') AS demand
       WHERE view IS NOT NULL AND demand ->> 'conceptId' IS NOT NULL AND demand ->> 'origin' <> 'rejected'
       GROUP BY 1 ORDER BY 1`,
    );
    const [total]: { vacancies: number }[] = await manager.query(
      `SELECT count(*)::int AS vacancies FROM vacancy_projection WHERE view IS NOT NULL`,
    );
    const { vacancies } = total!;
    const counts = Object.fromEntries(rows.map((one) => [one.concept, one.vacancies]));
    const idf = stored({ vacancies, counts });
    await manager.query(
      `INSERT INTO idf_snapshot (id, vacancies, counts, created_at) VALUES ($1, $2, $3, clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at`,
      [idf.snapshot.id, vacancies, JSON.stringify(counts)],
    );
    return idf;
  }
}

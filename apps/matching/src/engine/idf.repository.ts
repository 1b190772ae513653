import { buildIdf, type IdfSnapshot } from '#engine';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

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

const stored = ({ vacancies, counts }: Row): StoredIdf => ({
  vacancies,
  snapshot: buildIdf({ documents: vacancies, counts }),
});

/** Frozen counts of how many vacancies ask for each concept. One is never changed: what was shown by it can be computed again. */
@Injectable()
export class IdfRepository {
  constructor(private readonly dataSource: DataSource) {}

  async newest(): Promise<StoredIdf | null> {
    const rows: Row[] = await this.dataSource.query(`SELECT * FROM idf_snapshot ORDER BY created_at DESC, id LIMIT 1`);
    return rows[0] ? stored(rows[0]) : null;
  }

  async find(id: string): Promise<StoredIdf | null> {
    const rows: Row[] = await this.dataSource.query(`SELECT * FROM idf_snapshot WHERE id = $1`, [id]);
    return rows[0] ? stored(rows[0]) : null;
  }

  /** Counts the demands of all projected vacancies and freezes the result. */
  async take(): Promise<StoredIdf> {
    const rows: { concept: string; vacancies: number }[] = await this.dataSource.query(
      `SELECT demand ->> 'conceptId' AS concept, count(DISTINCT id)::int AS vacancies
       FROM vacancy_projection, jsonb_array_elements(view -> 'demands') AS demand
       WHERE view IS NOT NULL AND demand ->> 'conceptId' IS NOT NULL AND demand ->> 'origin' <> 'rejected'
       GROUP BY 1 ORDER BY 1`,
    );
    const [total]: { vacancies: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS vacancies FROM vacancy_projection WHERE view IS NOT NULL`,
    );
    const row: Row = {
      id: '',
      vacancies: total!.vacancies,
      counts: Object.fromEntries(rows.map((one) => [one.concept, one.vacancies])),
    };
    const idf = stored(row);
    await this.dataSource.query(
      `INSERT INTO idf_snapshot (id, vacancies, counts) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING`,
      [idf.snapshot.id, row.vacancies, JSON.stringify(row.counts)],
    );
    return idf;
  }
}

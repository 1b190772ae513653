import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Counted {
  readonly value: string;
  readonly count: number;
}

export interface CountedEmployer extends Counted {
  readonly name: string;
}

const open = `status = 'published' AND (deadline IS NULL OR deadline >= $1)`;

/** How many open vacancies there are of what. */
@Injectable()
export class OpenCountsRepository {
  constructor(private readonly dataSource: DataSource) {}

  occupations(today: string): Promise<Counted[]> {
    return this.dataSource.query(
      `SELECT occupation_id AS value, count(*)::int AS count FROM vacancies
       WHERE ${open} AND occupation_id IS NOT NULL GROUP BY occupation_id`,
      [today],
    );
  }

  municipalities(today: string): Promise<Counted[]> {
    return this.dataSource.query(
      `SELECT code AS value, count(*)::int AS count FROM vacancies, unnest(municipalities) AS code
       WHERE ${open} GROUP BY code`,
      [today],
    );
  }

  counties(today: string): Promise<Counted[]> {
    return this.dataSource.query(
      `SELECT left(code, 2) AS value, count(DISTINCT id)::int AS count FROM vacancies, unnest(municipalities) AS code
       WHERE ${open} GROUP BY left(code, 2)`,
      [today],
    );
  }

  employers(today: string): Promise<CountedEmployer[]> {
    return this.dataSource.query(
      `SELECT employers.id AS value, employers.name, counted.count FROM employers JOIN (
         SELECT employer_id, count(*)::int AS count FROM vacancies WHERE ${open} GROUP BY employer_id
       ) AS counted ON counted.employer_id = employers.id`,
      [today],
    );
  }

  /** The most frequent headlines. */
  titles(today: string, limit: number): Promise<Counted[]> {
    return this.dataSource.query(
      `SELECT headline AS value, count(*)::int AS count FROM vacancies
       WHERE ${open} GROUP BY headline ORDER BY count(*) DESC, headline LIMIT $2`,
      [today, limit],
    );
  }
}

import type { DemandKind } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface CoverageCounts {
  vacancies: number;
  withOccupation: number;
  withThreeDemands: number;
  withThreeConcepts: number;
  demands: number;
  demandsWithConcept: number;
}

export interface UncoveredWords {
  words: string;
  kind: DemandKind;
  vacancies: number;
  example: string;
}

/** Demands of open vacancies that people are ranked by. */
const rankedDemands = `
  FROM vacancies AS vacancy, jsonb_to_recordset(vacancy.demands) AS demand (kind text, "conceptId" text, words text, origin text)
  WHERE vacancy.status = 'published' AND demand.origin <> 'rejected' AND demand.kind NOT IN ('trait', 'condition')`;

/** Words are the same whatever their letters' case; the way that most write them is shown. */
const uncovered = `
  SELECT mode() WITHIN GROUP (ORDER BY demand.words) AS words, demand.kind, count(DISTINCT vacancy.id)::int AS vacancies, min(vacancy.id::text)::uuid AS example
  ${rankedDemands} AND demand."conceptId" IS NULL AND demand.words IS NOT NULL`;
const perWords = `GROUP BY lower(demand.words), demand.kind`;

/** What open vacancies ask for, against what the taxonomy has. */
@Injectable()
export class CoverageRepository {
  constructor(private readonly dataSource: DataSource) {}

  async counts(): Promise<CoverageCounts> {
    const [row]: CoverageCounts[] = await this.dataSource.query(
      `WITH per_vacancy AS (
         SELECT vacancy.id, count(*)::int AS demands, count(demand."conceptId")::int AS concepts ${rankedDemands} GROUP BY vacancy.id
       )
       SELECT count(*)::int AS vacancies, count(occupation_id)::int AS "withOccupation",
         count(*) FILTER (WHERE demands_of.demands >= 3)::int AS "withThreeDemands",
         count(*) FILTER (WHERE demands_of.concepts >= 3)::int AS "withThreeConcepts",
         coalesce(sum(demands_of.demands), 0)::int AS demands, coalesce(sum(demands_of.concepts), 0)::int AS "demandsWithConcept"
       FROM vacancies LEFT JOIN per_vacancy AS demands_of USING (id) WHERE status = 'published'`,
    );
    return row!;
  }

  async uncoveredTotal(kind?: DemandKind): Promise<number> {
    const [row]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS total FROM (SELECT 1 ${rankedDemands} AND demand."conceptId" IS NULL AND demand.words IS NOT NULL
         AND ($1::text IS NULL OR demand.kind = $1) ${perWords}) AS words`,
      [kind ?? null],
    );
    return row!.total;
  }

  /** Those of most vacancies first. */
  uncovered(page: { kind?: DemandKind | undefined; limit: number; offset: number }): Promise<UncoveredWords[]> {
    return this.dataSource.query(
      `${uncovered} AND ($1::text IS NULL OR demand.kind = $1) ${perWords} ORDER BY 3 DESC, 1, 2 LIMIT $2 OFFSET $3`,
      [page.kind ?? null, page.limit, page.offset],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface DeskFigures {
  readonly saved: number;
  readonly applications: number;
  readonly unopened: number;
  readonly shortlists: number;
  readonly undecided: number;
}

/** What has come of a vacancy, in numbers. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly dataSource: DataSource) {}

  async of(vacancyIds: readonly string[]): Promise<Map<string, DeskFigures>> {
    const rows: (DeskFigures & { id: string })[] = await this.dataSource.query(
      `SELECT asked.id,
         (SELECT count(*)::int FROM vacancy_mark WHERE vacancy_id = asked.id AND kind = 'saved') AS saved,
         (SELECT count(*)::int FROM application WHERE vacancy_id = asked.id AND state <> 'withdrawn') AS applications,
         (SELECT count(*)::int FROM application WHERE vacancy_id = asked.id AND state = 'sent') AS unopened,
         (SELECT count(*)::int FROM shortlist WHERE vacancy_id = asked.id) AS shortlists,
         (SELECT count(*)::int FROM shortlist_item item
          WHERE item.shortlist_id = (SELECT id FROM shortlist WHERE vacancy_id = asked.id ORDER BY created_at DESC, id LIMIT 1)
            AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.shortlist_id = item.shortlist_id AND decision.profile_id = item.profile_id AND undone_at IS NULL)
         ) AS undecided
       FROM unnest($1::uuid[]) AS asked (id)`,
      [vacancyIds],
    );
    return new Map(rows.map(({ id, ...figures }) => [id, figures]));
  }
}

import { seekerApi } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';

type Traces = Omit<z.infer<typeof seekerApi.exportTraces.answer>, 'exportedAt'>;

/** Columns as the export names them; `$1` is the person. */
const statements: Record<keyof Traces, string> = {
  marks: `SELECT vacancy_id AS "vacancyId", kind, marked_at AS at FROM vacancy_mark WHERE profile_id = $1 ORDER BY marked_at, vacancy_id`,
  alerts: `SELECT id, name, active, minimum_fit AS "minimumFit", municipalities, created_at AS at FROM alert WHERE profile_id = $1 ORDER BY created_at, id`,
  notifications: `SELECT vacancy_id AS "vacancyId", fit, notified_at AS at FROM notification WHERE profile_id = $1 ORDER BY notified_at, id`,
  closings: `SELECT vacancy_id AS "vacancyId", because, told_at AS at FROM closing WHERE profile_id = $1 ORDER BY told_at, vacancy_id`,
  applications: `SELECT vacancy_id AS "vacancyId", employer_id AS "employerId", state, message, answer, answered_by AS "answeredBy", sent_at AS at
    FROM application WHERE profile_id = $1 ORDER BY sent_at, id`,
  questions: `SELECT vacancy_id AS "vacancyId", employer_id AS "employerId", text, asked_by AS "askedBy", asked_at AS at, answer, contact_shared AS "contactShared"
    FROM question WHERE profile_id = $1 ORDER BY asked_at, id`,
  decisions: `SELECT list.vacancy_id AS "vacancyId", list.employer_id AS "employerId", decision.stage, decision.reason, decision.decided_by AS by,
      decision.decided_at AS at, decision.undone_at AS "undoneAt"
    FROM decision JOIN shortlist list ON list.id = decision.shortlist_id WHERE decision.profile_id = $1 ORDER BY decision.ordinal`,
  notes: `SELECT list.vacancy_id AS "vacancyId", list.employer_id AS "employerId", note.text, note.noted_by AS by, note.noted_at AS at
    FROM note JOIN shortlist list ON list.id = note.shortlist_id WHERE note.profile_id = $1 ORDER BY note.noted_at, note.id`,
  shown: `SELECT vacancy_id AS "vacancyId", figures, versions, shown_at AS at FROM shown_match WHERE profile_id = $1 ORDER BY shown_at, id`,
};

/** Everything that matching holds of a person beside the facts that the profile service exports. */
@Injectable()
export class TracesRepository {
  constructor(private readonly dataSource: DataSource) {}

  async of(profileId: string): Promise<Traces> {
    const found = await Promise.all(
      Object.entries(statements).map(async ([name, sql]) => {
        const rows: Record<string, unknown>[] = await this.dataSource.query(sql, [profileId]);
        return [name, rows.map(withTexts)] as const;
      }),
    );
    return Object.fromEntries(found) as unknown as Traces;
  }
}

const withTexts = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );

import { InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { PeriodicJob } from '../jobs/periodic-job.js';

export interface ViewCounts {
  readonly views: number;
  readonly lastWeek: number;
}

const writeEveryMs = 2000;
const week = 7;

/** Counts looks at vacancies. Looks are gathered and written every two seconds, so that reading stays reading; a process that is killed loses that much. */
@Injectable()
export class VacancyViews implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private gathered = new Map<string, number>();
  private readonly job: PeriodicJob;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @InjectLogger() logger: Logger,
  ) {
    this.job = new PeriodicJob({
      name: 'write views',
      everyMs: writeEveryMs,
      soonMs: writeEveryMs,
      run: () => this.write(),
      logger,
    });
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.job.stop();
    await this.write().catch(() => undefined);
  }

  note(vacancyId: string): void {
    this.gathered.set(vacancyId, (this.gathered.get(vacancyId) ?? 0) + 1);
  }

  /** Writes what was gathered; where that fails, it is kept for the next time. A vacancy that is gone is not counted. */
  async write(): Promise<void> {
    if (this.gathered.size === 0) return;
    const taken = this.gathered;
    this.gathered = new Map();
    try {
      await this.dataSource.query(
        `INSERT INTO vacancy_views AS stored (vacancy_id, day, views)
         SELECT vacancy.id, $2, given.views FROM unnest($1::uuid[], $3::int[]) AS given (id, views) JOIN vacancies vacancy ON vacancy.id = given.id
         ORDER BY vacancy.id
         ON CONFLICT (vacancy_id, day) DO UPDATE SET views = stored.views + excluded.views`,
        [[...taken.keys()], swedishDay(this.clock.now()), [...taken.values()]],
      );
    } catch (error) {
      for (const [id, views] of taken) this.gathered.set(id, (this.gathered.get(id) ?? 0) + views);
      throw error;
    }
  }

  /** Of some vacancies of one employer; others are left out. */
  async of(employerId: string, vacancyIds: readonly string[]): Promise<Map<string, ViewCounts>> {
    const rows: { id: string; views: number; last_week: number }[] = await this.dataSource.query(
      `SELECT vacancy.id, coalesce(sum(views), 0)::int AS views,
         coalesce(sum(views) FILTER (WHERE day > $3::date - ${week}), 0)::int AS last_week
       FROM vacancies vacancy LEFT JOIN vacancy_views ON vacancy_id = vacancy.id
       WHERE vacancy.employer_id = $1 AND vacancy.id = ANY($2) GROUP BY vacancy.id`,
      [employerId, vacancyIds, swedishDay(this.clock.now())],
    );
    return new Map(rows.map(({ id, views, last_week }) => [id, { views, lastWeek: last_week }]));
  }
}

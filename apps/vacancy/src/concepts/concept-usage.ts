import { InjectLogger, type Logger } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const freshMs = 10 * 60_000;

/** How many open vacancies name each concept, as of some minutes ago: who types is not kept waiting for the count. */
@Injectable()
export class ConceptUsage {
  private counts: ReadonlyMap<string, number> = new Map();
  private countedAt = -Infinity;
  private counting: Promise<void> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  of(conceptId: string): number {
    return this.counts.get(conceptId) ?? 0;
  }

  /** Counts again where the count is old, without waiting for it. */
  refresh(): void {
    if (performance.now() - this.countedAt < freshMs) return;
    this.counting ??= this.count()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'the use of concepts could not be counted'))
      .finally(() => (this.counting = null));
  }

  async count(): Promise<void> {
    const rows: { id: string; vacancies: number }[] = await this.dataSource.query(
      `SELECT concept AS id, count(*)::int AS vacancies FROM (
         SELECT occupation_id AS concept FROM vacancies WHERE status = 'published'
         UNION ALL
         SELECT demand ->> 'conceptId' FROM vacancies, jsonb_array_elements(demands) AS demand
         WHERE status = 'published' AND demand ->> 'origin' <> 'rejected'
       ) AS named WHERE concept IS NOT NULL GROUP BY 1`,
    );
    this.counts = new Map(rows.map(({ id, vacancies }) => [id, vacancies]));
    this.countedAt = performance.now();
  }
}

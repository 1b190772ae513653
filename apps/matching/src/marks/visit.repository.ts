import { notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProjectionRepository } from '../projections/projection.repository.js';

const visitMinutes = 30;

/** When people last looked at their matches, for what is new since. */
@Injectable()
export class VisitRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly projections: ProjectionRepository,
  ) {}

  /** Looks less than half an hour apart are one visit. Returns when the visit before this one was last seen. */
  async look(profileId: string, at: Date): Promise<Date | null> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await this.projections.hold(manager, 'profile', [profileId])).has(profileId)) throw notFound();
      const rows: { new_since: Date | null }[] = await manager.query(
        `INSERT INTO visit (profile_id, new_since, seen_at) VALUES ($1, NULL, $2)
         ON CONFLICT (profile_id) DO UPDATE SET
           new_since = CASE WHEN $2::timestamptz - visit.seen_at > interval '${visitMinutes} minutes' THEN visit.seen_at ELSE visit.new_since END,
           seen_at = greatest(visit.seen_at, $2)
         RETURNING new_since`,
        [profileId, at],
      );
      return rows[0]!.new_since;
    });
  }

  async newSince(profileId: string): Promise<Date | null> {
    const rows: { new_since: Date | null }[] = await this.dataSource.query(
      `SELECT new_since FROM visit WHERE profile_id = $1`,
      [profileId],
    );
    return rows[0]?.new_since ?? null;
  }
}

import { profileMatchView, vacancyMatchView, type ProfileMatchView, type VacancyMatchView } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type Side = 'profile' | 'vacancy';
export type ViewOf<S extends Side> = S extends 'profile' ? ProfileMatchView : VacancyMatchView;

/** A projected row; a null view means that the owner erased it. */
export interface Projected<S extends Side> {
  readonly id: string;
  readonly revision: number;
  readonly view: ViewOf<S> | null;
}

interface Row {
  id: string;
  revision: number;
  view: unknown;
  changed_in: string;
}

const parsers = { profile: profileMatchView, vacancy: vacancyMatchView };

const toProjected = <S extends Side>(side: S, { id, revision, view }: Row): Projected<S> => ({
  id,
  revision,
  view: view === null ? null : (parsers[side].parse(view) as ViewOf<S>),
});

/** What matching ranks by, of both sides: concepts, places and levels, copied from their owners. */
@Injectable()
export class ProjectionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps the newest revision; what was erased stays erased. Returns false where the stored one is as new. */
  async keep<S extends Side>(manager: EntityManager, side: S, { id, revision, view }: Projected<S>): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO ${side}_projection AS stored (id, revision, view) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, view = excluded.view, changed_in = pg_current_xact_id()
       WHERE stored.revision < excluded.revision AND stored.view IS NOT NULL
          OR excluded.view IS NULL AND stored.view IS NOT NULL
       RETURNING id`,
      [id, revision, view && JSON.stringify(view)],
    );
    return rows.length > 0;
  }

  async find<S extends Side>(
    side: S,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ViewOf<S> | null> {
    const rows: Row[] = await manager.query(`SELECT * FROM ${side}_projection WHERE id = $1`, [id]);
    return rows[0] ? toProjected(side, rows[0]).view : null;
  }

  async findMany<S extends Side>(side: S, ids: readonly string[]): Promise<Map<string, ViewOf<S>>> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT * FROM ${side}_projection WHERE id = ANY($1) AND view IS NOT NULL`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, toProjected(side, row).view!]));
  }

  /** Transactions below this are over: whatever they wrote can be read. */
  async horizon(): Promise<string> {
    const [row]: { horizon: string }[] = await this.dataSource.query(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`,
    );
    return row!.horizon;
  }

  /** Rows that were written at or after one horizon and before another, in pages by id. */
  async *changedBetween<S extends Side>(side: S, from: string, to: string): AsyncIterable<Projected<S>[]> {
    const size = 2000;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows: Row[] = await this.dataSource.query(
        `SELECT * FROM ${side}_projection WHERE changed_in >= $1::xid8 AND changed_in < $2::xid8 AND id > $3 ORDER BY id LIMIT ${size}`,
        [from, to, after],
      );
      if (rows.length > 0) yield rows.map((row) => toProjected(side, row));
      if (rows.length < size) return;
      after = rows.at(-1)!.id;
    }
  }

  /** Revisions of everything that is not erased, for comparison with the owner's. */
  async revisions(side: Side): Promise<Map<string, number>> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT id, revision FROM ${side}_projection WHERE view IS NOT NULL`,
    );
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }
}

import { profileMatchView, vacancyMatchView, type ProfileMatchView, type VacancyMatchView } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type Side = 'profile' | 'vacancy';
export type ViewOf<S extends Side> = S extends 'profile' ? ProfileMatchView : VacancyMatchView;

/** A projected row. Its view is null where the owner erased it, or where another version wrote it and the reconciler has yet to renew it. */
export interface Projected<S extends Side> {
  readonly id: string;
  readonly view: ViewOf<S> | null;
  readonly isUnreadable: boolean;
}

interface Row {
  id: string;
  view: unknown;
}

/** Above any that an owner can have given. */
const highestRevision = 2_147_483_647;

const parsers = { profile: profileMatchView, vacancy: vacancyMatchView };

const idOf = (view: ProfileMatchView | VacancyMatchView): string =>
  'profileId' in view ? view.profileId : view.vacancyId;

const parse = <S extends Side>(side: S, view: unknown): ViewOf<S> => parsers[side].parse(view) as ViewOf<S>;

function toProjected<S extends Side>(side: S, { id, view }: Row): Projected<S> {
  const parsed = parsers[side].nullable().safeParse(view);
  return { id, view: (parsed.data ?? null) as ViewOf<S> | null, isUnreadable: !parsed.success };
}

/** What matching ranks by, of both sides: concepts, places and levels, copied from their owners. */
@Injectable()
export class ProjectionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps the newest revision; what was erased stays erased. Returns false where the stored one is as new. */
  keep<S extends Side>(manager: EntityManager, side: S, view: ViewOf<S>): Promise<boolean> {
    return this.repair(manager, side, view, undefined);
  }

  /** Leaves a tombstone, under which nothing comes back, whatever comes late. Returns false where there was one before. */
  async erase(manager: EntityManager, side: Side, id: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO ${side}_projection AS stored (id, revision, view) VALUES ($1, ${highestRevision}, NULL)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, view = NULL, changed_in = pg_current_xact_id()
       WHERE stored.view IS NOT NULL
       RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Those of some views that are missing here or stored otherwise; what was erased counts as neither. */
  async differing<S extends Side>(side: S, views: readonly ViewOf<S>[]): Promise<ViewOf<S>[]> {
    const byId = new Map(views.map((view) => [idOf(view), view]));
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT given.id FROM jsonb_to_recordset($1::jsonb) AS given (id uuid, view jsonb)
       LEFT JOIN ${side}_projection AS stored ON stored.id = given.id
       WHERE stored.id IS NULL OR stored.view IS NOT NULL AND stored.view IS DISTINCT FROM given.view`,
      [JSON.stringify([...byId].map(([id, view]) => ({ id, view })))],
    );
    return rows.map(({ id }) => byId.get(id)!);
  }

  /**
   * Keeps what the owner says, though its revision be older than the stored one: the owner was set back then.
   * @param known the revision that was stored before the owner was asked; what was stored since is left alone. Returns false where nothing was written.
   */
  async repair<S extends Side>(
    manager: EntityManager,
    side: S,
    view: ViewOf<S>,
    known: number | undefined,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `INSERT INTO ${side}_projection AS stored (id, revision, view) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, view = excluded.view, changed_in = pg_current_xact_id()
       WHERE stored.view IS NOT NULL AND (stored.revision < excluded.revision OR stored.revision = $4)
       RETURNING id`,
      [idOf(view), view.revision, JSON.stringify(view), known ?? null],
    );
    return rows.length > 0;
  }

  /** Those of some ids that are not erased; none of them can be until the transaction ends, so what it writes about them is erased with them. */
  async hold(manager: EntityManager, side: Side, ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM ${side}_projection WHERE id = ANY($1) AND view IS NOT NULL ORDER BY id FOR SHARE`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async find<S extends Side>(
    side: S,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ViewOf<S> | null> {
    const rows: Row[] = await manager.query(`SELECT view FROM ${side}_projection WHERE id = $1 AND view IS NOT NULL`, [
      id,
    ]);
    return rows[0] ? parse(side, rows[0].view) : null;
  }

  async findMany<S extends Side>(side: S, ids: readonly string[]): Promise<Map<string, ViewOf<S>>> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT * FROM ${side}_projection WHERE id = ANY($1) AND view IS NOT NULL`,
      [ids],
    );
    return new Map(rows.map(({ id, view }) => [id, parse(side, view)]));
  }

  /** Which version of each row stands, of those that are not erased: it is another after every write. */
  async versions(side: Side, ids: readonly string[]): Promise<Record<string, string>> {
    const rows: { id: string; version: string }[] = await this.dataSource.query(
      `SELECT id, xmin::text AS version FROM ${side}_projection WHERE id = ANY($1) AND view IS NOT NULL ORDER BY id`,
      [ids],
    );
    return Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  }

  /** Transactions below this are over: whatever they wrote can be read. */
  async horizon(): Promise<string> {
    const [row]: { horizon: string }[] = await this.dataSource.query(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`,
    );
    return row!.horizon;
  }

  /** Rows that were written at or after one horizon and before another, in pages by id. */
  changedBetween<S extends Side>(side: S, from: string, to: string): AsyncIterable<Projected<S>[]> {
    return this.pages(side, 'changed_in >= $2::xid8 AND changed_in < $3::xid8', [from, to]);
  }

  /** Every row that can be read now, whenever it was written: a restored database brings transaction numbers of another server. */
  all<S extends Side>(side: S): AsyncIterable<Projected<S>[]> {
    return this.pages(side, 'view IS NOT NULL', []);
  }

  /** Revisions of everything that is not erased, for comparison with the owner's. */
  async revisions(side: Side): Promise<Map<string, number>> {
    const rows: { id: string; revision: number }[] = await this.dataSource.query(
      `SELECT id, revision FROM ${side}_projection WHERE view IS NOT NULL`,
    );
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  private async *pages<S extends Side>(
    side: S,
    condition: string,
    values: readonly string[],
  ): AsyncIterable<Projected<S>[]> {
    const size = 2000;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows: Row[] = await this.dataSource.query(
        `SELECT * FROM ${side}_projection WHERE id > $1 AND ${condition} ORDER BY id LIMIT ${size}`,
        [after, ...values],
      );
      if (rows.length > 0) yield rows.map((row) => toProjected(side, row));
      if (rows.length < size) return;
      after = rows.at(-1)!.id;
    }
  }
}

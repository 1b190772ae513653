import type { EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { ReferenceMove, type Successions } from '#taxonomy';
import { TaxonomyMoves, type Moved, type TaxonomyMover } from '#taxonomy-store';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moveMatch } from './moved-match.js';
import { moveSearch } from './moved-search.js';

/** Both by one id, so that they move in one order. */
const rows = `SELECT id, true AS "isList" FROM shortlist UNION ALL SELECT id, false FROM alert WHERE search IS NOT NULL`;

interface ItemRow {
  profile_id: string;
  match: unknown;
}

/**
 * Shortlists and saved searches as they move to another taxonomy: what a list shows, and what a search looks for, is brought to the one in use. What a list
 * was computed from stays, with its versions, so that it can be computed again as it was.
 */
@Injectable()
export class ListMover implements TaxonomyMover {
  readonly event = 'shortlist.outdated.v1';

  async total(manager: EntityManager): Promise<number> {
    const [row]: { total: number }[] = await manager.query(`SELECT count(*)::int AS total FROM (${rows}) AS rows`);
    return row!.total;
  }

  async move(manager: EntityManager, after: string, limit: number, successions: Successions): Promise<Moved> {
    const found: { id: string; isList: boolean }[] = await manager.query(
      `SELECT * FROM (${rows}) AS rows WHERE id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
    const move = new ReferenceMove(successions);
    let changed = 0;
    for (const { id, isList } of found)
      if (await (isList ? this.moveList(manager, id, move) : this.moveSearch(manager, id, move))) changed += 1;
    const { replaced, words } = move;
    return { last: found.at(-1)?.id ?? null, seen: found.length, changed, replaced, words };
  }

  private async moveSearch(manager: EntityManager, id: string, move: ReferenceMove): Promise<boolean> {
    const [alert]: { search: object }[] = await manager.query(`SELECT search FROM alert WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    if (!alert) return false;
    const search = moveSearch(alert.search, move);
    if (JSON.stringify(search) === JSON.stringify(alert.search)) return false;
    await manager.query(`UPDATE alert SET search = $2 WHERE id = $1`, [id, JSON.stringify(search)]);
    return true;
  }

  private async moveList(manager: EntityManager, id: string, move: ReferenceMove): Promise<boolean> {
    const items: ItemRow[] = await manager.query(
      `SELECT profile_id, match FROM shortlist_item WHERE shortlist_id = $1 ORDER BY profile_id FOR UPDATE`,
      [id],
    );
    const changed = items.flatMap((item) => {
      const match = moveMatch(item.match, move);
      return JSON.stringify(match) === JSON.stringify(item.match) ? [] : [{ profile_id: item.profile_id, match }];
    });
    if (changed.length === 0) return false;
    await manager.query(
      `UPDATE shortlist_item item SET match = moved.match
       FROM jsonb_to_recordset($2::jsonb) AS moved (profile_id uuid, match jsonb)
       WHERE item.shortlist_id = $1 AND item.profile_id = moved.profile_id`,
      [id, JSON.stringify(changed)],
    );
    return true;
  }
}

@Injectable()
export class TaxonomyHandler {
  constructor(private readonly moves: TaxonomyMoves) {}

  @HandlesEvent('matching-taxonomy', 'shortlist.outdated.v1')
  outdated(payload: EventPayload<'shortlist.outdated.v1'>, context: EventContext): Promise<void> {
    return this.moves.moveNext(payload, context);
  }
}

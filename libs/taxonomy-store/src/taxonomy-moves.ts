import { randomUUID } from 'node:crypto';
import { Outbox, type EventContext } from '#messaging';
import { InjectLogger, type Logger } from '#platform';
import { Successions } from '#taxonomy';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  taxonomyMoverToken,
  taxonomyStoreToken,
  type OutdatedPayload,
  type TaxonomyMover,
  type TaxonomyStoreOptions,
} from './taxonomy-store.options.js';
import { TaxonomyVersions } from './taxonomy-versions.js';

const batchSize = 50;
const lowestId = '00000000-0000-0000-0000-000000000000';

interface MoveRow {
  id: string;
  to_hash: string;
  moved_to: string;
  finished_at: Date | null;
  superseded: boolean;
}

export interface MoveProgress {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  /** True where another taxonomy came before it was finished. */
  readonly superseded: boolean;
  readonly total: number;
  readonly done: number;
  readonly changed: number;
  readonly replaced: number;
  readonly words: number;
}

/**
 * Moves a service's rows to the taxonomy that it was started with, when that is another one than before: in the background, some rows at a time, each
 * batch one transaction with its progress and the message that asks for the next. Nothing is done twice after a crash, and nothing left out.
 */
@Injectable()
export class TaxonomyMoves implements OnApplicationBootstrap {
  private successions: Promise<Successions> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: TaxonomyVersions,
    private readonly outbox: Outbox,
    @Inject(taxonomyMoverToken) private readonly mover: TaxonomyMover,
    @Inject(taxonomyStoreToken) private readonly options: TaxonomyStoreOptions,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.works) await this.begin();
  }

  /** Begins to move where the taxonomy is another one than before; goes on where a move is not finished. */
  async begin(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('rallare:taxonomy'))`);
      const latest = await this.versions.latest(manager);
      if (latest === this.versions.current.hash) return this.resume(manager);
      await this.versions.use(manager);
      // What a first start finds was written under the taxonomy that it has.
      if (latest !== null) await this.start(manager, latest);
    });
  }

  /** Moves the next rows. A message that is late, or comes twice, moves nothing. */
  async moveNext({ moveId, after }: OutdatedPayload, { manager }: Pick<EventContext, 'manager'>): Promise<void> {
    const rows: MoveRow[] = await manager.query(`SELECT * FROM taxonomy_move WHERE id = $1 FOR UPDATE`, [moveId]);
    const move = rows[0];
    if (!move || move.finished_at || move.superseded || move.moved_to !== after) return;
    // A process that has another taxonomy leaves it; the next start of one that has this takes it up again.
    if (move.to_hash !== this.versions.current.hash) return;
    const moved = await this.mover.move(manager, after, batchSize, await this.allSuccessions());
    const isLast = moved.seen < batchSize;
    await manager.query(
      `UPDATE taxonomy_move SET moved_to = $2, done = done + $3, changed = changed + $4, replaced = replaced + $5, words = words + $6,
         finished_at = CASE WHEN $7 THEN clock_timestamp() END WHERE id = $1`,
      [moveId, moved.last ?? after, moved.seen, moved.changed, moved.replaced, moved.words, isLast],
    );
    if (!isLast) return this.ask(manager, moveId, moved.last!);
    this.successions = undefined;
    this.logger.info({ moveId, taxonomy: this.versions.current.version }, 'all rows speak the taxonomy in use');
  }

  /** Newest first. */
  async progress(): Promise<MoveProgress[]> {
    return this.dataSource.query(
      `SELECT move.id, older.version AS "from", newer.version AS "to", started_at AS "startedAt", finished_at AS "finishedAt", superseded,
         total, done, changed, replaced, words
       FROM taxonomy_move move
       JOIN taxonomy_version older ON older.hash = from_hash JOIN taxonomy_version newer ON newer.hash = to_hash
       ORDER BY started_at DESC LIMIT 10`,
    );
  }

  private async start(manager: EntityManager, from: string): Promise<void> {
    await manager.query(`UPDATE taxonomy_move SET superseded = true WHERE finished_at IS NULL`);
    const total = await this.mover.total(manager);
    const id = randomUUID();
    await manager.query(
      `INSERT INTO taxonomy_move (id, from_hash, to_hash, started_at, moved_to, total) VALUES ($1, $2, $3, clock_timestamp(), $4, $5)`,
      [id, from, this.versions.current.hash, lowestId, total],
    );
    await this.ask(manager, id, lowestId);
    this.logger.info(
      { moveId: id, rows: total, taxonomy: this.versions.current.version },
      'rows move to another taxonomy',
    );
  }

  /** The message that was under way may have been lost to a process with another taxonomy. */
  private async resume(manager: EntityManager): Promise<void> {
    const rows: MoveRow[] = await manager.query(
      `SELECT * FROM taxonomy_move WHERE finished_at IS NULL AND NOT superseded AND to_hash = $1`,
      [this.versions.current.hash],
    );
    for (const { id, moved_to } of rows) await this.ask(manager, id, moved_to);
  }

  private ask(manager: EntityManager, moveId: string, after: string): Promise<void> {
    return this.outbox.add(manager, this.mover.event, { moveId, after });
  }

  private allSuccessions(): Promise<Successions> {
    this.successions ??= this.versions.older().then((older) => new Successions(this.versions.current, older));
    this.successions.catch(() => (this.successions = undefined));
    return this.successions;
  }
}

import { seekerApi } from '#contracts';
import { DomainError, InjectLogger, type Logger } from '#platform';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { EngineHost } from '../engine/engine-host.js';

/** The names of the events are those of the answer's members. */
const eventSchemas = seekerApi.live.answer.shape;
export type LiveEventName = keyof typeof eventSchemas;
export type SendEvent = (name: LiveEventName, data: unknown) => void;

interface Follower {
  readonly send: SendEvent;
  readonly end: () => void;
  told: State | null;
}

/** What a follower was told, to tell what is another. */
interface State {
  readonly profileRevision: number;
  readonly notification: string | null;
  readonly revisions: Readonly<Record<'application' | 'question', Readonly<Record<string, number>>>>;
}

interface Row {
  id: string;
  revision: number;
  is_ranked: boolean;
  notification: string | null;
  applications: Record<string, number> | null;
  questions: Record<string, number> | null;
}

const lookEveryMs = 200;
const followersOfOne = 8;
const followersInAll = 2000;

/**
 * Tells open pages that something of their person changed. It looks for all followers at once, a few times a second, and not at all while there are none: whichever
 * replica wrote it, every replica sees it.
 */
@Injectable()
export class LiveFeed implements BeforeApplicationShutdown {
  private readonly followers = new Map<string, Set<Follower>>();
  private count = 0;
  private looking: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    private readonly host: EngineHost,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  /** @throws DomainError `too-many-requests`. Returns how to stop following. */
  follow(profileId: string, send: SendEvent, end: () => void): () => void {
    const ofOne = this.followers.get(profileId) ?? new Set();
    if (ofOne.size >= followersOfOne || this.count >= followersInAll || this.stopping.signal.aborted)
      throw new DomainError('too-many-requests', 'Too many pages follow already');
    const follower: Follower = { send, end, told: null };
    this.followers.set(profileId, ofOne.add(follower));
    this.count += 1;
    this.looking ??= this.look();
    return () => {
      if (!ofOne.delete(follower)) return;
      this.count -= 1;
      if (ofOne.size === 0) this.followers.delete(profileId);
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    for (const ofOne of [...this.followers.values()]) for (const { end } of [...ofOne]) end();
    await this.looking;
  }

  private async look(): Promise<void> {
    while (this.count > 0 && !this.stopping.signal.aborted) {
      try {
        for (const row of await this.rows([...this.followers.keys()])) this.tell(row);
      } catch (error) {
        this.logger.warn({ err: error }, 'what changed could not be looked up');
      }
      await delay(lookEveryMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    this.looking = undefined;
  }

  private tell(row: Row): void {
    for (const follower of this.followers.get(row.id) ?? []) {
      const { told } = follower;
      // A revision that is projected and not ranked yet is told when it is.
      const profileRevision = row.is_ranked ? row.revision : (told?.profileRevision ?? 0);
      const revisions = { application: row.applications ?? {}, question: row.questions ?? {} };
      if (row.is_ranked && told?.profileRevision !== row.revision) emit(follower, 'ranked', { profileRevision });
      if (told && row.notification && row.notification !== told.notification)
        emit(follower, 'notification', { id: row.notification });
      if (told)
        for (const name of ['application', 'question'] as const)
          for (const [id, revision] of Object.entries(revisions[name]))
            if (told.revisions[name][id] !== revision) emit(follower, name, { id, revision });
      follower.told = { profileRevision, notification: row.notification, revisions };
    }
  }

  private rows(ids: readonly string[]): Promise<Row[]> {
    return this.dataSource.query(
      `SELECT profile.id, profile.revision, profile.changed_in < $2::xid8 AS is_ranked,
         (SELECT id FROM notification WHERE profile_id = profile.id AND told ORDER BY notified_at DESC, id LIMIT 1) AS notification,
         (SELECT jsonb_object_agg(id, revision) FROM application WHERE profile_id = profile.id) AS applications,
         (SELECT jsonb_object_agg(id, revision) FROM question WHERE profile_id = profile.id) AS questions
       FROM profile_projection profile WHERE profile.id = ANY($1) AND profile.view IS NOT NULL`,
      [ids, this.host.followedTo],
    );
  }
}

/** Leaves through its schema, as every answer does. */
const emit = ({ send }: Follower, name: LiveEventName, data: unknown): void =>
  send(name, eventSchemas[name].parse(data));

import type { EventPayload } from '#contracts';
import { HandlesEvent, type EventContext } from '#messaging';
import { ReferenceMove, type Successions } from '#taxonomy';
import { TaxonomyMoves, type Moved, type TaxonomyMover } from '#taxonomy-store';
import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { ChangeProfile } from '../profiles/change-profile.service.js';
import { Profile } from '../profiles/profile.entity.js';
import { moveProfile } from './moved-profile.js';

/** Profiles as they move to another taxonomy: those that change do so as by any other change, with a revision and a fact for others. */
@Injectable()
export class ProfileMover implements TaxonomyMover {
  readonly event = 'profile.outdated.v1';

  constructor(private readonly changes: ChangeProfile) {}

  total(manager: EntityManager): Promise<number> {
    return manager.count(Profile);
  }

  async move(manager: EntityManager, after: string, limit: number, successions: Successions): Promise<Moved> {
    const profiles = await manager.find(Profile, {
      where: { id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write' },
    });
    const move = new ReferenceMove(successions);
    let changed = 0;
    for (const profile of profiles) {
      const { revision } = profile;
      await this.changes.apply(profile, manager, () => moveProfile(profile, move));
      if (profile.revision !== revision) changed += 1;
    }
    const { replaced, words } = move;
    return { last: profiles.at(-1)?.id ?? null, seen: profiles.length, changed, replaced, words };
  }
}

@Injectable()
export class TaxonomyHandler {
  constructor(private readonly moves: TaxonomyMoves) {}

  @HandlesEvent('profile-taxonomy', 'profile.outdated.v1')
  outdated(payload: EventPayload<'profile.outdated.v1'>, context: EventContext): Promise<void> {
    return this.moves.moveNext(payload, context);
  }
}

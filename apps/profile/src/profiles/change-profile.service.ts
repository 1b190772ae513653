import type { Principal, ProfileView } from '#contracts';
import { Outbox } from '#messaging';
import { DomainError } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ProfileContact } from './contact.entity.js';
import { Profile } from './profile.entity.js';
import { ProfileRepository } from './profile.repository.js';
import { profileView } from './profile.view.js';

/** A profile that is held against other writers, to be changed in place. */
export interface OpenProfile {
  readonly profile: Profile;
  readonly contact: ProfileContact;
  readonly manager: EntityManager;
}

type Change = (open: OpenProfile) => void | Promise<void>;

/** How every change of a profile is made: one transaction with its owner checked, its revision raised and its event added. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profiles: ProfileRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a profile of the asker.
   * @param revision the one that the asker has seen; null where the change does not depend on it.
   * @throws DomainError `not-found` for somebody else's, `stale-revision`
   */
  async own(principal: Principal, id: string, revision: number | null, change: Change): Promise<ProfileView> {
    return this.dataSource.transaction(async (manager) => {
      const profile = await this.profiles.lockOwn(principal, id, manager);
      if (revision !== null && profile.revision !== revision) throw new DomainError('stale-revision');
      const contact = await this.apply(profile, manager, change);
      return profileView(profile, contact);
    });
  }

  /** Changes a profile that is locked already. What changes nothing leaves the revision and adds no event. */
  async apply(profile: Profile, manager: EntityManager, change: Change): Promise<ProfileContact> {
    const contact = await this.profiles.contactOf(profile.id, manager);
    const before = JSON.stringify([profile, contact]);
    await change({ profile, contact, manager });
    if (JSON.stringify([profile, contact]) === before) return contact;
    profile.revision += 1;
    profile.updatedAt = this.clock.now();
    await manager.save(Profile, profile);
    await manager.save(ProfileContact, contact);
    await this.outbox.add(manager, 'profile.changed.v1', { profileId: profile.id, revision: profile.revision });
    return contact;
  }
}

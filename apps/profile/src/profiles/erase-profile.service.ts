import type { Principal } from '#contracts';
import { Outbox } from '#messaging';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Households } from '../households/households.service.js';
import { Profile } from './profile.entity.js';
import { ProfileRepository } from './profile.repository.js';
import { Tombstone } from './tombstone.entity.js';

@Injectable()
export class EraseProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profiles: ProfileRepository,
    private readonly households: Households,
    private readonly outbox: Outbox,
  ) {}

  /** Erases a profile of the asker. @throws DomainError `not-found` for somebody else's. */
  async own(principal: Principal, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.erase(manager, await this.profiles.lockOwn(principal, id, manager));
    });
  }

  /** Erases the invented people. @returns how many they were. */
  async demo(): Promise<number> {
    let removed = 0;
    for (const { id } of await this.profiles.demoIds())
      await this.dataSource.transaction(async (manager) => {
        const profile = await this.profiles.lock(manager, { id });
        if (!profile) return;
        await this.erase(manager, profile);
        removed += 1;
      });
    return removed;
  }

  /** Contact, CV text and disclosures go with the row that they belong to. */
  private async erase(manager: EntityManager, profile: Profile): Promise<void> {
    const { id: profileId, householdId } = profile;
    const revision = profile.revision + 1;
    await manager.delete(Profile, { id: profileId });
    if (householdId !== null) await this.households.settle(manager, householdId);
    await manager.insert(Tombstone, { profileId, revision });
    await this.outbox.add(manager, 'profile.erased.v1', { profileId, revision });
  }
}

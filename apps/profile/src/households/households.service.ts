import { DomainError, invalidInput } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomInt, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Profile } from '../profiles/profile.entity.js';
import { Household } from './household.entity.js';

/** Most members of one household. */
export const mostMembers = 4;

/** Letters and digits that people do not mistake for each other. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const invitationLength = 16;

const newInvitation = (): string =>
  Array.from({ length: invitationLength }, () => alphabet[randomInt(alphabet.length)]).join('');

export interface HouseholdView {
  readonly householdId: string;
  readonly invitation: string | null;
  readonly members: number;
}

/** People who move together. Every method works in its caller's transaction, in which the profile is locked. */
@Injectable()
export class Households {
  constructor(private readonly clock: Clock) {}

  static memberCount(manager: EntityManager, householdId: string): Promise<number> {
    return manager.countBy(Profile, { householdId });
  }

  /**
   * The profile's household: the one that the invitation is for, its own, or a new one.
   * @throws DomainError `invalid-input` for an unknown invitation, `conflict` for a member of another household.
   */
  async link(manager: EntityManager, profile: Profile, invitation: string | null): Promise<HouseholdView> {
    const invited = invitation === null ? null : await this.lock(manager, { invitation });
    if (invitation !== null && !invited)
      throw invalidInput([{ pointer: '/invitation', detail: 'no such invitation; perhaps the household is full' }]);
    if (invited && profile.householdId !== null && profile.householdId !== invited.id)
      throw new DomainError('conflict', 'leave your household first');
    const own = profile.householdId === null ? null : await this.lock(manager, { id: profile.householdId });
    return this.enter(manager, profile, invited ?? own ?? (await this.create(manager, null)));
  }

  /** Links a profile by a key that several imported documents share. @throws DomainError `invalid-input` where the household is full. */
  async linkByKey(manager: EntityManager, profile: Profile, key: string): Promise<void> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key);
    // Documents that name the same new household may be imported at the same time.
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`household:${key}`]);
    const known =
      (await this.lock(manager, { importKey: key })) ?? (isId ? await this.lock(manager, { id: key }) : null);
    if (known && known.id === profile.householdId) return;
    const before = profile.householdId;
    await this.enter(manager, profile, known ?? (await this.create(manager, key)));
    if (before === null) return;
    await manager.update(Profile, { id: profile.id }, { householdId: profile.householdId });
    await this.settle(manager, before);
  }

  async leave(manager: EntityManager, profile: Profile): Promise<void> {
    const { id, householdId } = profile;
    if (householdId === null) return;
    profile.householdId = null;
    await manager.update(Profile, { id }, { householdId: null });
    await this.settle(manager, householdId);
  }

  /** After somebody left: a household without members goes. */
  async settle(manager: EntityManager, householdId: string): Promise<void> {
    const household = await this.lock(manager, { id: householdId });
    if (household && (await Households.memberCount(manager, householdId)) === 0)
      await manager.delete(Household, { id: householdId });
  }

  private async enter(manager: EntityManager, profile: Profile, household: Household): Promise<HouseholdView> {
    const isMember = profile.householdId === household.id;
    const members = (await Households.memberCount(manager, household.id)) + (isMember ? 0 : 1);
    if (members > mostMembers)
      throw invalidInput([{ pointer: '/household', detail: `a household has at most ${mostMembers} members` }]);
    profile.householdId = household.id;
    household.invitation = members === mostMembers ? null : (household.invitation ?? newInvitation());
    await manager.save(Household, household);
    return { householdId: household.id, invitation: household.invitation, members };
  }

  private async create(manager: EntityManager, importKey: string | null): Promise<Household> {
    const household = { id: randomUUID(), invitation: newInvitation(), importKey, createdAt: this.clock.now() };
    await manager.insert(Household, household);
    return manager.create(Household, household);
  }

  private lock(
    manager: EntityManager,
    where: { id: string } | { invitation: string } | { importKey: string },
  ): Promise<Household | null> {
    return manager.findOne(Household, { where, lock: { mode: 'pessimistic_write' } });
  }
}

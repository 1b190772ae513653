import type { InputOf, Principal, ProfileView } from '#contracts';
import { profileApi } from '#contracts';
import { Outbox } from '#messaging';
import { DomainError, invalidInput } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, swedishDay } from '../clock/clock.js';
import { saidFacts } from '../facts/persons-word.js';
import { homeErrors } from '../places/home-rules.js';
import { wishErrors } from '../wishes/wish-rules.js';
import { ProfileContact } from './contact.entity.js';
import { Profile } from './profile.entity.js';
import { profileView } from './profile.view.js';

type Written = InputOf<typeof profileApi.createProfile>['body'];
type NewProfile = Omit<Profile, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;
type NewContact = Omit<ProfileContact, 'profileId'>;

const uniqueViolation = '23505';

@Injectable()
export class CreateProfile {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `invalid-input`; `conflict` where the account has a profile. */
  async create(principal: Principal, written: Written): Promise<ProfileView> {
    const { contact, facts, ...fields } = written;
    const { taxonomy } = this;
    const errors = [
      ...homeErrors(fields, taxonomy),
      ...wishErrors(fields.wishes, { taxonomy, today: swedishDay(this.clock.now()) }),
    ];
    if (errors.length > 0) throw invalidInput(errors);
    const said = saidFacts(facts, taxonomy, randomUUID);
    const profile = { ...fields, facts: said, subject: principal.subject, ...notImported };
    return this.dataSource.transaction(async (manager) => {
      const [saved, savedContact] = await this.insert(manager, profile, contact);
      return profileView(saved, savedContact);
    });
  }

  /** @throws DomainError `conflict` where the account or the reference has a profile. */
  async insert(
    manager: EntityManager,
    fields: NewProfile,
    contactFields: NewContact,
  ): Promise<readonly [Profile, ProfileContact]> {
    const now = this.clock.now();
    const profile = manager.create(Profile, {
      ...fields,
      id: randomUUID(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
    });
    const contact = manager.create(ProfileContact, { ...contactFields, profileId: profile.id });
    try {
      await manager.insert(Profile, profile);
    } catch (error) {
      if ((error as { code?: unknown }).code !== uniqueViolation) throw error;
      throw new DomainError('conflict', 'the account has a profile already');
    }
    await manager.insert(ProfileContact, contact);
    await this.outbox.add(manager, 'profile.changed.v1', { profileId: profile.id, revision: profile.revision });
    return [profile, contact];
  }
}

const notImported = {
  status: 'active',
  householdId: null,
  importReference: null,
  importHash: null,
  demo: false,
} as const;

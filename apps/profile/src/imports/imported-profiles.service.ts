import { wishes as wishesSchema } from '#contracts';
import { DomainError, invalidInput } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CvTexts } from '../cv/cv-texts.service.js';
import type { CvReading } from '../cv/reading.js';
import { factKey } from '../facts/fact-key.js';
import { mergeFacts } from '../facts/merge-facts.js';
import { Households } from '../households/households.service.js';
import { ChangeProfile } from '../profiles/change-profile.service.js';
import { CreateProfile } from '../profiles/create-profile.service.js';
import { Profile } from '../profiles/profile.entity.js';

export interface Import {
  readonly reference: string;
  readonly subject: string | null;
  readonly demo: boolean;
  readonly household: string | null;
  readonly reading: CvReading;
  readonly hash: string;
  readonly readAt: Date;
}

/** Stands for the notice of people who were imported before they were shown one. */
const noticeNotShown = 'not-shown';

/** Writes what was read for an import. */
@Injectable()
export class ImportedProfiles {
  constructor(
    private readonly changes: ChangeProfile,
    private readonly creating: CreateProfile,
    private readonly cvTexts: CvTexts,
    private readonly households: Households,
  ) {}

  /** @returns the new profile's id. @throws DomainError `invalid-input` for a document without a name. */
  async create(manager: EntityManager, given: Import): Promise<string> {
    const { reading, reference, subject, demo, hash, readAt } = given;
    const { name, email, phone } = reading.contact;
    if (name === null)
      throw invalidInput([{ pointer: `/document${reading.namePointer}`, detail: 'a profile needs a name' }]);
    const fields = {
      subject,
      status: reading.status ?? 'active',
      homeMunicipality: reading.home?.homeMunicipality ?? null,
      homeCountry: reading.home?.homeCountry ?? 'SE',
      headline: reading.headline,
      summary: reading.summary,
      language: reading.language,
      facts: mergeFacts([], reading.facts, randomUUID),
      wishes: reading.wishes ?? wishesSchema.parse({}),
      householdId: null,
      noticeVersion: reading.notice ?? noticeNotShown,
      importReference: reference,
      importHash: hash,
      demo,
    };
    const [profile] = await this.creating.insert(manager, fields, { name, email, phone });
    await this.cvTexts.replace(manager, profile.id, reading.cv, readAt);
    if (given.household !== null) {
      await this.households.linkByKey(manager, profile, given.household);
      await manager.update(Profile, { id: profile.id }, { householdId: profile.householdId });
    }
    return profile.id;
  }

  /** What the document does not say stays; a pause that the person asked for is not ended. @returns whether it changed anything. */
  async update(manager: EntityManager, known: Profile, given: Import): Promise<boolean> {
    const { reading, subject, demo, household, hash, readAt } = given;
    const before = known.revision;
    if (subject !== null && subject !== known.subject) await this.giveTo(manager, known, subject);
    await this.changes.apply(known, manager, async ({ profile, contact }) => {
      if (reading.home) Object.assign(profile, reading.home);
      profile.headline = reading.headline ?? profile.headline;
      profile.summary = reading.summary ?? profile.summary;
      profile.language = reading.language;
      profile.wishes = reading.wishes ?? profile.wishes;
      profile.noticeVersion = reading.notice ?? profile.noticeVersion;
      profile.demo = demo;
      if (reading.status === 'restricted') profile.status = 'restricted';
      profile.facts = factsAfter(profile, reading);
      contact.name = reading.contact.name ?? contact.name;
      contact.email = reading.contact.email ?? contact.email;
      contact.phone = reading.contact.phone ?? contact.phone;
      if (household !== null) await this.households.linkByKey(manager, profile, household);
    });
    await this.cvTexts.replace(manager, known.id, reading.cv, readAt);
    await manager.update(Profile, { id: known.id }, { importHash: hash });
    return known.revision !== before;
  }

  private async giveTo(manager: EntityManager, profile: Profile, subject: string): Promise<void> {
    if (await manager.existsBy(Profile, { subject }))
      throw new DomainError('conflict', 'the account has a profile already');
    profile.subject = subject;
    await manager.update(Profile, { id: profile.id }, { subject });
  }
}

/** Facts that the document gives as the person's word take the place of stored ones. */
function factsAfter({ facts }: Profile, { facts: read }: CvReading): Profile['facts'] {
  const said = new Set(read.filter(({ origin }) => origin !== 'extracted').map(factKey));
  const idOf = new Map(facts.map((fact) => [factKey(fact), fact.id]));
  const kept = facts.filter((fact) => !said.has(factKey(fact)));
  return mergeFacts(kept, read, randomUUID).map((fact) => ({ ...fact, id: idOf.get(factKey(fact)) ?? fact.id }));
}

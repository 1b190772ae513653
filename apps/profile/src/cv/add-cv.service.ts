import { profileApi, wishes as wishesSchema, type InputOf, type ProfileView } from '#contracts';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock, swedishDay } from '../clock/clock.js';
import { mergeFacts } from '../facts/merge-facts.js';
import { ChangeProfile } from '../profiles/change-profile.service.js';
import { CvReader } from './cv-reader.js';
import { CvTexts } from './cv-texts.service.js';

const nothingWished = JSON.stringify(wishesSchema.parse({}));

@Injectable()
export class AddCv {
  constructor(
    private readonly changes: ChangeProfile,
    private readonly reader: CvReader,
    private readonly cvTexts: CvTexts,
    private readonly clock: Clock,
  ) {}

  /** Reads a CV into the asker's profile: extracted facts are replaced, and blanks filled in; what they wrote themselves stays. */
  async add({ principal, params, body }: InputOf<typeof profileApi.addCv>): Promise<ProfileView> {
    const now = this.clock.now();
    const reading = this.reader.read(body.format, body.document, swedishDay(now));
    return this.changes.own(principal, params.profileId, null, async ({ profile, contact, manager }) => {
      profile.facts = mergeFacts(profile.facts, reading.facts, randomUUID);
      profile.headline ??= reading.headline;
      profile.summary ??= reading.summary;
      if (profile.homeMunicipality === null && profile.homeCountry === 'SE' && reading.home)
        Object.assign(profile, reading.home);
      if (reading.wishes && JSON.stringify(wishesSchema.parse(profile.wishes)) === nothingWished)
        profile.wishes = reading.wishes;
      contact.email ??= reading.contact.email;
      contact.phone ??= reading.contact.phone;
      await this.cvTexts.replace(manager, profile.id, reading.cv, now);
    });
  }
}

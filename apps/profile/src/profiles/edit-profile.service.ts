import { profileApi, type InputOf, type ProfileView } from '#contracts';
import { invalidInput } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { Clock, swedishDay } from '../clock/clock.js';
import { homeErrors } from '../places/home-rules.js';
import { wishErrors } from '../wishes/wish-rules.js';
import { ChangeProfile } from './change-profile.service.js';

/** What a person changes of their profile as a whole; facts have a service of their own. */
@Injectable()
export class EditProfile {
  constructor(
    private readonly changes: ChangeProfile,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
  ) {}

  async fields({ principal, params, body }: InputOf<typeof profileApi.changeProfile>): Promise<ProfileView> {
    const { revision, contact: newContact, ...fields } = body;
    return this.changes.own(principal, params.profileId, revision, ({ profile, contact }) => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      Object.assign(profile, given);
      if (newContact) Object.assign(contact, newContact);
      const errors = homeErrors(profile, this.taxonomy);
      if (errors.length > 0) throw invalidInput(errors);
    });
  }

  async wishes({ principal, params, body }: InputOf<typeof profileApi.changeWishes>): Promise<ProfileView> {
    return this.changes.own(principal, params.profileId, body.revision, ({ profile }) => {
      const errors = wishErrors(body.wishes, {
        taxonomy: this.taxonomy,
        today: swedishDay(this.clock.now()),
        standing: profile.wishes.earliestStart,
      });
      if (errors.length > 0) throw invalidInput(errors);
      // Who says nothing of wishes in words keeps them: they are what a taxonomy that is gone left of earlier choices.
      const { inWords } = profile.wishes;
      profile.wishes = { ...(inWords ? { inWords } : {}), ...body.wishes };
    });
  }

  async restriction({ principal, params, body }: InputOf<typeof profileApi.restrictProfile>): Promise<ProfileView> {
    return this.changes.own(principal, params.profileId, null, ({ profile }) => {
      profile.status = body.restricted ? 'restricted' : 'active';
    });
  }
}

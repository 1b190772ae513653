import { profileApi, type AnswerOf, type InputOf, type Fact, type ProfileView, type Principal } from '#contracts';
import { Input, Serve } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Controller } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ChangeProfile } from '../profiles/change-profile.service.js';
import { withChange, without, withSaid } from './persons-word.js';

type Api = typeof profileApi;

/** What a person says of single facts. */
@Controller()
export class FactsController {
  constructor(
    private readonly changes: ChangeProfile,
    private readonly taxonomy: Taxonomy,
  ) {}

  @Serve(profileApi.addFact)
  add(@Input() { principal, params, body }: InputOf<Api['addFact']>): Promise<AnswerOf<Api['addFact']>> {
    return this.facts(principal, params.profileId, (facts) => withSaid(facts, body, this.taxonomy, randomUUID));
  }

  @Serve(profileApi.changeFact)
  change(@Input() { principal, params, body }: InputOf<Api['changeFact']>): Promise<AnswerOf<Api['changeFact']>> {
    return this.facts(principal, params.profileId, (facts) => withChange(facts, params.factId, body, this.taxonomy));
  }

  @Serve(profileApi.removeFact)
  remove(@Input() { principal, params }: InputOf<Api['removeFact']>): Promise<AnswerOf<Api['removeFact']>> {
    return this.facts(principal, params.profileId, (facts) => without(facts, params.factId));
  }

  private facts(principal: Principal, id: string, change: (facts: readonly Fact[]) => Fact[]): Promise<ProfileView> {
    return this.changes.own(principal, id, null, ({ profile }) => {
      profile.facts = change(profile.facts);
    });
  }
}

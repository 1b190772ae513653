import { profileApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { ChangeProfile } from '../profiles/change-profile.service.js';
import { Households, type HouseholdView } from './households.service.js';

type Api = typeof profileApi;

@Controller()
export class HouseholdsController {
  constructor(
    private readonly changes: ChangeProfile,
    private readonly households: Households,
  ) {}

  @Serve(profileApi.linkHousehold)
  async link(
    @Input() { principal, params, body }: InputOf<Api['linkHousehold']>,
  ): Promise<AnswerOf<Api['linkHousehold']>> {
    let view: HouseholdView | undefined;
    await this.changes.own(principal, params.profileId, null, async ({ profile, manager }) => {
      view = await this.households.link(manager, profile, body.invitation?.toUpperCase() ?? null);
    });
    return view!;
  }

  @Serve(profileApi.leaveHousehold)
  async leave(@Input() { principal, params }: InputOf<Api['leaveHousehold']>): Promise<void> {
    await this.changes.own(principal, params.profileId, null, ({ profile, manager }) =>
      this.households.leave(manager, profile),
    );
  }
}

import { profileApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { ProfileRepository } from '../profiles/profile.repository.js';
import { Disclosures } from './disclosures.service.js';

@Controller()
export class DisclosuresController {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly disclosures: Disclosures,
  ) {}

  @Serve(profileApi.listDisclosures)
  async list(
    @Input() { principal, params, query }: InputOf<typeof profileApi.listDisclosures>,
  ): Promise<AnswerOf<typeof profileApi.listDisclosures>> {
    const { id } = await this.profiles.own(principal, params.profileId);
    return this.disclosures.list(id, query);
  }
}

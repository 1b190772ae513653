import { profileApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { CreateProfile } from './create-profile.service.js';
import { EditProfile } from './edit-profile.service.js';
import { EraseProfile } from './erase-profile.service.js';
import { ExportProfile } from './export-profile.service.js';
import { ProfileRepository } from './profile.repository.js';
import { profileSummary, profileView } from './profile.view.js';

type Api = typeof profileApi;

@Controller()
export class ProfilesController {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly creating: CreateProfile,
    private readonly editing: EditProfile,
    private readonly erasing: EraseProfile,
    private readonly exporting: ExportProfile,
  ) {}

  @Serve(profileApi.createProfile)
  create(@Input() { principal, body }: InputOf<Api['createProfile']>): Promise<AnswerOf<Api['createProfile']>> {
    return this.creating.create(principal, body);
  }

  @Serve(profileApi.getMyProfile)
  async mine(@Input() { principal }: InputOf<Api['getMyProfile']>): Promise<AnswerOf<Api['getMyProfile']>> {
    const profile = await this.profiles.ofSubject(principal.subject);
    if (!profile) throw notFound();
    return profileView(profile, await this.profiles.contactOf(profile.id));
  }

  @Serve(profileApi.listProfiles)
  async list(@Input() { query }: InputOf<Api['listProfiles']>): Promise<AnswerOf<Api['listProfiles']>> {
    const [items, total] = await this.profiles.newest(query);
    return { total, items: items.map(profileSummary) };
  }

  @Serve(profileApi.getProfile)
  async get(@Input() { principal, params }: InputOf<Api['getProfile']>): Promise<AnswerOf<Api['getProfile']>> {
    const profile = await this.profiles.own(principal, params.profileId);
    return profileView(profile, await this.profiles.contactOf(profile.id));
  }

  @Serve(profileApi.changeProfile)
  change(@Input() input: InputOf<Api['changeProfile']>): Promise<AnswerOf<Api['changeProfile']>> {
    return this.editing.fields(input);
  }

  @Serve(profileApi.changeWishes)
  changeWishes(@Input() input: InputOf<Api['changeWishes']>): Promise<AnswerOf<Api['changeWishes']>> {
    return this.editing.wishes(input);
  }

  @Serve(profileApi.restrictProfile)
  restrict(@Input() input: InputOf<Api['restrictProfile']>): Promise<AnswerOf<Api['restrictProfile']>> {
    return this.editing.restriction(input);
  }

  @Serve(profileApi.exportProfile)
  export(@Input() { principal, params }: InputOf<Api['exportProfile']>): Promise<AnswerOf<Api['exportProfile']>> {
    return this.exporting.export(principal, params.profileId);
  }

  @Serve(profileApi.eraseProfile)
  erase(@Input() { principal, params }: InputOf<Api['eraseProfile']>): Promise<void> {
    return this.erasing.own(principal, params.profileId);
  }

  @Serve(profileApi.removeDemoProfiles)
  async removeDemo(): Promise<AnswerOf<Api['removeDemoProfiles']>> {
    return { removed: await this.erasing.demo() };
  }
}

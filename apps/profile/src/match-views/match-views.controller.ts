import { profileInternalApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { ProfileRepository } from '../profiles/profile.repository.js';
import { matchView } from '../profiles/profile.view.js';

type Api = typeof profileInternalApi;

@Controller()
export class MatchViewsController {
  constructor(private readonly profiles: ProfileRepository) {}

  @Serve(profileInternalApi.matchViews)
  async some(@Input() { body }: InputOf<Api['matchViews']>): Promise<AnswerOf<Api['matchViews']>> {
    const profiles = await this.profiles.byIds(body.ids);
    return { items: profiles.map(matchView) };
  }

  @Serve(profileInternalApi.matchViewPage)
  async page(@Input() { query }: InputOf<Api['matchViewPage']>): Promise<AnswerOf<Api['matchViewPage']>> {
    const profiles = await this.profiles.page(query.after, query.limit);
    const next = profiles.length === query.limit ? profiles.at(-1)!.id : null;
    return { items: profiles.map(matchView), next };
  }

  @Serve(profileInternalApi.contactOf)
  async contact(@Input() { params }: InputOf<Api['contactOf']>): Promise<AnswerOf<Api['contactOf']>> {
    const [profile] = await this.profiles.byIds([params.profileId]);
    if (!profile) throw notFound();
    const { name, email, phone } = await this.profiles.contactOf(profile.id);
    return { name, email, phone };
  }

  @Serve(profileInternalApi.profileOf)
  async of(@Input() { params }: InputOf<Api['profileOf']>): Promise<AnswerOf<Api['profileOf']>> {
    const profile = await this.profiles.ofSubject(params.subject);
    return { profileId: profile?.id ?? null };
  }
}

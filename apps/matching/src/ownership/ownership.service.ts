import { profileInternalApi, type Principal, type ProfileMatchView, type VacancyMatchView } from '#contracts';
import { asService, notFound, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { ProjectionRepository } from '../projections/projection.repository.js';

const rememberedAtMost = 10_000;

/** Whose object it is. Somebody else's and what does not exist are told alike. */
@Injectable()
export class Ownership {
  private readonly profileOf = new Map<string, string>();

  constructor(
    private readonly client: ServiceClient,
    private readonly projections: ProjectionRepository,
  ) {}

  /** @throws DomainError `not-found` unless the profile is the asker's own. */
  async ownProfile(principal: Principal, profileId: string): Promise<ProfileMatchView> {
    if ((await this.profileIdOf(principal.subject)) !== profileId) throw notFound();
    const view = await this.projections.find('profile', profileId);
    if (!view) throw notFound();
    return view;
  }

  /** @throws DomainError `not-found` unless the asker acts for the vacancy's employer. */
  async ownVacancy(principal: Principal, vacancyId: string): Promise<VacancyMatchView> {
    const view = await this.projections.find('vacancy', vacancyId);
    if (!view || !principal.employerIds.includes(view.employerId)) throw notFound();
    return view;
  }

  /** An account keeps its profile until it is erased, so a hit can be remembered; that it still stands, the projection tells. */
  private async profileIdOf(subject: string): Promise<string | null> {
    const known = this.profileOf.get(subject);
    if (known && (await this.projections.find('profile', known))) return known;
    const { profileId } = await this.client.call(profileInternalApi.profileOf, asService('matching'), {
      params: { subject },
    });
    if (this.profileOf.size >= rememberedAtMost) this.profileOf.clear();
    if (profileId) this.profileOf.set(subject, profileId);
    return profileId;
  }
}

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
    const view = await this.projections.find('profile', profileId);
    if (!view || !(await this.isOf(principal.subject, profileId))) throw notFound();
    return view;
  }

  /** @throws DomainError `not-found` unless the asker acts for the vacancy's employer. */
  async ownVacancy(principal: Principal, vacancyId: string): Promise<VacancyMatchView> {
    const view = await this.projections.find('vacancy', vacancyId);
    if (!view || !principal.employerIds.includes(view.employerId)) throw notFound();
    return view;
  }

  /** An account keeps its profile until that is erased, so a yes can be remembered. */
  private async isOf(subject: string, profileId: string): Promise<boolean> {
    if (this.profileOf.get(subject) === profileId) return true;
    const answer = await this.client.call(profileInternalApi.profileOf, asService('matching'), { params: { subject } });
    if (answer.profileId !== profileId) return false;
    if (this.profileOf.size >= rememberedAtMost) this.profileOf.clear();
    this.profileOf.set(subject, profileId);
    return true;
  }
}

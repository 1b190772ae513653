import { vacancyApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { MembershipService } from '../employers/membership.service.js';
import { VacancyViews } from './vacancy-views.service.js';

type Api = typeof vacancyApi;

@Controller()
export class VacancyViewsController {
  constructor(
    private readonly views: VacancyViews,
    private readonly members: MembershipService,
  ) {}

  @Serve(vacancyApi.listViews)
  async list(@Input() { params, query, principal }: InputOf<Api['listViews']>): Promise<AnswerOf<Api['listViews']>> {
    await this.members.requireActsFor(principal, params.employerId);
    const counts = await this.views.of(params.employerId, query.vacancyId);
    return { items: [...counts].map(([vacancyId, count]) => ({ vacancyId, ...count })) };
  }
}

import { matchingApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Ownership } from '../ownership/ownership.service.js';
import { ClosingRepository } from './closing.repository.js';

@Controller()
export class ClosingsController {
  constructor(
    private readonly closings: ClosingRepository,
    private readonly ownership: Ownership,
  ) {}

  @Serve(matchingApi.listClosings)
  async list(
    @Input() { params, query, principal }: InputOf<typeof matchingApi.listClosings>,
  ): Promise<AnswerOf<typeof matchingApi.listClosings>> {
    await this.ownership.ownProfile(principal, params.profileId);
    const { total, items } = await this.closings.of(params.profileId, query.limit, query.offset);
    return {
      total,
      items: items.map(({ vacancy_id, because, told_at }) => ({
        vacancyId: vacancy_id,
        because,
        at: told_at.toISOString(),
      })),
    };
  }
}

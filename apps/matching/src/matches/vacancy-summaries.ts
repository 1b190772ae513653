import { vacancyInternalApi, type MatchFigures, type VacancySummary } from '#contracts';
import { asService, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';

/** What people see of the vacancies in a list, asked of their owner. */
@Injectable()
export class VacancySummaries {
  constructor(private readonly client: ServiceClient) {}

  async of(ids: readonly string[]): Promise<Map<string, VacancySummary>> {
    if (ids.length === 0) return new Map();
    const { items } = await this.client.call(vacancyInternalApi.summaries, asService('matching'), {
      body: { ids: [...ids] },
    });
    return new Map(items.map((item) => [item.id, item]));
  }

  /** Adds its vacancy to each match; a vacancy that its owner no longer has drops out. */
  async with<T extends Pick<MatchFigures, 'vacancyId'>>(
    matches: readonly T[],
  ): Promise<(T & { vacancy: VacancySummary })[]> {
    const summaries = await this.of(matches.map(({ vacancyId }) => vacancyId));
    return matches.flatMap((match) => {
      const vacancy = summaries.get(match.vacancyId);
      return vacancy ? [{ ...match, vacancy }] : [];
    });
  }
}

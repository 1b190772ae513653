import {
  searchAsAsked,
  searchInternalApi,
  type AnswerOf,
  type InputOf,
  type MatchFigures,
  type fitSearchApi,
} from '#contracts';
import type { EngineProfile } from '#engine';
import { asService, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { Ownership } from '../ownership/ownership.service.js';

/** Up to so many hits it is quicker to match each than to rank everything. */
const fewHits = 500;
const longestList = 10_000;

/** A search in the order of fit: exact over all hits, not only over a page of them. */
@Injectable()
export class FitSearch {
  constructor(
    private readonly host: EngineHost,
    private readonly ownership: Ownership,
    private readonly client: ServiceClient,
    private readonly clock: Clock,
  ) {}

  async search({
    params,
    query,
    principal,
  }: InputOf<typeof fitSearchApi.searchByFit>): Promise<AnswerOf<typeof fitSearchApi.searchByFit>> {
    const profile = await this.ownership.ownProfile(principal, params.profileId);
    const { limit, offset, ...asked } = query;
    const search = searchAsAsked(asked);
    const asMatching = asService('matching');
    const { ids } = await this.client.call(searchInternalApi.searchHits, asMatching, { body: search });
    const page = this.ordered(profile, ids).slice(offset, offset + limit);
    const answer = await this.client.call(searchInternalApi.searchPage, asMatching, { body: { search, ids: page } });
    return { ...answer, items: answer.items.map((item) => ({ ...item, match: this.matchOf(profile, item.id) })) };
  }

  /** Best fit first, as in the list of matches; then those that the person is not eligible for, in the search's own order. */
  private ordered(profile: EngineProfile, ids: readonly string[]): string[] {
    const listed = ids.length <= fewHits ? this.matchedEach(profile, ids) : this.rankedWithin(profile, ids);
    const first = new Set(listed);
    return [...listed, ...ids.filter((id) => !first.has(id))];
  }

  private matchedEach(profile: EngineProfile, ids: readonly string[]): string[] {
    const { engine } = this.host;
    return ids
      .flatMap((id) => (engine.hasVacancy(id) ? engine.match(profile, id) : []))
      .filter(({ eligibility }) => eligibility !== 'not-met')
      .sort(byFit)
      .map(({ vacancyId }) => vacancyId);
  }

  private rankedWithin(profile: EngineProfile, ids: readonly string[]): string[] {
    const wanted = new Set(ids);
    const listed: string[] = [];
    const query = { rankBy: 'both', limit: longestList, today: this.clock.today() } as const;
    for (let after: string | null = ''; after !== null && listed.length < wanted.size;) {
      const { items, next } = this.host.engine.rankVacancies(profile, after === '' ? query : { ...query, after });
      for (const { vacancyId } of items) if (wanted.has(vacancyId)) listed.push(vacancyId);
      after = next;
    }
    return listed;
  }

  private matchOf(profile: EngineProfile, vacancyId: string) {
    const { engine } = this.host;
    if (!engine.hasVacancy(vacancyId)) return null;
    const { fit, employerFit, seekerFit, eligibility } = engine.match(profile, vacancyId);
    return { fit, employerFit, seekerFit, eligibility };
  }
}

/** The exact product, whole numbers below 2^53; ties by id. As the engine's lists. */
function byFit(a: MatchFigures, b: MatchFigures): number {
  return b.employerFit * b.seekerFit - a.employerFit * a.seekerFit || (a.vacancyId < b.vacancyId ? -1 : 1);
}

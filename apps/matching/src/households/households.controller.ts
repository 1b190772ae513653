import { seekerApi, type AnswerOf, type InputOf, type ProfileMatchView, type VacancySummary } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { EngineHost } from '../engine/engine-host.js';
import { VacancySummaries } from '../matches/vacancy-summaries.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { bestPairs, fourthRoot, type PlacedJob } from './household-pairs.js';
import { HouseholdRepository } from './household.repository.js';
import { PlacesOfTwo } from './place-jobs.service.js';

const mostPairs = 500;
const perCent = 10_000;

type Api = typeof seekerApi;

/** Pairs of jobs for the two of a household: both joined it by an invitation, so each may know what would fit the other. */
@Controller()
export class HouseholdsController {
  constructor(
    private readonly ownership: Ownership,
    private readonly households: HouseholdRepository,
    private readonly projections: ProjectionRepository,
    private readonly places: PlacesOfTwo,
    private readonly summaries: VacancySummaries,
    private readonly host: EngineHost,
  ) {}

  @Serve(seekerApi.householdPairs)
  async pairs(
    @Input() { params, query, principal }: InputOf<Api['householdPairs']>,
  ): Promise<AnswerOf<Api['householdPairs']>> {
    const mine = await this.ownership.ownProfile(principal, params.profileId);
    const members = mine.householdId ? await this.households.members(mine.householdId) : [mine.profileId];
    const none = { members: members.length, total: 0, places: [], items: [] };
    const partnerId = members.find((id) => id !== mine.profileId);
    const theirs = partnerId ? await this.projections.find('profile', partnerId) : null;
    if (!theirs?.rankable || !mine.rankable) return { ...none, partnerIsRanked: theirs?.rankable ?? false };
    const all = bestPairs(await this.places.of(mine, theirs, query.municipality), mostPairs);
    const counts = new Map<string, number>();
    for (const { municipality } of all) counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
    const page = all.slice(query.offset, query.offset + query.limit);
    const summaries = await this.summaries.of([
      ...new Set(page.flatMap((pair) => [pair.mine.vacancyId, pair.theirs.vacancyId])),
    ]);
    return {
      members: members.length,
      partnerIsRanked: true,
      total: all.length,
      places: [...counts]
        .map(([municipality, count]) => ({ municipality, count }))
        .sort((a, b) => b.count - a.count || (a.municipality < b.municipality ? -1 : 1)),
      items: page.flatMap((pair) => {
        const [my, their] = [summaries.get(pair.mine.vacancyId), summaries.get(pair.theirs.vacancyId)];
        // One that was taken down since the pairs were made drops out.
        if (!my || !their) return [];
        const { municipality } = pair;
        return [
          {
            municipality,
            fit: Math.floor(fourthRoot(pair.product) / perCent),
            mine: this.job(mine, municipality, pair.mine, my),
            theirs: this.job(theirs, municipality, pair.theirs, their),
          },
        ];
      }),
    };
  }

  private job(person: ProfileMatchView, municipality: string, { minutes, km }: PlacedJob, vacancy: VacancySummary) {
    const { engine } = this.host;
    const figures = engine.match({ ...person, homeMunicipality: municipality }, vacancy.id);
    return { ...figures, vacancy, minutes, km };
  }
}

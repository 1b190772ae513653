import type { AnswerOf, InputOf, matchingApi, ProfileMatchView } from '#contracts';
import type { EngineVacancy, Ranking } from '#engine';
import { Outbox } from '#messaging';
import { notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { strongestParts } from '../matches/evidence.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { ShownMatches } from '../shown/shown-matches.service.js';
import { candidateView } from './candidate-view.js';

const counterfactualsShown = 5;
/** Fewer people than this could be told apart. */
const smallestCount = 5;

/** An employer's side: who fits a vacancy, pseudonymous, and how. */
@Injectable()
export class Candidates {
  constructor(
    private readonly host: EngineHost,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly shown: ShownMatches,
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list({
    params,
    query,
    principal,
  }: InputOf<typeof matchingApi.listCandidates>): Promise<AnswerOf<typeof matchingApi.listCandidates>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const { limit, offset, rankBy, municipality, county } = query;
    const { engine } = this.host;
    const ranking = engine.rankProfiles(vacancy, {
      limit,
      offset,
      rankBy,
      today: this.clock.today(),
      filter: { municipalities: municipality, counties: county },
    });
    const profiles = await this.profilesOf(ranking);
    const items = ranking.items.flatMap((item) => {
      const profile = profiles.get(item.profileId);
      return profile
        ? [
            {
              ...item,
              candidate: candidateView(profile, vacancy.vacancyId),
              evidence: strongestParts(engine, profile, vacancy),
            },
          ]
        : [];
    });
    return { total: ranking.total, removed: ranking.removed, items };
  }

  /** The view is logged, and shown to the person. */
  async explain({
    params,
    principal,
  }: InputOf<typeof matchingApi.explainCandidate>): Promise<AnswerOf<typeof matchingApi.explainCandidate>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const profile = await this.projections.find('profile', params.profileId);
    if (!profile?.rankable) throw notFound();
    const { engine, versions } = this.host;
    const explanation = engine.explain(profile, vacancy);
    const shownId = await this.shown.keep({
      profile,
      vacancy,
      figures: explanation,
      versions,
      viewer: principal.subject,
    });
    await this.dataSource.transaction((manager) =>
      this.outbox.add(manager, 'candidate.shown.v1', {
        profileId: profile.profileId,
        employerId: vacancy.employerId,
        vacancyId: vacancy.vacancyId,
        viewId: shownId,
        purpose: 'candidate',
      }),
    );
    return {
      ...explanation,
      counterfactuals: engine.counterfactuals(profile, vacancy, counterfactualsShown),
      versions,
      profileRevision: profile.revision,
      vacancyRevision: vacancy.revision,
      computedAt: this.clock.now().toISOString(),
      candidate: candidateView(profile, vacancy.vacancyId),
      shownId,
    };
  }

  async count({
    params,
    principal,
  }: InputOf<typeof matchingApi.countCandidates>): Promise<AnswerOf<typeof matchingApi.countCandidates>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const { engine } = this.host;
    const count = engine.countProfiles(vacancy);
    const tell = (number: number): number | null => (number > 0 && number < smallestCount ? null : number);
    const without = vacancy.demands
      .filter(({ origin, necessity }) => origin !== 'rejected' && necessity === 'requirement')
      .map(({ id }) => ({ demandId: id, more: tell(engine.countProfiles(vacancy, { withoutDemandId: id }) - count) }));
    return { count: tell(count), without };
  }

  /** For operators: figures and evidence, and nothing else of the people. */
  async inspect({
    params,
    query,
  }: InputOf<typeof matchingApi.inspectVacancy>): Promise<AnswerOf<typeof matchingApi.inspectVacancy>> {
    const vacancy = await this.projections.find('vacancy', params.vacancyId);
    if (!vacancy) throw notFound();
    const { engine } = this.host;
    const ranking = engine.rankProfiles(vacancy, { ...query, today: this.clock.today() });
    const items = ranking.items.map((item) => ({
      ...item,
      evidence: strongestParts(engine, item.profileId, vacancy).map((part) => ({ ...part, profileSpan: null })),
    }));
    return { total: ranking.total, removed: ranking.removed, items };
  }

  /** The best candidates with their frozen views, for a shortlist. */
  async best(
    vacancy: EngineVacancy,
    limit: number,
    rankBy: InputOf<typeof matchingApi.createShortlist>['body']['rankBy'],
  ) {
    const { engine, versions } = this.host;
    const ranking = engine.rankProfiles(vacancy, { limit, rankBy, today: this.clock.today() });
    const profiles = await this.profilesOf(ranking);
    const items = ranking.items.flatMap((figures) => {
      const profile = profiles.get(figures.profileId);
      return profile
        ? [
            {
              profile,
              match: {
                ...figures,
                candidate: candidateView(profile, vacancy.vacancyId),
                evidence: strongestParts(engine, profile, vacancy),
              },
            },
          ]
        : [];
    });
    return { items, versions, viewId: randomUUID() };
  }

  private profilesOf(ranking: Ranking): Promise<Map<string, ProfileMatchView>> {
    return this.projections.findMany(
      'profile',
      ranking.items.map(({ profileId }) => profileId),
    );
  }
}

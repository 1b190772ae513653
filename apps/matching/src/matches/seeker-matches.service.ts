import type { AnswerOf, InputOf, MatchFigures, matchingApi } from '#contracts';
import type { EngineProfile } from '#engine';
import { notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { ShownMatches } from '../shown/shown-matches.service.js';
import { strongestParts } from './evidence.js';
import { MatchList } from './match-list.service.js';
import { VacancySummaries } from './vacancy-summaries.js';

const counterfactualsShown = 5;

/** A person's side: the vacancies that fit, and how. */
@Injectable()
export class SeekerMatches {
  constructor(
    private readonly host: EngineHost,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly summaries: VacancySummaries,
    private readonly shown: ShownMatches,
    private readonly matchList: MatchList,
    private readonly clock: Clock,
  ) {}

  async list({
    params,
    query,
    principal,
  }: InputOf<typeof matchingApi.listMatches>): Promise<AnswerOf<typeof matchingApi.listMatches>> {
    const profile = await this.ownership.ownProfile(principal, params.profileId);
    const { items, ...figures } = await this.matchList.of(profile, query);
    return {
      profileRevision: profile.revision,
      ...figures,
      items: await this.summaries.with(this.withEvidence(profile, items)),
    };
  }

  async places({
    params,
    query,
    principal,
  }: InputOf<typeof matchingApi.matchPlaces>): Promise<AnswerOf<typeof matchingApi.matchPlaces>> {
    return { items: await this.matchList.places(await this.ownership.ownProfile(principal, params.profileId), query) };
  }

  async widen({
    params,
    query,
    principal,
  }: InputOf<typeof matchingApi.widenMatches>): Promise<AnswerOf<typeof matchingApi.widenMatches>> {
    return this.matchList.widen(await this.ownership.ownProfile(principal, params.profileId), query);
  }

  async explain({
    params,
    principal,
  }: InputOf<typeof matchingApi.explainMatch>): Promise<AnswerOf<typeof matchingApi.explainMatch>> {
    const profile = await this.ownership.ownProfile(principal, params.profileId);
    const vacancy = await this.projections.find('vacancy', params.vacancyId);
    if (!vacancy) throw notFound();
    const summary = (await this.summaries.of([params.vacancyId])).get(params.vacancyId);
    if (!summary) throw notFound();
    const { engine, versions } = this.host;
    const explanation = engine.explain(profile, vacancy);
    const shownId = await this.shown.keep({
      profile,
      vacancy,
      figures: explanation,
      versions,
      viewer: principal.subject,
    });
    return {
      ...explanation,
      counterfactuals: engine.counterfactuals(profile, vacancy, counterfactualsShown),
      versions,
      profileRevision: profile.revision,
      vacancyRevision: vacancy.revision,
      computedAt: this.clock.now().toISOString(),
      vacancy: summary,
      shownId,
    };
  }

  /** Matches a profile that nobody saved. */
  async preview({
    body,
  }: InputOf<typeof matchingApi.previewMatches>): Promise<AnswerOf<typeof matchingApi.previewMatches>> {
    const profile: EngineProfile = { profileId: randomUUID(), rankable: true, ...body.profile };
    const { total, removed, items } = await this.ranked(profile, body);
    const { engine } = this.host;
    return {
      total,
      removed,
      // One that was taken down since it was ranked drops out.
      items: items
        .filter(({ vacancyId }) => engine.hasVacancy(vacancyId))
        .map((item) => {
          const { employerParts, seekerParts } = engine.explain(profile, item.vacancyId);
          return {
            ...item,
            employerParts,
            seekerParts,
            counterfactuals: engine.counterfactuals(profile, item.vacancyId, counterfactualsShown),
          };
        }),
    };
  }

  /** For operators, of an invented person only: real people's lists are their own. */
  async inspect({
    params,
    query,
  }: InputOf<typeof matchingApi.inspectProfile>): Promise<AnswerOf<typeof matchingApi.inspectProfile>> {
    const profile = await this.projections.find('profile', params.profileId);
    if (!profile?.demo) throw notFound();
    return this.ranked(profile, query);
  }

  private async ranked(
    profile: EngineProfile,
    { limit, rankBy }: Pick<InputOf<typeof matchingApi.inspectProfile>['query'], 'limit' | 'rankBy'>,
  ) {
    const { engine } = this.host;
    const ranking = engine.rankVacancies(profile, { limit, rankBy, today: this.clock.today() });
    const items = await this.summaries.with(this.withEvidence(profile, ranking.items));
    return { total: ranking.total, removed: ranking.removed, items };
  }

  private withEvidence<T extends Pick<MatchFigures, 'vacancyId'>>(profile: EngineProfile, items: readonly T[]) {
    const explanations = this.host.engine.explainVacancies(
      profile,
      items.map(({ vacancyId }) => vacancyId),
    );
    return items.map((item, at) => ({ ...item, evidence: strongestParts(explanations[at]!) }));
  }
}

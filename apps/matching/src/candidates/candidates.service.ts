import { isRankedDemand, matchingApi, type AnswerOf, type deskApi, type InputOf, type RankBy } from '#contracts';
import type { EngineVacancy, Ranking } from '#engine';
import { Outbox } from '#messaging';
import { invalidInput, KeptAnswers, notFound, type PackedAnswer } from '#platform';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../clock.js';
import { EngineHost } from '../engine/engine-host.js';
import { figuresOf, strongestParts } from '../matches/evidence.js';
import { Ownership } from '../ownership/ownership.service.js';
import { ProjectionRepository } from '../projections/projection.repository.js';
import { ShownMatches } from '../shown/shown-matches.service.js';
import { candidateView, withoutPersonsWords } from './candidate-view.js';

const counterfactualsShown = 5;
const enoughPeople = 20;
/** Fewer people than this could be told apart. */
const smallestCount = 5;
export const told = (count: number): number | null => (count < smallestCount ? null : count);

/** An employer's side: who fits a vacancy, pseudonymous, and how. */
@Injectable()
export class Candidates {
  constructor(
    private readonly host: EngineHost,
    private readonly ownership: Ownership,
    private readonly projections: ProjectionRepository,
    private readonly shown: ShownMatches,
    private readonly outbox: Outbox,
    private readonly kept: KeptAnswers,
    private readonly clock: Clock,
  ) {}

  /** Ranked anew each time. Who stands there and why is made once for as long as the list, the vacancy and everybody on it are the same. */
  async list({ params, query, principal }: InputOf<typeof matchingApi.listCandidates>): Promise<PackedAnswer> {
    const { limit, offset, rankBy, municipality, county, weight } = query;
    const vacancy = weighed(await this.ownership.ownVacancy(principal, params.vacancyId), weight);
    const { engine, versions } = this.host;
    const ranking = engine.rankProfiles(vacancy, {
      limit,
      offset,
      rankBy,
      today: this.clock.today(),
      filter: { municipalities: municipality, counties: county },
    });
    const people = await this.projections.versions('profile', idsOf(ranking));
    const follows = [vacancy, versions, ranking, people];
    return this.kept.of(matchingApi.listCandidates, follows, async () => ({
      total: ranking.total,
      removed: ranking.removed,
      items: (await this.explained(vacancy, ranking)).map(({ match }) => match),
    }));
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
    const shown = { profile, vacancy, figures: explanation, versions, viewer: principal.subject };
    const shownId = await this.shown.keep(shown, (manager, viewId) =>
      this.outbox.add(manager, 'candidate.shown.v1', {
        profileId: profile.profileId,
        employerId: vacancy.employerId,
        vacancyId: vacancy.vacancyId,
        viewId,
        purpose: 'candidate',
      }),
    );
    return {
      ...withoutPersonsWords(explanation),
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
    return this.counts(vacancy);
  }

  /** Counts for a vacancy that nobody saved. */
  async countDraft({
    params,
    body,
    principal,
  }: InputOf<typeof deskApi.countDraft>): Promise<AnswerOf<typeof deskApi.countDraft>> {
    if (!principal.employerIds.includes(params.employerId)) throw notFound();
    const demands = body.demands.map((demand) => ({
      ...demand,
      id: randomUUID(),
      origin: 'stated' as const,
      span: null,
    }));
    const vacancy = {
      ...body,
      vacancyId: randomUUID(),
      rankable: true,
      employerId: params.employerId,
      deadline: null,
      demands: demands.filter(isRankedDemand),
    };
    const { count, without } = this.counts(vacancy);
    return {
      count,
      without: without.map(({ demandId, more }) => ({ index: demands.findIndex(({ id }) => id === demandId), more })),
    };
  }

  /** Where too few fit: which requirement, given up alone, would bring how many. */
  async widen({ params, principal }: InputOf<typeof deskApi.widen>): Promise<AnswerOf<typeof deskApi.widen>> {
    const vacancy = await this.ownership.ownVacancy(principal, params.vacancyId);
    const { total, wanted, loosened } = this.host.engine.widenProfiles(vacancy, { wanted: enoughPeople });
    return {
      total: told(total),
      wanted,
      loosened: loosened.map(({ loosening, more }) => ({ loosening, more: told(more) })),
    };
  }

  /** How many a vacancy fits; null for fewer than can be told. */
  countOf = (vacancy: EngineVacancy): number | null => told(this.host.engine.countProfiles(vacancy));

  private counts(vacancy: EngineVacancy) {
    const { engine } = this.host;
    const count = engine.countProfiles(vacancy);
    const without = vacancy.demands
      .filter(({ origin, necessity }) => origin !== 'rejected' && necessity === 'requirement')
      .map(({ id }) => {
        // One of several alternatives less is a narrower demand: nobody more.
        const more = Math.max(0, engine.countProfiles(vacancy, { withoutDemandId: id }) - count);
        return { demandId: id, more: told(more) };
      });
    return { count: told(count), without };
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
    const explanations = engine.explainProfiles(
      vacancy,
      ranking.items.map(({ profileId }) => profileId),
    );
    const items = ranking.items.map((item, at) => ({
      ...item,
      evidence: strongestParts(withoutPersonsWords(explanations[at]!)),
    }));
    return { total: ranking.total, removed: ranking.removed, items };
  }

  /** The best candidates with what their figures were computed from, for a shortlist. */
  async best(vacancy: EngineVacancy, limit: number, rankBy: RankBy) {
    const { versions } = this.host;
    const ranking = this.host.engine.rankProfiles(vacancy, { limit, rankBy, today: this.clock.today() });
    return { items: await this.explained(vacancy, ranking), versions };
  }

  /** Figures, evidence and facts of one candidate come from one revision, which may be newer than the one that gave the place on the list. */
  private async explained(vacancy: EngineVacancy, ranking: Ranking) {
    const ids = idsOf(ranking);
    const profiles = await this.projections.findMany('profile', ids);
    const people = ids.flatMap((id) => profiles.get(id) ?? []).filter(({ rankable }) => rankable);
    const explanations = this.host.engine.explainProfiles(vacancy, people);
    return people.map((profile, at) => {
      const explanation = withoutPersonsWords(explanations[at]!);
      const candidate = candidateView(profile, vacancy.vacancyId);
      return { profile, match: { ...figuresOf(explanation), candidate, evidence: strongestParts(explanation) } };
    });
  }
}

const idsOf = ({ items }: Ranking): string[] => items.map(({ profileId }) => profileId);

/**
 * A vacancy with other weights of its demands, for one question; what weighs nothing is left out.
 * @throws DomainError `invalid-input` for what is no demand of it.
 */
function weighed<V extends EngineVacancy>(vacancy: V, given: readonly string[]): V {
  if (given.length === 0) return vacancy;
  const weights = new Map(given.map((one) => [one.slice(0, 36), Number(one.slice(37))]));
  const strangers = [...weights.keys()].filter((id) => !vacancy.demands.some((demand) => demand.id === id));
  if (strangers.length > 0)
    throw invalidInput(strangers.map((id) => ({ pointer: 'query/weight', detail: `no demand ${id}` })));
  const demands = vacancy.demands
    .map((demand) => ({ ...demand, weight: weights.get(demand.id) ?? demand.weight }))
    .filter(({ weight }) => weight > 0);
  return { ...vacancy, demands };
}

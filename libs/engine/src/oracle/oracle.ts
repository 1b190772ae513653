import type { MatchFigures } from '#contracts';
import type {
  Check,
  Eligibility,
  EngineDemand,
  EngineParts,
  EngineProfile,
  EngineVacancy,
  KnockOut,
} from '../engine.types.js';
import type { RankFilter, Ranking, RankQuery } from '../lists.types.js';
import { oracleEmployerFit } from './oracle-employer.js';
import { oracleSeekerFit, waysThere } from './oracle-seeker.js';
import { standIns } from './stand-ins.js';

const reasons: KnockOut[] = [
  'driving-licence',
  'professional-licence',
  'language',
  'education',
  'work-permit',
  'reach',
];

/** The same answers as an engine's, computed pair by pair from plain objects: slow, without an index, and written apart from it. For tests and benches. */
export class Oracle {
  readonly profiles = new Map<string, EngineProfile>();
  readonly vacancies = new Map<string, EngineVacancy>();

  constructor(private readonly parts: EngineParts) {}

  figures(
    profile: EngineProfile,
    vacancy: EngineVacancy,
    weights?: RankQuery['weights'],
    without?: string,
  ): MatchFigures {
    const demands = countingDemands(vacancy, weights, without);
    const checks = this.checks(profile, vacancy, demands);
    const employerFit = oracleEmployerFit(profile, vacancy, demands, this.parts);
    const seekerFit = oracleSeekerFit(profile, vacancy, demands, this.parts);
    const has = (state: Eligibility) => checks.some((check) => check.state === state);
    return {
      profileId: profile.profileId,
      vacancyId: vacancy.vacancyId,
      employerFit,
      seekerFit,
      fit: shown(BigInt(employerFit) * BigInt(seekerFit)),
      eligibility: has('not-met') ? 'not-met' : has('unknown') ? 'unknown' : 'met',
      checks,
    };
  }

  rankProfiles(vacancy: EngineVacancy, query: RankQuery, without?: string): Ranking {
    const listed = [...this.profiles.values()].filter((p) => p.rankable && this.profileIsListed(p, query.filter ?? {}));
    return rank(
      listed.map((profile) => this.figures(profile, vacancy, query.weights, without)),
      query,
      (f) => f.profileId,
    );
  }

  rankVacancies(profile: EngineProfile, query: RankQuery): Ranking {
    const open = (v: EngineVacancy) => v.rankable && (v.deadline === null || v.deadline >= query.today);
    const listed = [...this.vacancies.values()].filter((v) => open(v) && this.vacancyIsListed(v, query.filter ?? {}));
    return rank(
      listed.map((vacancy) => this.figures(profile, vacancy)),
      query,
      (f) => f.vacancyId,
    );
  }

  private checks(profile: EngineProfile, vacancy: EngineVacancy, demands: readonly EngineDemand[]): Check[] {
    const checks: Check[] = [];
    for (const group of standIns(demands)) {
      const judged = group.flatMap((demand) => this.check(profile, demand) ?? []);
      if (judged.length < group.length) continue;
      judged.sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason));
      const nearest = ['met', 'unknown', 'not-met'].flatMap((state) => judged.filter((check) => check.state === state));
      checks.push(nearest[0]!);
    }
    const { state } = waysThere(profile, vacancy, this.parts);
    return [...checks, { reason: 'reach', state, conceptId: null, level: null, demandId: null }];
  }

  private check(profile: EngineProfile, demand: EngineDemand): Check | null {
    const reason = reasons.find((one) => one === demand.kind);
    if (!reason || demand.necessity !== 'requirement') return null;
    const named = demand.conceptId === null ? undefined : this.parts.graph.educationLevelOf?.(demand.conceptId);
    const level =
      reason === 'education' ? (demand.level ?? named ?? null) : reason === 'language' ? demand.level : null;
    if (reason === 'education' ? level === null : demand.conceptId === null) return null;
    const state = this.stateOf(profile, demand, level);
    return { reason, state, conceptId: demand.conceptId, level, demandId: demand.id };
  }

  private stateOf(profile: EngineProfile, demand: EngineDemand, level: number | null): Eligibility {
    const ownWord = profile.facts.filter(
      (fact) => fact.kind === demand.kind && /^(stated|confirmed)$/.test(fact.origin),
    );
    const levelOf = (id: string | null) => (id === null ? undefined : this.parts.graph.educationLevelOf?.(id));
    const relevant =
      demand.kind === 'education'
        ? ownWord.map((fact) => fact.level ?? levelOf(fact.conceptId) ?? null)
        : ownWord
            .filter((f) => f.conceptId !== null && this.includes(f, f.conceptId, demand.conceptId!))
            .map((f) => f.level);
    if (relevant.some((held) => level === null || (held !== null && held >= level))) return 'met';
    const denied = profile.facts.some(
      ({ origin, kind, conceptId }) =>
        origin === 'denied' &&
        kind === demand.kind &&
        conceptId !== null &&
        demand.conceptId !== null &&
        (kind === 'education' ? conceptId === demand.conceptId : this.includes(demand, demand.conceptId, conceptId)),
    );
    if (denied) return 'not-met';
    return relevant.length === 0 || relevant.includes(null) ? 'unknown' : 'not-met';
  }

  /** Whether having `wider` is having `other` too. */
  private includes({ kind }: { kind: EngineDemand['kind'] }, wider: string, other: string): boolean {
    const { graph } = this.parts;
    if (wider === other) return true;
    const relations = graph.creditRelations(wider).filter((credit) => credit.conceptId === other);
    if (relations.some(({ relation }) => relation === 'same' || relation === 'exact-match')) return true;
    if (kind === 'language') return false;
    return relations.some(({ relation }) => relation === 'narrower') || graph.ancestors(wider).includes(other);
  }

  private profileIsListed(profile: EngineProfile, filter: RankFilter): boolean {
    const { graph, geography } = this.parts;
    const home = profile.homeMunicipality === null ? undefined : geography.municipality(profile.homeMunicipality);
    const denied = (id: string) =>
      profile.facts.some((f) => f.origin === 'denied' && f.kind === 'occupation' && f.conceptId === id);
    const held = profile.facts
      .filter(({ kind, origin, conceptId }) => kind === 'occupation' && conceptId !== null && origin !== 'denied')
      .filter(({ origin, conceptId }) => origin === 'stated' || origin === 'confirmed' || !denied(conceptId!))
      .flatMap(({ conceptId }) => [conceptId!, ...graph.ancestors(conceptId!), graph.occupationGroupOf(conceptId!)]);
    const { wishes } = profile;
    return (
      inPlaces(filter, home ? [home] : []) &&
      inList(filter.occupationFields, held) &&
      (filter.remote === undefined || filter.remote === wishes.remote) &&
      (filter.extentMin === undefined || wishes.extent === null || wishes.extent.max >= filter.extentMin)
    );
  }

  private vacancyIsListed(vacancy: EngineVacancy, filter: RankFilter): boolean {
    const { graph, geography } = this.parts;
    const places = vacancy.municipalities.flatMap((code) => geography.municipality(code) ?? []);
    const id = vacancy.occupationId;
    const within = id === null ? [] : [id, ...graph.ancestors(id), graph.occupationGroupOf(id)];
    return (
      inPlaces(filter, places) &&
      inList(filter.occupationFields, within) &&
      inList(filter.employerIds, [vacancy.employerId]) &&
      (filter.remote === undefined || filter.remote === vacancy.remote) &&
      (filter.extentMin === undefined || (vacancy.extent !== null && vacancy.extent.max >= filter.extentMin))
    );
  }
}

const inList = (wanted: readonly string[] | undefined, actual: readonly (string | undefined)[]): boolean =>
  !wanted?.length || wanted.some((one) => actual.includes(one));

function inPlaces(filter: RankFilter, places: readonly { code: string; countyCode: string }[]): boolean {
  const { municipalities = [], counties = [] } = filter;
  if (municipalities.length + counties.length === 0) return true;
  return places.some(({ code, countyCode }) => municipalities.includes(code) || counties.includes(countyCode));
}

function countingDemands(vacancy: EngineVacancy, weights: RankQuery['weights'] = {}, without?: string): EngineDemand[] {
  const counting = vacancy.demands
    .map((demand) => ({ ...demand, weight: weights[demand.id] ?? demand.weight }))
    .filter((demand) => demand.origin !== 'rejected' && demand.weight !== 0 && demand.id !== without)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return counting.map((demand) => {
    const group = standIns(counting).find((one) => one.includes(demand))!;
    return { ...demand, necessity: group.every((one) => one.necessity === 'merit') ? 'merit' : 'requirement' };
  });
}

function shown(product: bigint): number {
  let fit = 0n;
  while (fit < 100n && ((fit + 1n) * 10_000n) ** 2n <= product) fit++;
  return Number(fit);
}

function rank(all: MatchFigures[], query: RankQuery, idOf: (figures: MatchFigures) => string): Ranking {
  const removed = Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<KnockOut, number>;
  const kept = all.filter((figures) => {
    const failed = reasons.find((reason) => figures.checks.some((c) => c.reason === reason && c.state === 'not-met'));
    if (failed) removed[failed]++;
    return !failed;
  });
  const score = ({ employerFit: e, seekerFit: s }: MatchFigures) =>
    query.rankBy === 'both' ? BigInt(e) * BigInt(s) : BigInt(query.rankBy === 'employer' ? e : s);
  const sorted = kept
    .map((figures) => ({ figures, score: score(figures), id: idOf(figures) }))
    .sort((a, b) => (a.score === b.score ? (a.id < b.id ? -1 : 1) : a.score > b.score ? -1 : 1));
  const place = /^(\d+):(.*)$/su.exec(query.after ?? '');
  const left = sorted.filter(
    (one) => !place || one.score < BigInt(place[1]!) || (one.score === BigInt(place[1]!) && one.id > place[2]!),
  );
  const from = query.offset ?? 0;
  const shown = left.slice(from, from + query.limit);
  const last = shown.at(-1);
  const next = last && left.length > from + query.limit ? `${last.score}:${last.id}` : null;
  return { total: kept.length, removed, items: shown.map(({ figures }) => figures), next };
}

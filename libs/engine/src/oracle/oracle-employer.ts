import type { FactKind } from '#contracts';
import type {
  ConceptRelation,
  EngineDemand,
  EngineFact,
  EngineParts,
  EngineProfile,
  EngineVacancy,
} from '../engine.types.js';
import { shares, whole } from './shares.js';
import { standIns } from './stand-ins.js';

/** The facts that count, inferred ones among them, by the rules of DESIGN.md. */
export function countingFacts(profile: EngineProfile, { graph }: EngineParts): EngineFact[] {
  const isDenied = (kind: FactKind, id: string | null) =>
    profile.facts.some(
      (fact) => fact.origin === 'denied' && fact.kind === kind && id !== null && fact.conceptId === id,
    );
  const own = profile.facts.filter((fact) => {
    if (fact.origin === 'denied') return false;
    if (fact.conceptId === null) return fact.kind === 'education' && fact.level !== null;
    return fact.origin === 'stated' || fact.origin === 'confirmed' || !isDenied(fact.kind, fact.conceptId);
  });
  const implied = own
    .filter((fact) => fact.kind === 'occupation' && fact.origin !== 'inferred')
    .flatMap((fact) => graph.usualSkills(fact.conceptId!).map((skill) => ({ fact, skill })))
    .filter(({ skill }) => !isDenied('skill', skill))
    .filter(({ skill }) => !own.some((fact) => fact.kind === 'skill' && fact.conceptId === skill));
  const inferred = implied.map(({ fact, skill }) => ({
    ...fact,
    kind: 'skill' as const,
    conceptId: skill,
    level: null,
    years: null,
    origin: 'inferred' as const,
  }));
  return [...own, ...inferred];
}

/** Every way in which a held concept stands to an asked one. */
function relationsBetween(kind: FactKind, held: string, asked: string, { graph }: EngineParts): ConceptRelation[] {
  const ways: ConceptRelation[] = held === asked ? ['same'] : [];
  for (const credit of graph.creditRelations(held))
    if (credit.conceptId === asked && credit.relation !== 'same-group') ways.push(credit.relation);
  const broadens = ['occupation', 'driving-licence', 'professional-licence', 'work-permit'].includes(kind);
  if (broadens && graph.ancestors(held).includes(asked)) ways.push('narrower');
  if (kind === 'occupation') {
    const group = graph.occupationGroupOf(held);
    if (group === asked) ways.push('narrower');
    if (group !== undefined && group === graph.occupationGroupOf(asked)) ways.push('same-group');
  }
  return ways;
}

export function similarityBetween(kind: FactKind, held: string, asked: string, parts: EngineParts): number {
  const ways = relationsBetween(kind, held, asked, parts);
  return Math.max(0, ...ways.map((way) => parts.model.similarity[kind][way] ?? 0));
}

/** Best credit of any fact for one concept; `percentOf` is its level, or its years. */
function bestCredit(
  profile: EngineProfile,
  kind: FactKind,
  asked: string,
  parts: EngineParts,
  percentOf: (fact: EngineFact) => number,
  ways: (way: ConceptRelation) => boolean = () => true,
): number {
  const denied = profile.facts.some((f) => f.origin === 'denied' && f.kind === kind && f.conceptId === asked);
  const credits = countingFacts(profile, parts).map((fact) => {
    if (fact.kind !== kind || fact.conceptId === null) return 0;
    if (kind === 'education' && parts.graph.educationLevelOf?.(fact.conceptId) !== undefined) return 0;
    if (fact.origin === 'inferred' && denied) return 0;
    const usable = relationsBetween(kind, fact.conceptId, asked, parts)
      .filter(ways)
      .filter((way) => fact.origin !== 'inferred' || way === 'same' || way === 'exact-match')
      .map((way) => parts.model.similarity[kind][way] ?? 0);
    return whole(Math.max(0, ...usable) * percentOf(fact) * parts.model.origin[fact.origin], 10_000);
  });
  return Math.max(0, ...credits);
}

const answered = (credit: number, need: number): number => Math.min(100, whole(100 * credit, need));

/** Percent, 0 to 100, of one demand's concept, for skills also what the seeker's use of skills is counted by. */
export function demandCredit(profile: EngineProfile, demand: EngineDemand, parts: EngineParts): number {
  const { levels } = parts.model;
  const { kind } = demand;
  const percent = (level: number | null) =>
    kind === 'skill' || kind === 'language' ? levels[kind][level === null ? 0 : level]! : 100;
  return answered(
    bestCredit(profile, kind, demand.conceptId!, parts, (fact) => percent(fact.level)),
    percent(demand.level),
  );
}

function educationPoints(profile: EngineProfile, demand: EngineDemand, share: number, parts: EngineParts): number {
  const { graph, model } = parts;
  const levelOf = (conceptId: string | null) => (conceptId === null ? undefined : graph.educationLevelOf?.(conceptId));
  const level = demand.level ?? levelOf(demand.conceptId);
  const hasField = demand.conceptId !== null && levelOf(demand.conceptId) === undefined;
  const levelShare = level === undefined ? 0 : hasField ? whole(share * model.educationLevelPercent, 100) : share;
  const held = countingFacts(profile, parts)
    .filter((fact) => fact.kind === 'education')
    .map((fact) => {
      const its = fact.level ?? levelOf(fact.conceptId);
      return its === undefined ? 0 : whole(model.levels.education[its]! * model.origin[fact.origin], 100);
    });
  const forLevel = level === undefined ? 0 : answered(Math.max(0, ...held), model.levels.education[level]!);
  const forField = hasField ? bestCredit(profile, 'education', demand.conceptId, parts, () => 100) : 0;
  return levelShare * forLevel + (share - levelShare) * forField;
}

/** The demands that count and can be judged, each with its stand-ins, with their shares of 10,000, of having it and of its years. */
export function sharedDemands(vacancy: EngineVacancy, demands: readonly EngineDemand[], parts: EngineParts) {
  const { model, idf, graph } = parts;
  const judgeable = [...demands]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter((d) => d.conceptId !== null || (d.kind === 'education' && d.level !== null));
  const judged = standIns(judgeable);
  const isTimed = (d: EngineDemand) => ['occupation', 'skill'].includes(d.kind) && d.years !== null && d.years > 0;
  const timed = judged.filter((group) => !group.some((d) => !isTimed(d)));
  const [forDemands, forOccupation, forYears] = shares(10_000, [
    judged.length ? model.employerShares.demands : 0,
    vacancy.occupationId ? model.employerShares.occupation : 0,
    timed.length ? model.employerShares.experience : 0,
  ]) as [number, number, number];
  const want = (d: EngineDemand) =>
    model.necessity[d.necessity] * d.weight * (d.conceptId === null ? model.idf.base : idf.weight(d.conceptId));
  const heaviest = (group: EngineDemand[]) => group.map(want).sort((a, b) => b - a)[0]!;
  const having = shares(forDemands, judged.map(heaviest));
  const lasting = shares(forYears, timed.map(heaviest));
  return { judged, timed, having, lasting, forOccupation, graph };
}

/** Employer's fit from the objects alone. */
export function oracleEmployerFit(
  profile: EngineProfile,
  vacancy: EngineVacancy,
  demands: readonly EngineDemand[],
  parts: EngineParts,
): number {
  const { judged, timed, having, lasting, forOccupation } = sharedDemands(vacancy, demands, parts);
  if (judged.length === 0 && vacancy.occupationId === null) return parts.model.fitWhenNothingSaid;
  let points = 0;
  judged.forEach((group, at) => {
    const each = group.map((demand) =>
      demand.kind === 'education'
        ? educationPoints(profile, demand, having[at]!, parts)
        : having[at]! * demandCredit(profile, demand, parts),
    );
    points += Math.max(...each);
  });
  if (vacancy.occupationId !== null)
    points += forOccupation * bestCredit(profile, 'occupation', vacancy.occupationId, parts, () => 100);
  const cap = parts.model.yearsCap;
  const inPercent = (years: number | null) => whole(100 * Math.min(years ?? 0, cap), cap);
  timed.forEach((group, at) => {
    const each = group.map((demand) => {
      const credit = bestCredit(
        profile,
        demand.kind,
        demand.conceptId!,
        parts,
        (fact) => inPercent(fact.years),
        (way) => way !== 'same-group',
      );
      return answered(credit, inPercent(demand.years));
    });
    points += lasting[at]! * Math.max(...each);
  });
  return points;
}

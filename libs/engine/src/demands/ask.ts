import type { FactKind } from '#contracts';
import type { ConceptGraph, EngineDemand, EngineVacancy, FitPart, IdfSnapshot } from '../engine.types.js';
import { levelPercent, yearsPercent } from '../model/answer.js';
import { shareOut } from '../model/largest-remainder.js';
import type { MatchingModel } from '../model/model.types.js';
import { alternatives } from './alternatives.js';

/** One thing that a vacancy asks, with its share of 10,000. */
export interface Ask {
  readonly part: Extract<FitPart, 'demand' | 'occupation' | 'experience'>;
  readonly facet: 'concept' | 'education-level' | 'years';
  readonly demand: EngineDemand | null;
  readonly kind: FactKind;
  /** Null only where the facet is a level. */
  readonly conceptId: string | null;
  /** The credit that answers it in full. */
  readonly need: number;
  readonly share: number;
}

/** Alternatives: what is earned is the most that any member earns. */
export interface Choice {
  /** Each with the asks of one demand, whose shares sum to the choice's; at least two. */
  readonly members: readonly (readonly Ask[])[];
  readonly share: number;
  /** Whether it counts as one skill that the job would use: all of its demands are skills. */
  readonly usesSkills: boolean;
}

/** What a vacancy asks. All shares sum to 10,000, or there is nothing. */
export interface Asked {
  readonly asks: readonly Ask[];
  readonly choices: readonly Choice[];
}

interface AskSource {
  readonly model: MatchingModel;
  readonly graph: ConceptGraph;
  readonly idf: IdfSnapshot;
}

const shareTotal = 10_000;

export const isSkillAsk = (ask: Ask): boolean => ask.kind === 'skill' && ask.facet === 'concept';

/** What a vacancy does not mention leaves its shares to the rest. */
export function askedBy(vacancy: EngineVacancy, demands: readonly EngineDemand[], source: AskSource): Asked {
  const { model, graph } = source;
  const judged = alternatives(
    demands.filter((demand) => demand.conceptId !== null || educationLevelOf(demand, graph) !== null),
  );
  // where one of the alternatives asks for no years, having that one is enough
  const withYears = judged.filter((group) => group.every(asksForYears));
  const budgets = shareOut(shareTotal, [
    judged.length > 0 ? model.employerShares.demands : 0,
    vacancy.occupationId === null ? 0 : model.employerShares.occupation,
    withYears.length > 0 ? model.employerShares.experience : 0,
  ]);
  const asks: Ask[] = [];
  const choices: Choice[] = [];
  const put = (group: readonly EngineDemand[], share: number, asksOf: (demand: EngineDemand) => Ask[]) => {
    const members = group.map(asksOf);
    if (members.length === 1) asks.push(...members[0]!);
    else choices.push({ members, share, usesSkills: members.every((member) => member.every(isSkillAsk)) });
  };
  for (const { group, share } of shareDemands(budgets[0]!, judged, source))
    put(group, share, (demand) => demandAsks(demand, share, source));
  if (vacancy.occupationId !== null)
    asks.push({
      part: 'occupation',
      facet: 'concept',
      demand: null,
      kind: 'occupation',
      conceptId: vacancy.occupationId,
      need: 100,
      share: budgets[1]!,
    });
  for (const { group, share } of shareDemands(budgets[2]!, withYears, source))
    put(group, share, (demand) => [yearsAsk(demand, share, model)]);
  return { asks, choices };
}

const asksForYears = (demand: EngineDemand): boolean =>
  (demand.kind === 'occupation' || demand.kind === 'skill') && demand.conceptId !== null && (demand.years ?? 0) > 0;

const yearsAsk = (demand: EngineDemand, share: number, model: MatchingModel): Ask => ({
  part: 'experience',
  facet: 'years',
  demand,
  kind: demand.kind,
  conceptId: demand.conceptId,
  need: yearsPercent(model, demand.years ?? 0),
  share,
});

/** Heavier for requirements, for rare concepts, and by the employer's own weight; alternatives weigh what their heaviest does. */
function shareDemands(total: number, groups: readonly EngineDemand[][], { model, idf }: AskSource) {
  const rarity = (demand: EngineDemand) => (demand.conceptId === null ? model.idf.base : idf.weight(demand.conceptId));
  const rawOf = (demand: EngineDemand) => model.necessity[demand.necessity] * demand.weight * rarity(demand);
  const shares = shareOut(
    total,
    groups.map((group) => Math.max(...group.map(rawOf))),
  );
  return groups.map((group, at) => ({ group, share: shares[at]! }));
}

function demandAsks(demand: EngineDemand, share: number, { model, graph }: AskSource): Ask[] {
  const { kind, conceptId } = demand;
  if (kind !== 'education')
    return [
      {
        part: 'demand',
        facet: 'concept',
        demand,
        kind,
        conceptId,
        need: levelPercent(model, kind, demand.level),
        share,
      },
    ];
  const level = educationLevelOf(demand, graph);
  const field = conceptId !== null && graph.educationLevelOf?.(conceptId) === undefined ? conceptId : null;
  const ofLevel = field === null ? share : level === null ? 0 : Math.floor((share * model.educationLevelPercent) / 100);
  const asks: Ask[] = [];
  if (level !== null)
    asks.push({
      part: 'demand',
      facet: 'education-level',
      demand,
      kind,
      conceptId: null,
      need: model.levels.education[level] ?? 100,
      share: ofLevel,
    });
  if (field !== null)
    asks.push({ part: 'demand', facet: 'concept', demand, kind, conceptId: field, need: 100, share: share - ofLevel });
  return asks;
}

/** The level that an education demand asks for, said or named by its concept. */
export function educationLevelOf(demand: EngineDemand, graph: ConceptGraph): number | null {
  if (demand.kind !== 'education') return null;
  const named = demand.conceptId === null ? undefined : graph.educationLevelOf?.(demand.conceptId);
  return demand.level ?? named ?? null;
}

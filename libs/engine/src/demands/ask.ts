import type { FactKind } from '#contracts';
import type { ConceptGraph, EngineDemand, EngineVacancy, FitPart, IdfSnapshot } from '../engine.types.js';
import { levelPercent, yearsPercent } from '../model/answer.js';
import { shareOut } from '../model/largest-remainder.js';
import type { MatchingModel } from '../model/model.types.js';

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

interface AskSource {
  readonly model: MatchingModel;
  readonly graph: ConceptGraph;
  readonly idf: IdfSnapshot;
}

const shareTotal = 10_000;

/** What a vacancy asks; the shares sum to 10,000, or there is nothing. What it does not mention leaves its shares to the rest. */
export function asksOf(vacancy: EngineVacancy, demands: readonly EngineDemand[], source: AskSource): Ask[] {
  const { model } = source;
  const judged = demands.filter(
    (demand) => demand.conceptId !== null || educationLevelOf(demand, source.graph) !== null,
  );
  const withYears = judged.filter(asksForYears);
  const budgets = shareOut(shareTotal, [
    judged.length > 0 ? model.employerShares.demands : 0,
    vacancy.occupationId === null ? 0 : model.employerShares.occupation,
    withYears.length > 0 ? model.employerShares.experience : 0,
  ]);
  const asks = shareDemands(budgets[0]!, judged, source).flatMap(({ demand, share }) =>
    demandAsks(demand, share, source),
  );
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
  for (const { demand, share } of shareDemands(budgets[2]!, withYears, source))
    asks.push({
      part: 'experience',
      facet: 'years',
      demand,
      kind: demand.kind,
      conceptId: demand.conceptId,
      need: yearsPercent(model, demand.years ?? 0),
      share,
    });
  return asks;
}

const asksForYears = (demand: EngineDemand): boolean =>
  (demand.kind === 'occupation' || demand.kind === 'skill') && demand.conceptId !== null && (demand.years ?? 0) > 0;

/** Heavier for requirements, for rare concepts, and by the employer's own weight. */
function shareDemands(total: number, demands: readonly EngineDemand[], { model, idf }: AskSource) {
  const rarity = (demand: EngineDemand) => (demand.conceptId === null ? model.idf.base : idf.weight(demand.conceptId));
  const raws = demands.map((demand) => model.necessity[demand.necessity] * demand.weight * rarity(demand));
  const shares = shareOut(total, raws);
  return demands.map((demand, at) => ({ demand, share: shares[at]! }));
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

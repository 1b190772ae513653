import type { FactKind } from '#contracts';
import { judge, type Knowledge } from '../facts/knowledge.js';
import type { RelationTable } from '../facts/relation-table.js';
import type { ConceptGraph, Eligibility, EngineDemand, KnockOut } from '../engine.types.js';
import { termKey } from '../term-key.js';
import { educationLevelOf } from './ask.js';

/** In the order in which a profile that fails several is counted. */
export const knockOuts = [
  'driving-licence',
  'professional-licence',
  'language',
  'education',
  'work-permit',
  'reach',
] as const satisfies readonly KnockOut[];

/** Place of `reach` in `knockOuts`: judged last, since it takes distances. */
export const reachAt = knockOuts.length - 1;

/** A requirement that knocks out, as the index asks for it. */
export interface KnockOutCheck {
  readonly reason: KnockOut;
  /** Place in `knockOuts`. */
  readonly reasonAt: number;
  readonly demand: EngineDemand;
  readonly level: number | null;
  readonly heldKey: string;
  /** Having denied any of these means not having it: who has no C has no CE. */
  readonly deniedKeys: readonly string[];
  /** Equal for checks that every profile answers alike. */
  readonly signature: string;
}

const byKind: Partial<Record<FactKind, KnockOut>> = {
  'driving-licence': 'driving-licence',
  'professional-licence': 'professional-licence',
  language: 'language',
  education: 'education',
  'work-permit': 'work-permit',
};

export function knockOutChecks(
  demands: readonly EngineDemand[],
  graph: ConceptGraph,
  relations: RelationTable,
): KnockOutCheck[] {
  return demands.flatMap((demand) => {
    const reason = byKind[demand.kind];
    if (reason === undefined || demand.necessity !== 'requirement') return [];
    const { kind, conceptId } = demand;
    const level = kind === 'education' ? educationLevelOf(demand, graph) : kind === 'language' ? demand.level : null;
    // an education knock-out is a minimum level; a field alone earns points but knocks nobody out
    if (kind === 'education' ? level === null : conceptId === null) return [];
    const denying = conceptId === null ? [] : kind === 'education' ? [conceptId] : relations.implied(kind, conceptId);
    return [
      {
        reason,
        reasonAt: knockOuts.indexOf(reason),
        demand,
        level,
        heldKey: termKey.known(kind, conceptId),
        deniedKeys: denying.map((id) => termKey.denied(kind, id)),
        signature: `${kind}|${conceptId}|${level}`,
      },
    ];
  });
}

export const judgeCheck = (check: KnockOutCheck, knowledge: Knowledge): Eligibility =>
  judge(
    knowledge.held.get(check.heldKey),
    check.deniedKeys.some((key) => knowledge.denied.has(key)),
    check.level,
  );

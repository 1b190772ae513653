import type { FactKind } from '#contracts';
import { judge, type Knowledge } from '../facts/knowledge.js';
import type { RelationTable } from '../facts/relation-table.js';
import type { ConceptGraph, Eligibility, EngineDemand, KnockOut } from '../engine.types.js';
import { termKey } from '../term-key.js';
import { alternatives } from './alternatives.js';
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

/** One way to meet a requirement that knocks out, as the index asks for it. */
export interface CheckedDemand {
  readonly reason: KnockOut;
  /** Place in `knockOuts`. */
  readonly reasonAt: number;
  readonly demand: EngineDemand;
  readonly level: number | null;
  readonly heldKey: string;
  /** Having denied any of these means not having it: who has no C has no CE. */
  readonly deniedKeys: readonly string[];
}

/** A requirement that knocks out whoever meets none of its alternatives; mostly there is one. */
export interface KnockOutCheck {
  /** In the order of `knockOuts`, then by id; never empty. */
  readonly members: readonly CheckedDemand[];
  /** Place in `knockOuts` of the first: what failing all counts as. */
  readonly reasonAt: number;
  /** Equal for checks that every profile answers alike. */
  readonly signature: string;
}

/** The member that a pair's figures name: the first that is met, else that is unknown, else the first. */
export interface Verdict {
  readonly state: Eligibility;
  readonly member: CheckedDemand;
}

const byKind: Partial<Record<FactKind, KnockOut>> = {
  'driving-licence': 'driving-licence',
  'professional-licence': 'professional-licence',
  language: 'language',
  education: 'education',
  'work-permit': 'work-permit',
};

/** A requirement with an alternative that cannot knock out, such as a skill, is left to the points: nobody is taken off a list who may have that one. */
export function knockOutChecks(
  demands: readonly EngineDemand[],
  graph: ConceptGraph,
  relations: RelationTable,
): KnockOutCheck[] {
  return alternatives(demands).flatMap((group) => {
    const members = group.flatMap((demand) => checkedDemand(demand, graph, relations) ?? []);
    if (members.length < group.length) return [];
    members.sort((a, b) => a.reasonAt - b.reasonAt);
    const signature = members.map(({ demand, level }) => `${demand.kind}|${demand.conceptId}|${level}`).join(' or ');
    return [{ members, reasonAt: members[0]!.reasonAt, signature }];
  });
}

function checkedDemand(demand: EngineDemand, graph: ConceptGraph, relations: RelationTable): CheckedDemand | undefined {
  const reason = byKind[demand.kind];
  if (reason === undefined || demand.necessity !== 'requirement') return undefined;
  const { kind, conceptId } = demand;
  const level = kind === 'education' ? educationLevelOf(demand, graph) : kind === 'language' ? demand.level : null;
  // an education knock-out is a minimum level; a field alone earns points but knocks nobody out
  if (kind === 'education' ? level === null : conceptId === null) return undefined;
  const denying = conceptId === null ? [] : kind === 'education' ? [conceptId] : relations.implied(kind, conceptId);
  return {
    reason,
    reasonAt: knockOuts.indexOf(reason),
    demand,
    level,
    heldKey: termKey.known(kind, conceptId),
    deniedKeys: denying.map((id) => termKey.denied(kind, id)),
  };
}

export function judgeCheck({ members }: KnockOutCheck, knowledge: Knowledge): Verdict {
  const verdicts = members.map((member) => ({ state: judgeMember(member, knowledge), member }));
  return (
    verdicts.find(({ state }) => state === 'met') ?? verdicts.find(({ state }) => state === 'unknown') ?? verdicts[0]!
  );
}

export const judgeMember = (member: CheckedDemand, knowledge: Knowledge): Eligibility =>
  judge(
    knowledge.held.get(member.heldKey),
    member.deniedKeys.some((key) => knowledge.denied.has(key)),
    member.level,
  );

import type { ConceptGraph, ConceptRelation, EngineProfile } from '../engine.types.js';
import { levelPercent, yearsPercent } from '../model/answer.js';
import { byCodeUnit } from '../model/code-unit-order.js';
import type { MatchingModel } from '../model/model.types.js';
import { highestByKey, termKey, type Term } from '../term-key.js';
import { deniedFacts, factKey, heldFacts, type HeldFact } from './held-facts.js';
import type { RelationTable, Target } from './relation-table.js';

/** A credit of 0 to 100, and what earned it. */
export interface Earning {
  readonly credit: number;
  readonly fact: HeldFact;
  readonly relation: ConceptRelation;
}

/** What a person's facts earn credit for: per concept the best of `similarity x level x origin`, expanded over the graph. */
export class Earnings {
  /** By kind and concept. */
  readonly concepts = new Map<string, Earning>();
  readonly years = new Map<string, Earning>();
  readonly groups = new Map<string, Earning>();
  educationLevel: Earning | undefined;
  readonly held: readonly HeldFact[];

  constructor(
    profile: EngineProfile,
    private readonly model: MatchingModel,
    private readonly graph: ConceptGraph,
    private readonly relations: RelationTable,
  ) {
    this.held = heldFacts(profile, graph);
    const denied = deniedFacts(profile);
    for (const fact of this.held) this.expand(fact, denied);
  }

  get hasSkills(): boolean {
    return this.held.some((fact) => fact.kind === 'skill');
  }

  /** The best credit for a concept; occupations also through their group. */
  concept(kind: HeldFact['kind'], conceptId: string): Earning | undefined {
    const own = this.concepts.get(factKey(kind, conceptId));
    const group = kind === 'occupation' ? this.graph.occupationGroupOf(conceptId) : undefined;
    const shared = group === undefined ? undefined : this.groups.get(group);
    return shared && (!own || shared.credit > own.credit) ? shared : own;
  }

  /**
   * The same as index terms, whose credits are added up: an occupation's term holds only what it earns above its group's term, so that the sum is the
   * better of both.
   */
  terms(): Term[] {
    const terms: Term[] = [];
    const put = (key: string, value: number) => {
      if (value > 0) terms.push({ key, value });
    };
    for (const [key, { credit }] of this.concepts) {
      const occupation = key.startsWith('occupation|') ? key.slice('occupation|'.length) : undefined;
      const group = occupation === undefined ? undefined : this.graph.occupationGroupOf(occupation);
      put(`c|${key}`, credit - (group === undefined ? 0 : (this.groups.get(group)?.credit ?? 0)));
    }
    for (const [key, { credit }] of this.years) put(`y|${key}`, credit);
    for (const [group, { credit }] of this.groups) put(termKey.group(group), credit);
    if (this.educationLevel) put(termKey.educationLevel(), this.educationLevel.credit);
    return highestByKey(terms);
  }

  private expand(fact: HeldFact, denied: ReadonlySet<string>): void {
    const origin = this.model.origin[fact.origin];
    const { kind, conceptId } = fact;
    const namedLevel =
      kind === 'education' && conceptId !== null ? this.graph.educationLevelOf?.(conceptId) : undefined;
    const educationLevel = kind === 'education' ? (fact.level ?? namedLevel ?? 0) : 0;
    if (educationLevel > 0) {
      const credit = Math.floor((this.model.levels.education[educationLevel]! * origin) / 100);
      this.educationLevel = better(this.educationLevel, { credit, fact, relation: 'same' });
    }
    if (conceptId === null || namedLevel !== undefined) return;
    const level = levelPercent(this.model, kind, fact.level);
    const years = fact.years === null || fact.years === 0 ? 0 : yearsPercent(this.model, fact.years);
    for (const target of this.relations.targets(kind, conceptId)) {
      if (fact.origin === 'inferred' && !reachesUnaided(target, denied, kind)) continue;
      const key = factKey(kind, target.conceptId);
      const earn = (percent: number) => ({
        credit: Math.floor((target.similarity * percent * origin) / 10_000),
        fact,
        relation: target.relation,
      });
      this.concepts.set(key, better(this.concepts.get(key), earn(level)));
      if (years > 0) this.years.set(key, better(this.years.get(key), earn(years)));
    }
    if (kind === 'occupation' && fact.origin !== 'inferred') this.expandGroup(fact, conceptId, origin);
  }

  private expandGroup(fact: HeldFact, occupationId: string, origin: number): void {
    const group = this.graph.occupationGroupOf(occupationId);
    const similarity = this.model.similarity.occupation['same-group'] ?? 0;
    if (group === undefined || similarity === 0) return;
    const earning = { credit: Math.floor((similarity * origin) / 100), fact, relation: 'same-group' as const };
    this.groups.set(group, better(this.groups.get(group), earning));
  }
}

/** An inferred fact speaks of its own concept only, and of none that the person denies. */
const reachesUnaided = (target: Target, denied: ReadonlySet<string>, kind: HeldFact['kind']): boolean =>
  (target.relation === 'same' || target.relation === 'exact-match') && !denied.has(factKey(kind, target.conceptId));

/** Equal credits: the person's own word first, then by id, so that the order of facts does not matter. */
function better(a: Earning | undefined, b: Earning): Earning {
  if (!a || b.credit !== a.credit) return !a || b.credit > a.credit ? b : a;
  const rank = (earning: Earning) => (earning.fact.origin === 'stated' || earning.fact.origin === 'confirmed' ? 0 : 1);
  const order =
    rank(a) - rank(b) || byCodeUnit(a.fact.id, b.fact.id) || byCodeUnit(a.fact.conceptId ?? '', b.fact.conceptId ?? '');
  return order <= 0 ? a : b;
}

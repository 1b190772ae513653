import type { FactKind } from '#contracts';
import type { ConceptGraph, ConceptRelation } from '../engine.types.js';
import type { MatchingModel } from '../model/model.types.js';

/** A concept that something held earns credit for. */
export interface Target {
  readonly conceptId: string;
  readonly relation: ConceptRelation;
  /** Percent. */
  readonly similarity: number;
}

const includesWhatIsBroader: ReadonlySet<FactKind> = new Set<FactKind>([
  'occupation',
  'driving-licence',
  'professional-licence',
  'work-permit',
]);

/** What each held concept earns credit for: the graph's relations, weighed by the model, the best one for each target. */
export class RelationTable {
  private readonly known = new Map<string, readonly Target[]>();

  constructor(
    private readonly model: MatchingModel,
    private readonly graph: ConceptGraph,
  ) {}

  /** The concept itself first. */
  targets(kind: FactKind, conceptId: string): readonly Target[] {
    const key = `${kind}|${conceptId}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(kind, conceptId);
    // a concept that the graph does not know is not worth remembering: such ids are unbounded
    if (found.length > 1) this.known.set(key, found);
    return found;
  }

  /** The concept and all that holding it includes: a CE licence includes C. */
  implied(kind: FactKind, conceptId: string): string[] {
    const full = (target: Target) => target.similarity === 100;
    return this.targets(kind, conceptId)
      .filter(full)
      .map((target) => target.conceptId);
  }

  private find(kind: FactKind, conceptId: string): readonly Target[] {
    const best = new Map<string, Target>();
    const offer = (target: string, relation: ConceptRelation) => {
      const similarity = this.model.similarity[kind][relation] ?? 0;
      if (similarity > (best.get(target)?.similarity ?? 0))
        best.set(target, { conceptId: target, relation, similarity });
    };
    offer(conceptId, 'same');
    // what shares a group is credited through the group's own term, not through one for each of its occupations
    for (const { conceptId: target, relation } of this.graph.creditRelations(conceptId))
      if (relation !== 'same-group') offer(target, relation);
    if (includesWhatIsBroader.has(kind))
      for (const broader of this.graph.ancestors(conceptId)) offer(broader, 'narrower');
    const group = kind === 'occupation' ? this.graph.occupationGroupOf(conceptId) : undefined;
    if (group !== undefined && group !== conceptId) offer(group, 'narrower');
    return [...best.values()];
  }
}

import type { ConceptKind } from '#contracts';
import type { ConceptGraph } from './concept-graph.js';
import type { Credit, CreditRelation } from './concept.js';
import type { ExactMatch, Substitution } from './snapshot.js';

/** Strongest first: of several relations between two concepts, the one that comes first here is given. */
export const creditRelationOrder: readonly CreditRelation[] = [
  'same',
  'exact-match',
  'narrower',
  'substitute-75',
  'broader',
  'same-group',
  'sibling',
  'substitute-25',
];

/** What besides `same`, `exact-match` and `narrower` a kind gives: half a lorry licence is none, and Finnish is no kind of Estonian. */
const partialCredit: Partial<Record<ConceptKind, { readonly broader: boolean; readonly sibling: boolean }>> = {
  occupation: { broader: true, sibling: false },
  'occupation-group': { broader: true, sibling: false },
  'occupation-field': { broader: true, sibling: false },
  skill: { broader: true, sibling: true },
  'education-field': { broader: true, sibling: true },
  language: { broader: true, sibling: false },
};

/** Which concepts a held concept earns credit for. */
export class CreditRelations {
  private readonly matches = new Map<string, string[]>();
  private readonly substitutions = new Map<string, Substitution[]>();
  private readonly known = new Map<string, readonly Credit[]>();

  constructor(
    private readonly graph: ConceptGraph,
    exactMatches: readonly ExactMatch[],
    substitutions: readonly Substitution[],
  ) {
    for (const { from, to } of exactMatches) {
      this.matches.set(from, [...(this.matches.get(from) ?? []), to]);
      this.matches.set(to, [...(this.matches.get(to) ?? []), from]);
    }
    for (const substitution of substitutions) {
      const list = this.substitutions.get(substitution.from);
      if (list) list.push(substitution);
      else this.substitutions.set(substitution.from, [substitution]);
    }
  }

  /** One credit for each concept, strongest relation first; empty for an unknown id. */
  of(id: string): readonly Credit[] {
    let credits = this.known.get(id);
    if (!credits) {
      credits = Object.freeze(this.compute(id));
      this.known.set(id, credits);
    }
    return credits;
  }

  private compute(id: string): Credit[] {
    const concept = this.graph.concept(id);
    if (!concept) return [];
    const partial = partialCredit[concept.kind];
    const found: Record<CreditRelation, readonly string[]> = {
      same: [id],
      'exact-match': this.matches.get(id) ?? [],
      narrower: this.graph.ancestors(id),
      'substitute-75': this.substitutes(id, 75),
      broader: partial?.broader ? this.graph.descendants(id) : [],
      'same-group': concept.kind === 'occupation' ? this.siblings(id) : [],
      sibling: partial?.sibling ? this.siblings(id) : [],
      'substitute-25': this.substitutes(id, 25),
    };
    const credits = new Map<string, Credit>();
    for (const relation of creditRelationOrder) {
      for (const conceptId of found[relation]) {
        if (!credits.has(conceptId)) credits.set(conceptId, Object.freeze({ conceptId, relation }));
      }
    }
    return [...credits.values()];
  }

  private substitutes(id: string, percentage: number): string[] {
    return (this.substitutions.get(id) ?? []).filter((one) => one.percentage === percentage).map((one) => one.to);
  }

  private siblings(id: string): string[] {
    return this.graph.broader(id).flatMap((parent) => this.graph.narrower(parent).filter((one) => one !== id));
  }
}

import type { ConceptKind } from '#contracts';
import type { ConceptGraph } from './concept-graph.js';
import type { Concept, Credit, CreditRelation } from './concept.js';
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

/** Chains of skills get looser with each link, the more so where two taxonomies were linked; of other kinds (a lorry licence includes a car's) they hold whole. */
const skillLevels = 3;

/** The children of a concept that has more of them than this have little in common. */
const mostSiblings = 20;

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
      narrower: this.near(concept, (one) => this.graph.broader(one)) ?? this.graph.ancestors(id),
      'substitute-75': this.substitutes(id, 75),
      broader: partial?.broader
        ? (this.near(concept, (one) => this.graph.narrower(one)) ?? this.graph.descendants(id))
        : [],
      'same-group': concept.kind === 'occupation' ? this.siblings(id, 'occupation-group', Infinity) : [],
      sibling: partial?.sibling ? this.siblings(id, concept.kind, mostSiblings) : [],
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

  /** Skills a few links away, nearest first; undefined for other kinds. */
  private near({ id, kind }: Concept, next: (id: string) => readonly string[]): string[] | undefined {
    if (kind !== 'skill') return undefined;
    const found = new Set([id]);
    let last = [id];
    for (let level = 0; level < skillLevels && last.length > 0; level++) {
      last = last.flatMap(next).filter((one) => !found.has(one) && this.graph.concept(one)?.kind === kind);
      for (const one of last) found.add(one);
    }
    found.delete(id);
    return [...found];
  }

  /** What shares a parent of a kind with it. */
  private siblings(id: string, parents: ConceptKind, most: number): string[] {
    return this.graph.broader(id).flatMap((parent) => {
      if (this.graph.concept(parent)?.kind !== parents) return [];
      const children = this.graph.narrower(parent);
      return children.length > most ? [] : children.filter((one) => one !== id);
    });
  }
}

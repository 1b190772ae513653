import type { ConceptKind, ConceptView } from '#contracts';
import type { ConceptGraph } from './concept-graph.js';
import type { Concept, ConceptSuggestion, Credit, Municipality } from './concept.js';
import type { CreditRelations } from './credit-relations.js';
import type { ReferenceIndex } from './reference-index.js';
import type { TaxonomySource } from './snapshot.js';
import { SuggestionIndex, type SuggestOptions } from './suggestion-index.js';
import { TaxonomyError } from './taxonomy-error.js';

/** What `buildTaxonomy` hands over. */
export interface TaxonomyParts {
  readonly version: string;
  readonly hash: string;
  readonly sources: readonly TaxonomySource[];
  readonly concepts: readonly Concept[];
  readonly graph: ConceptGraph;
  readonly references: ReferenceIndex;
  readonly credits: CreditRelations;
  readonly usualSkills: ReadonlyMap<string, readonly string[]>;
  readonly relatedSkills: ReadonlyMap<string, readonly string[]>;
  readonly iscoGroups: ReadonlyMap<string, readonly string[]>;
  readonly municipalities: readonly Municipality[];
}

/** A frozen concept graph. Made by `buildTaxonomy` from a snapshot; never changes. */
export class Taxonomy {
  readonly version: string;
  /** SHA-256, hex, of the canonical snapshot. */
  readonly hash: string;
  /** Where the facts come from, with licences. */
  readonly sources: readonly TaxonomySource[];
  /** All concepts, in the snapshot's order. */
  readonly concepts: readonly Concept[];
  /** By code. */
  readonly municipalities: readonly Municipality[];
  /** By code. */
  readonly counties: readonly Concept[];
  private readonly municipalityByCode: ReadonlyMap<string, Municipality>;
  private suggestions: SuggestionIndex | undefined;

  constructor(private readonly parts: TaxonomyParts) {
    this.version = parts.version;
    this.hash = parts.hash;
    this.sources = parts.sources;
    this.concepts = parts.concepts;
    this.municipalities = parts.municipalities;
    this.counties = [...parts.graph.ofKind('county')].sort((a, b) => Number(a.code) - Number(b.code));
    this.municipalityByCode = new Map(parts.municipalities.map((one) => [one.code, one]));
  }

  concept(id: string): Concept | undefined {
    return this.parts.graph.concept(id);
  }

  /** In the snapshot's order. */
  ofKind(kind: ConceptKind): readonly Concept[] {
    return this.parts.graph.ofKind(kind);
  }

  /** Ids of the next narrower concepts. */
  narrower(id: string): readonly string[] {
    return this.parts.graph.narrower(id);
  }

  /** Ids of all broader concepts, nearest first, without `id`. For a driving licence: the classes that it includes. */
  ancestors(id: string): readonly string[] {
    return this.parts.graph.ancestors(id);
  }

  /** By SCB's four-digit code. */
  municipality(code: string): Municipality | undefined {
    return this.municipalityByCode.get(code);
  }

  /**
   * The concept of a kind that a feed or a form means: by id, code (SSYK, SCB, SUN, ISO), older or legacy id, label or alternative label in either
   * language, ignoring case. A label wins over an alternative; of two alternatives, the one earlier in the snapshot.
   */
  resolve(kind: ConceptKind, reference: string): Concept | undefined {
    const named = this.concept(reference);
    if (named?.kind === kind) return named;
    const id = this.parts.references.find(kind, reference);
    return id === undefined ? undefined : this.concept(id);
  }

  /** The number that Arbetsförmedlingen's older taxonomy had for a concept, where the snapshot has one. */
  legacyId(id: string): string | undefined {
    return this.parts.references.legacyId(id);
  }

  /** Typeahead: label prefix, word prefix, inside a compound, then typo-tolerant; both languages; best first, each concept once. */
  suggest(query: string, options: SuggestOptions): readonly ConceptSuggestion[] {
    this.suggestions ??= new SuggestionIndex(this.concepts);
    return this.suggestions.suggest(query, options);
  }

  /** What a holder of `id` gets credit for: one relation for each concept, the strongest (`creditRelationOrder`). Empty for an unknown id. */
  creditRelations(id: string): readonly Credit[] {
    return this.parts.credits.of(id);
  }

  /** Skills usual in the occupation's SSYK-4 group, for inferring. Never certificates, licences or degrees. */
  usualSkills(occupationId: string): readonly string[] {
    const group = this.occupationGroupOf(occupationId);
    return (group === undefined ? undefined : this.parts.usualSkills.get(group)) ?? [];
  }

  /** Skills that a source relates to the occupation or its SSYK-4 group: to offer somebody, or to settle what a word means. Certificates among them. */
  relatedSkills(occupationId: string): readonly string[] {
    const { relatedSkills } = this.parts;
    const group = this.occupationGroupOf(occupationId);
    const own = group === occupationId ? [] : (relatedSkills.get(occupationId) ?? []);
    return [...new Set([...own, ...((group === undefined ? undefined : relatedSkills.get(group)) ?? [])])];
  }

  /** Ids of the ISCO-08 groups that an occupation's SSYK-4 group answers to; empty where the snapshot does not tell. */
  iscoGroupsOf(occupationId: string): readonly string[] {
    const group = this.occupationGroupOf(occupationId);
    return (group === undefined ? undefined : this.parts.iscoGroups.get(group)) ?? [];
  }

  /** The SSYK-4 group of an occupation; of a group, itself. */
  occupationGroupOf(occupationId: string): string | undefined {
    return this.nearest(occupationId, 'occupation-group');
  }

  /** The occupation field of an occupation or SSYK-4 group, the first where there are two; of a field, itself. */
  occupationFieldOf(occupationId: string): string | undefined {
    return this.nearest(occupationId, 'occupation-field');
  }

  /**
   * The concept as people see it.
   *
   * @throws TaxonomyError `unknown-concept`: ask `concept` first where the id may be from elsewhere.
   */
  view(id: string): ConceptView {
    const concept = this.concept(id);
    if (!concept) throw new TaxonomyError('unknown-concept', id, `is not in taxonomy ${this.version}`);
    const [broader] = concept.broader;
    const within = broader === undefined ? undefined : this.concept(broader);
    return {
      id: concept.id,
      kind: concept.kind,
      label: { ...concept.label },
      code: concept.code,
      within: within ? { ...within.label } : null,
    };
  }

  private nearest(id: string, kind: ConceptKind): string | undefined {
    return [id, ...this.ancestors(id)].find((one) => this.concept(one)?.kind === kind);
  }
}

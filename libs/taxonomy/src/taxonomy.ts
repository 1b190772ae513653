import type { ConceptKind, ConceptView } from '#contracts';
import type { Concept, ConceptSuggestion, Credit, Municipality, TaxonomyLanguage } from './concept.js';

export interface SuggestOptions {
  readonly kinds?: readonly ConceptKind[];
  readonly language: TaxonomyLanguage;
  readonly limit: number;
}

/** A frozen concept graph. Made by `buildTaxonomy`. */
export declare class Taxonomy {
  readonly version: string;
  readonly hash: string;
  readonly municipalities: readonly Municipality[];
  readonly counties: readonly Concept[];
  concept(id: string): Concept | undefined;
  ofKind(kind: ConceptKind): readonly Concept[];
  narrower(id: string): readonly string[];
  ancestors(id: string): readonly string[];
  municipality(code: string): Municipality | undefined;
  resolve(kind: ConceptKind, reference: string): Concept | undefined;
  suggest(query: string, options: SuggestOptions): readonly ConceptSuggestion[];
  creditRelations(id: string): readonly Credit[];
  usualSkills(occupationId: string): readonly string[];
  occupationGroupOf(occupationId: string): string | undefined;
  occupationFieldOf(occupationId: string): string | undefined;
  view(id: string): ConceptView;
}

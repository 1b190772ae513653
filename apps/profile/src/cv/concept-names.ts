import type { ConceptKind } from '#contracts';
import type { Concept, Taxonomy } from '#taxonomy';

const folded = (words: string): string => words.toLocaleLowerCase('sv').replace(/[\s\-–]+/g, ' ').trim();

/** Concepts by what they are called, in either language: labels before alternative labels. */
export class ConceptNames {
  private readonly byKind = new Map<ConceptKind, Map<string, Concept>>();

  constructor(private readonly taxonomy: Taxonomy) {}

  /** The concept of the first of these kinds that has one of this very name. */
  find(kinds: readonly ConceptKind[], words: string): Concept | undefined {
    const key = folded(words);
    for (const kind of kinds) {
      const found = this.names(kind).get(key);
      if (found) return found;
    }
    return undefined;
  }

  /** The concept of the kind that has this code in its standard. */
  withCode(kind: ConceptKind, code: string): Concept | undefined {
    const wanted = code.toLowerCase();
    return this.taxonomy.ofKind(kind).find((concept) => concept.code?.toLowerCase() === wanted);
  }

  /** The education level with this first digit of its SUN 2000 code. */
  withLevel(level: number): Concept | undefined {
    return this.taxonomy
      .ofKind('education-level')
      .find(({ id, code }) => (code ?? id.replace(/^sun:/, '')).startsWith(String(level)));
  }

  private names(kind: ConceptKind): Map<string, Concept> {
    const known = this.byKind.get(kind);
    if (known) return known;
    const names = new Map<string, Concept>();
    const concepts = this.taxonomy.ofKind(kind);
    const add = (words: string, concept: Concept): void => {
      const key = folded(words);
      if (!names.has(key)) names.set(key, concept);
    };
    for (const concept of concepts) for (const label of [concept.label.sv, concept.label.en]) add(label, concept);
    for (const concept of concepts)
      for (const label of [...concept.alternatives.sv, ...concept.alternatives.en]) add(label, concept);
    this.byKind.set(kind, names);
    return names;
  }
}

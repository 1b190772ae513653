import type { ConceptKind } from '#contracts';
import type { Concept } from './concept.js';

const none: readonly string[] = Object.freeze([]);

/** Concepts by id and kind, with `broader` in both directions. Frozen. */
export class ConceptGraph {
  private readonly byId = new Map<string, Concept>();
  private readonly byKind = new Map<ConceptKind, Concept[]>();
  private readonly narrowerOf = new Map<string, string[]>();

  constructor(concepts: readonly Concept[]) {
    for (const concept of concepts) {
      this.byId.set(concept.id, concept);
      append(this.byKind, concept.kind, concept);
      for (const broader of concept.broader) append(this.narrowerOf, broader, concept.id);
    }
  }

  concept(id: string): Concept | undefined {
    return this.byId.get(id);
  }

  ofKind(kind: ConceptKind): readonly Concept[] {
    return this.byKind.get(kind) ?? [];
  }

  broader(id: string): readonly string[] {
    return this.byId.get(id)?.broader ?? none;
  }

  narrower(id: string): readonly string[] {
    return this.narrowerOf.get(id) ?? none;
  }

  /** All broader concepts, nearest first, without the concept itself. */
  ancestors(id: string): readonly string[] {
    return this.closure(id, (one) => this.broader(one));
  }

  /** All narrower concepts, nearest first, without the concept itself. */
  descendants(id: string): readonly string[] {
    return this.closure(id, (one) => this.narrower(one));
  }

  private closure(start: string, next: (id: string) => readonly string[]): readonly string[] {
    const found = new Set(next(start));
    for (const id of found) for (const further of next(id)) found.add(further);
    found.delete(start);
    return [...found];
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

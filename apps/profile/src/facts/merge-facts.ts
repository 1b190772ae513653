import type { Fact } from '#contracts';
import { factKey } from './fact-key.js';
import { mostFacts } from './fact-rules.js';

/** A fact that was read, before it has an id. */
export type NewFact = Omit<Fact, 'id'>;

/**
 * Facts after a CV was read: what the person stated, confirmed or denied stays as it is, and nothing of that kind and concept is read again; what was
 * extracted before gives way to what is read now, keeping its id where it is the same fact.
 */
export function mergeFacts(existing: readonly Fact[], read: readonly NewFact[], newId: () => string): Fact[] {
  const kept = existing.filter(({ origin }) => origin !== 'extracted');
  const taken = new Set(kept.map(factKey));
  const idOf = new Map(existing.map((fact) => [factKey(fact), fact.id]));
  const added: Fact[] = [];
  for (const fact of read) {
    const key = factKey(fact);
    if (taken.has(key)) continue;
    taken.add(key);
    added.push({ ...fact, id: idOf.get(key) ?? newId() });
  }
  return [...kept, ...added].slice(0, mostFacts);
}

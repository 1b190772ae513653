import type { Municipality } from './concept.js';
import { distanceKm, travelMinutes } from './geography.js';
import type { Taxonomy } from './taxonomy.js';

/** The taxonomy as the matching engine asks it (its `ConceptGraph`). */
export function conceptGraph(taxonomy: Taxonomy) {
  return {
    creditRelations: (id: string) => taxonomy.creditRelations(id),
    ancestors: (id: string) => taxonomy.ancestors(id),
    occupationGroupOf: (id: string) => taxonomy.occupationGroupOf(id),
    usualSkills: (id: string) => taxonomy.usualSkills(id),
    educationLevelOf: (id: string) => {
      const concept = taxonomy.concept(id);
      return concept?.kind === 'education-level' ? Number(concept.code) : undefined;
    },
  };
}

/** The places as the matching engine asks them (its `Geography`). Distances of unknown municipalities throw. */
export function geography(taxonomy: Taxonomy) {
  const between = (measure: (a: Municipality, b: Municipality) => number) => (from: string, to: string) => {
    const [a, b] = [taxonomy.municipality(from), taxonomy.municipality(to)];
    if (!a || !b) throw new Error(`unknown municipality ${a ? to : from}`);
    return measure(a, b);
  };
  return {
    municipality: (code: string) => taxonomy.municipality(code),
    km: between(distanceKm),
    minutes: between(travelMinutes),
  };
}

import type { ConceptGraph, Geography } from '#engine';
import { distanceKm, travelMinutes, type Municipality, type Taxonomy } from '#taxonomy';

/** The taxonomy as the engine asks it. */
export function conceptGraph(taxonomy: Taxonomy): ConceptGraph {
  return {
    creditRelations: (id) => taxonomy.creditRelations(id),
    ancestors: (id) => taxonomy.ancestors(id),
    occupationGroupOf: (id) => taxonomy.occupationGroupOf(id),
    usualSkills: (id) => taxonomy.usualSkills(id),
    educationLevelOf: (id) => {
      const concept = taxonomy.concept(id);
      return concept?.kind === 'education-level' ? Number(concept.code) : undefined;
    },
  };
}

export function geography(taxonomy: Taxonomy): Geography {
  const between = (measure: (a: Municipality, b: Municipality) => number) => (from: string, to: string) => {
    const [a, b] = [taxonomy.municipality(from), taxonomy.municipality(to)];
    if (!a || !b) throw new Error(`unknown municipality ${a ? to : from}`);
    return measure(a, b);
  };
  return {
    municipality: (code) => taxonomy.municipality(code),
    km: between(distanceKm),
    minutes: between(travelMinutes),
  };
}

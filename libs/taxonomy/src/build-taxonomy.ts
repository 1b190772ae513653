import { ConceptGraph } from './concept-graph.js';
import type { Concept, Municipality } from './concept.js';
import { CreditRelations } from './credit-relations.js';
import { ReferenceIndex } from './reference-index.js';
import { checkSnapshot } from './snapshot-check.js';
import { snapshotHash } from './snapshot-hash.js';
import type { SnapshotConcept, TaxonomySnapshot } from './snapshot.js';
import { Taxonomy } from './taxonomy.js';

/**
 * Builds the frozen graph out of a snapshot. `hash` is its hash, where that is known already.
 *
 * @throws TaxonomyError with the place: duplicate or malformed id, empty label, unknown kind, unknown or wrong target, cycle, value out of range.
 */
export function buildTaxonomy(snapshot: TaxonomySnapshot, hash = snapshotHash(snapshot)): Taxonomy {
  checkSnapshot(snapshot);
  const concepts = snapshot.concepts.map(freeze);
  const graph = new ConceptGraph(concepts);
  return new Taxonomy({
    version: snapshot.version,
    hash,
    sources: Object.freeze(snapshot.sources.map((source) => Object.freeze({ ...source }))),
    concepts: Object.freeze(concepts),
    graph,
    references: new ReferenceIndex(snapshot.concepts),
    credits: new CreditRelations(graph, snapshot.exactMatches, snapshot.substitutions),
    usualSkills: new Map(snapshot.usualSkills.map((usual) => [usual.group, Object.freeze([...usual.skills])])),
    relatedSkills: new Map(snapshot.relatedSkills?.map((one) => [one.concept, Object.freeze([...one.skills])])),
    iscoGroups: new Map(snapshot.iscoGroups?.map((one) => [one.group, Object.freeze([...one.isco])])),
    municipalities: Object.freeze(municipalities(snapshot, graph)),
  });
}

function freeze(concept: SnapshotConcept): Concept {
  const { id, kind, label, alternatives, code, broader, definition, borrowed, searchWords } = concept;
  return Object.freeze({
    id,
    kind,
    label: Object.freeze({ ...label }),
    alternatives: Object.freeze({ sv: Object.freeze([...alternatives.sv]), en: Object.freeze([...alternatives.en]) }),
    code,
    broader: Object.freeze([...broader]),
    ...(definition ? { definition: Object.freeze({ ...definition }) } : {}),
    ...(borrowed ? { borrowed } : {}),
    ...(searchWords ? { searchWords: Object.freeze([...searchWords]) } : {}),
  });
}

function municipalities(snapshot: TaxonomySnapshot, graph: ConceptGraph): Municipality[] {
  const codeOf = (id: string): string => graph.concept(id)!.code!;
  return snapshot.places
    .map((place) => {
      const concept = graph.concept(place.municipality)!;
      const county = concept.broader.find((id) => graph.concept(id)?.kind === 'county')!;
      return Object.freeze({
        code: codeOf(concept.id),
        conceptId: concept.id,
        name: concept.label.sv,
        countyCode: codeOf(county),
        latitude: place.latitude,
        longitude: place.longitude,
        labourMarketRegionId: place.labourMarketRegion,
        neighbours: Object.freeze(place.neighbours.map(codeOf).sort()),
      });
    })
    .sort((a, b) => Number(a.code) - Number(b.code));
}

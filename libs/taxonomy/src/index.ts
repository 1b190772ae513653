export type * from './concept.js';
export * from './snapshot.js';
export { canonicalJson, snapshotHash } from './snapshot-hash.js';
export { TaxonomyError, type TaxonomyErrorCode } from './taxonomy-error.js';
export { Taxonomy } from './taxonomy.js';
export type { SuggestOptions } from './suggestion-index.js';
export { creditRelationOrder } from './credit-relations.js';
export { buildTaxonomy } from './build-taxonomy.js';
export {
  loadTaxonomy,
  parseSnapshot,
  readSnapshot,
  snapshotBytes,
  starterTaxonomyPath,
  taxonomyBytes,
  writeSnapshot,
} from './taxonomy-file.js';
export * from './importing/index.js';
export {
  compareTaxonomies,
  ReferenceMove,
  Successions,
  type Change,
  type ComparedTaxonomies,
  type MovedReference,
  type Succession,
} from './succession.js';
export { distanceKm, travelMinutes } from './geography.js';
export { conceptGraph, geography } from './matching-graph.js';
export { fold } from './fold.js';
export * from './reading/index.js';
export * from './skills/index.js';
export * from './titles/index.js';

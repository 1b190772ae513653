export { TaxonomyVersions1790002000000 } from './migrations/1790002000000-taxonomy-versions.js';
export { TaxonomyMoves, type MoveProgress } from './taxonomy-moves.js';
export { taxonomyMovesController } from './taxonomy-moves.controller.js';
export { taxonomyStore } from './taxonomy-store.providers.js';
export { type Moved, type OutdatedPayload, type TaxonomyMover } from './taxonomy-store.options.js';
export { TaxonomyVersions } from './taxonomy-versions.js';

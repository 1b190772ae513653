export type * from './engine.types.js';
export type * from './model/model.types.js';
export { matchingModel } from './model/matching-model.js';
export { modelVersion, versionOf } from './model/model-version.js';
export { buildIdf, type ConceptCounts, type CountedIdf } from './model/idf.js';
export { UnknownIdError } from './unknown-id.error.js';
export { createEngine } from './matching-engine.js';
export * as oracle from './oracle/index.js';

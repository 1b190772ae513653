export * from './concept.js';
export * from './snapshot.js';
export * from './taxonomy-error.js';
export { Taxonomy, type SuggestOptions } from './taxonomy.js';
export * from './reading/index.js';

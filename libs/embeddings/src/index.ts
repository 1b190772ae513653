export { EmbeddingsUnavailable, type EmbeddingKind, type Embeddings } from './embeddings.js';
export { HttpEmbeddings, type EmbeddingsSettings, type KindStyle } from './http-embeddings.js';
export { openEmbeddings, type EmbeddingsEnvironment } from './open-embeddings.js';
export { VectorTable, type Neighbour } from './vector-table.js';
export { ConceptVectors, type ConceptVectorsSettings, type NamedConcept } from './concept-vectors.js';

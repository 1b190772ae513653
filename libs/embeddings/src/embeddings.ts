/**
 * What a text is to the model: something that somebody looks for, or something that is found. Short labels compared with one another are *queries* on
 * both sides.
 */
export type EmbeddingKind = 'query' | 'passage';

/**
 * Turns texts into vectors whose inner product says how near they are in meaning. Optional everywhere: who holds none, or is refused, goes on without.
 *
 * Vectors choose candidates, suggestions and search hits. They never enter a fit.
 */
export interface Embeddings {
  /** Which model, and how it is asked: vectors of different identities are never compared. */
  readonly identity: string;
  /**
   * One vector of length 1 for each text, in order.
   *
   * @throws EmbeddingsUnavailable where the service cannot be reached, is late, refuses, answers something else, or failed so often that it is not asked now.
   */
  embed(texts: readonly string[], kind: EmbeddingKind): Promise<Float32Array[]>;
  /** How many numbers a vector has; asks the service once. @throws EmbeddingsUnavailable as `embed` does. */
  dimensions(): Promise<number>;
}

/** No vectors now: go on without, or try again later. The message holds none of the texts. */
export class EmbeddingsUnavailable extends Error {
  override readonly name = 'EmbeddingsUnavailable';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

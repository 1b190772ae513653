import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EmbeddingsUnavailable, type EmbeddingKind, type Embeddings } from './embeddings.js';
import { readVectorFile, writeVectorFile } from './vector-file.js';
import { VectorTable, type Neighbour } from './vector-table.js';

/** One way to name one concept. */
export interface NamedConcept {
  readonly id: string;
  readonly text: string;
}

export interface ConceptVectorsSettings {
  readonly embeddings: Embeddings;
  /** Hash of the taxonomy that the concepts are of. */
  readonly taxonomyHash: string;
  readonly names: readonly NamedConcept[];
  /** Labels are *queries* on both sides. */
  readonly kind?: EmbeddingKind;
  /** Where the vectors are kept between runs; null keeps them in memory only. */
  readonly folder: string | null;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** So many names are asked for at a time, so that little is lost where the service goes away. */
const portion = 64;

/**
 * The vectors of a taxonomy's concepts: computed once for each (model, taxonomy), kept on disk, never mixed.
 * Nobody waits for them: until they are there, `nearest` finds nothing.
 */
export class ConceptVectors {
  private table: VectorTable | undefined;
  private making: Promise<VectorTable> | undefined;
  /** What was computed before the service went away, if it did: the next call goes on from there. */
  private readonly computed: Float32Array[] = [];
  private readonly key: string;

  constructor(private readonly settings: ConceptVectorsSettings) {
    const hash = createHash('sha256').update(`${settings.embeddings.identity}\n${settings.kind ?? 'query'}\n`);
    hash.update(`${settings.taxonomyHash}\n`);
    for (const { id, text } of settings.names) hash.update(`${id}\t${text}\n`);
    this.key = hash.digest('hex');
  }

  get isReady(): boolean {
    return this.table !== undefined;
  }

  /**
   * Reads the vectors from disk, or has them computed and keeps them.
   *
   * @throws EmbeddingsUnavailable where the service goes away meanwhile; a later call goes on from there.
   */
  async load(): Promise<VectorTable> {
    if (this.table) return this.table;
    this.making ??= this.make().finally(() => (this.making = undefined));
    return this.making;
  }

  /**
   * The concepts nearest in meaning to a text. Empty, and no failure, while the vectors are being made or the service is out of reach.
   */
  nearest(text: string, limit: number): Promise<Neighbour[]> {
    return this.nearestToAny([text], limit);
  }

  /** The same for several texts: each concept by the text that it is nearest to. */
  async nearestToAny(texts: readonly string[], limit: number): Promise<Neighbour[]> {
    if (!this.table) {
      this.load().catch(() => undefined);
      return [];
    }
    try {
      return this.table.nearest(await this.settings.embeddings.embed(texts, 'query'), limit);
    } catch (error) {
      if (error instanceof EmbeddingsUnavailable) return [];
      throw error;
    }
  }

  private async make(): Promise<VectorTable> {
    const { names, folder } = this.settings;
    const ids = names.map(({ id }) => id);
    const path = folder === null ? null : join(folder, `concepts-${this.key.slice(0, 16)}.vectors`);
    const kept = path === null ? undefined : await readVectorFile(path, this.key, ids.length);
    if (kept) return (this.table = new VectorTable(ids, kept.dimensions, kept.numbers));
    const table = VectorTable.of(ids, await this.compute());
    if (path !== null) await writeVectorFile(path, this.key, table.dimensions, table.numbers);
    return (this.table = table);
  }

  private async compute(): Promise<Float32Array[]> {
    const { embeddings, names, kind = 'query', onProgress } = this.settings;
    while (this.computed.length < names.length) {
      const from = this.computed.length;
      const texts = names.slice(from, from + portion).map(({ text }) => text);
      this.computed.push(...(await embeddings.embed(texts, kind)));
      onProgress?.(this.computed.length, names.length);
    }
    return this.computed.splice(0);
  }
}

export interface Neighbour {
  readonly id: string;
  /** Cosine, -1 to 1. Comparable within one model only, and even there a rank tells more than the number. */
  readonly similarity: number;
}

/** Vectors of length 1 with an id each, searched by brute force: some 6 ms for 14,000 of 384 numbers. Ids may stand several times. */
export class VectorTable {
  constructor(
    readonly ids: readonly string[],
    readonly dimensions: number,
    /** Row after row. */
    readonly numbers: Float32Array,
  ) {
    if (numbers.length !== ids.length * dimensions)
      throw new RangeError(`${ids.length} vectors of ${dimensions} are not ${numbers.length} numbers`);
  }

  static of(ids: readonly string[], vectors: readonly Float32Array[]): VectorTable {
    const dimensions = vectors[0]?.length ?? 0;
    const numbers = new Float32Array(ids.length * dimensions);
    vectors.forEach((vector, row) => numbers.set(vector, row * dimensions));
    return new VectorTable(ids, dimensions, numbers);
  }

  /** The `limit` ids nearest to any of some vectors of length 1, each once by its best row, best first, equal ones by id. */
  nearest(vectors: readonly Float32Array[], limit: number): Neighbour[] {
    const best = new Map<string, number>();
    for (const vector of vectors) {
      this.ids.forEach((id, row) => {
        const similarity = this.similarity(row, vector);
        if (similarity > (best.get(id) ?? -2)) best.set(id, similarity);
      });
    }
    return [...best]
      .map(([id, similarity]) => ({ id, similarity }))
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  private similarity(row: number, vector: Float32Array): number {
    const { dimensions, numbers } = this;
    const start = row * dimensions;
    let sum = 0;
    for (let at = 0; at < dimensions; at += 1) sum += numbers[start + at]! * vector[at]!;
    return sum;
  }
}

import { EmbeddingsUnavailable } from './embeddings.js';

/** Reads the answer of `/v1/embeddings` and brings each vector to length 1. @throws EmbeddingsUnavailable where it is not what was asked for. */
export function readVectors(body: string, count: number): Float32Array[] {
  const items = itemsOf(body);
  if (items?.length !== count) throw new EmbeddingsUnavailable(`asked for ${count} vectors, got ${items?.length ?? 0}`);
  const vectors = new Array<Float32Array | undefined>(count);
  items.forEach((item: unknown, place) => {
    const { index = place, embedding } = (item ?? {}) as { index?: number; embedding?: unknown };
    vectors[index] = unit(embedding);
  });
  const length = vectors[0]?.length;
  if (!vectors.every((vector) => vector?.length === length && length !== undefined))
    throw new EmbeddingsUnavailable('the vectors are not of one length, or one is missing');
  return vectors as Float32Array[];
}

function itemsOf(body: string): unknown[] | undefined {
  try {
    const { data } = JSON.parse(body) as { data?: unknown };
    return Array.isArray(data) ? data : undefined;
  } catch (error) {
    throw new EmbeddingsUnavailable('the answer is no JSON', error);
  }
}

function unit(numbers: unknown): Float32Array | undefined {
  if (!Array.isArray(numbers) || numbers.length === 0) return undefined;
  const vector = Float32Array.from(numbers as number[]);
  let square = 0;
  for (const one of vector) square += one * one;
  if (!(square > 0 && Number.isFinite(square))) throw new EmbeddingsUnavailable('a vector has no direction');
  const scale = 1 / Math.sqrt(square);
  return vector.map((one) => one * scale);
}

/** A stored text that shares character n-grams with a query; similarity is 0 to 1000. */
export interface NgramMatch {
  readonly item: number;
  readonly similarity: number;
}

const SIZES = [3, 4];

/** Texts by their character n-grams, weighted by rarity (cosine over sets). Build once, then query. */
export class NgramIndex {
  private readonly postings = new Map<string, number[]>();
  private readonly norms: number[] = [];

  constructor(texts: readonly string[]) {
    texts.forEach((text, item) => {
      for (const gram of gramsOf(text)) {
        const list = this.postings.get(gram);
        if (list === undefined) this.postings.set(gram, [item]);
        else list.push(item);
      }
    });
    const sums = new Float64Array(texts.length);
    for (const list of this.postings.values()) {
      const weight = this.weight(list.length, texts.length);
      for (const item of list) sums[item] = (sums[item] ?? 0) + weight;
    }
    this.norms = Array.from(sums, (sum) => Math.sqrt(sum));
  }

  /** Stored texts that share anything with the query, in no order. */
  query(text: string): NgramMatch[] {
    const shared = new Map<number, number>();
    let norm = 0;
    for (const gram of gramsOf(text)) {
      const list = this.postings.get(gram);
      const weight = this.weight(list?.length ?? 1, this.norms.length);
      norm += weight;
      for (const item of list ?? []) shared.set(item, (shared.get(item) ?? 0) + weight);
    }
    const length = Math.sqrt(norm);
    return [...shared].map(([item, sum]) => ({
      item,
      similarity: Math.floor((1000 * sum) / (length * (this.norms[item] ?? 1))),
    }));
  }

  /** Squared inverse document frequency. */
  private weight(frequency: number, total: number): number {
    return (1 + Math.log((total + 1) / frequency)) ** 2;
  }
}

/** The n-grams of a text's words, each word padded, so that beginnings and ends count. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (const word of text.split(' ')) {
    const padded = ` ${word} `;
    for (const size of SIZES)
      for (let at = 0; at + size <= padded.length; at += 1) grams.add(padded.slice(at, at + size));
  }
  return grams;
}

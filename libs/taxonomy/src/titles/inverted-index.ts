/** How often each term stands in a text. */
export type TermCounts = ReadonlyMap<string, number>;

/** One way to take a text apart, and how much its likeness counts. */
export interface TermField<Text> {
  readonly weight: number;
  readonly terms: (text: Text) => TermCounts;
}

/** A term that a larger share of the texts has, or more than so many, is common. */
const COMMON_SHARE = 1 / 40;
const COMMON_COUNT = 200;

/**
 * Texts by their terms. Likeness is the sum over fields of weight × cosine of tf-idf vectors, with tf = 1 + ln count and idf = ln ((N + 1) / df);
 * terms that no text has lengthen the query's vector (df = ½). Build once, then query; not for two queries at a time.
 */
export class InvertedIndex<Text> {
  private readonly terms = new Map<string, number>();
  private readonly offsets: Uint32Array;
  private readonly documents: Uint32Array;
  private readonly weights: Float32Array;
  private readonly frequencies: Uint32Array;
  private readonly rarities: Float64Array;
  private readonly rarityOfUnknown: number;
  private readonly scores: Float32Array;
  private readonly touched: Uint32Array;

  constructor(
    texts: readonly Text[],
    private readonly fields: readonly TermField<Text>[],
  ) {
    const counts = texts.map((text) => fields.map(({ terms }) => terms(text)));
    const frequencies: number[] = [];
    for (const ofText of counts)
      for (const field of ofText) for (const term of field.keys()) this.meet(term, frequencies);
    this.frequencies = Uint32Array.from(frequencies);
    const rarity = (frequency: number): number => Math.log((texts.length + 1) / frequency);
    this.rarities = Float64Array.from(frequencies, rarity);
    this.rarityOfUnknown = rarity(0.5);
    this.offsets = new Uint32Array(frequencies.length + 1);
    frequencies.forEach((frequency, term) => (this.offsets[term + 1] = this.offsets[term]! + frequency));
    const size = this.offsets[frequencies.length] ?? 0;
    this.documents = new Uint32Array(size);
    this.weights = new Float32Array(size);
    this.scores = new Float32Array(texts.length);
    this.touched = new Uint32Array(texts.length);
    const next = this.offsets.slice(0, -1);
    counts.forEach((ofText, document) =>
      ofText.forEach((field, at) => this.addField(document, field, fields[at]!.weight, next)),
    );
  }

  /**
   * Tells the texts that share a term with the query, and how alike they are, in no order. Terms that stand in many texts count, but bring no text in
   * where a rarer one does.
   */
  query(text: Text, found: (document: number, likeness: number) => void): void {
    const rare: number[] = [];
    const common: number[] = [];
    const weightOf = new Map<number, number>();
    const most = Math.min(this.scores.length * COMMON_SHARE, COMMON_COUNT);
    for (const field of this.fields) {
      const counts = field.terms(text);
      const scale = 1 / this.length(counts);
      for (const [term, count] of counts) {
        const at = this.terms.get(term);
        if (at === undefined) continue;
        (this.frequencies[at]! > most ? common : rare).push(at);
        weightOf.set(at, this.weight(at, count) * scale);
      }
    }
    let touched = 0;
    for (const term of rare) touched = this.bringIn(term, weightOf.get(term)!, touched);
    if (touched === 0) for (const term of common) touched = this.bringIn(term, weightOf.get(term)!, touched);
    else for (const term of common) this.addTo(term, weightOf.get(term)!);
    for (let at = 0; at < touched; at += 1) {
      const document = this.touched[at]!;
      const likeness = this.scores[document]!;
      this.scores[document] = 0;
      found(document, likeness);
    }
  }

  private bringIn(term: number, weight: number, touchedBefore: number): number {
    const { documents, weights, scores, touched: list } = this;
    let touched = touchedBefore;
    const end = this.offsets[term + 1]!;
    for (let posting = this.offsets[term]!; posting < end; posting += 1) {
      const document = documents[posting]!;
      if (scores[document] === 0) list[touched++] = document;
      scores[document]! += weight * weights[posting]!;
    }
    return touched;
  }

  private addTo(term: number, weight: number): void {
    const { documents, weights, scores } = this;
    const end = this.offsets[term + 1]!;
    for (let posting = this.offsets[term]!; posting < end; posting += 1) {
      const document = documents[posting]!;
      if (scores[document] !== 0) scores[document]! += weight * weights[posting]!;
    }
  }

  private meet(term: string, frequencies: number[]): void {
    const at = this.terms.get(term);
    if (at === undefined) {
      this.terms.set(term, frequencies.length);
      frequencies.push(1);
    } else {
      frequencies[at]! += 1;
    }
  }

  private addField(document: number, counts: TermCounts, weight: number, next: Uint32Array): void {
    const scale = weight / this.length(counts);
    for (const [term, count] of counts) {
      const at = this.terms.get(term)!;
      const posting = next[at]!++;
      this.documents[posting] = document;
      this.weights[posting] = this.weight(at, count) * scale;
    }
  }

  private weight(term: number | undefined, count: number): number {
    const rarity = term === undefined ? this.rarityOfUnknown : this.rarities[term]!;
    return count === 1 ? rarity : (1 + Math.log(count)) * rarity;
  }

  private length(counts: TermCounts): number {
    let square = 0;
    for (const [term, count] of counts) square += this.weight(this.terms.get(term), count) ** 2;
    return square > 0 ? Math.sqrt(square) : 1;
  }
}

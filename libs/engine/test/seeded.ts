/** Marsaglia's xorshift32: the same numbers everywhere for the same seed. */
export class Seeded {
  constructor(private state: number) {}

  next(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  /** Low numbers far more often than high ones, by a power law that stands in for Zipf's. */
  skewed(n: number): number {
    return Math.floor(n * this.next() ** 3);
  }
}

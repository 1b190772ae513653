import { LimitError } from '../limit.error.js';

const mostSets = 65_536;

/** Different sets of keys as small numbers: people wish for few different combinations, vacancies have few different types. */
export class KeySets {
  private readonly numbers = new Map<string, number>();
  readonly sets: (readonly string[])[] = [];

  constructor(private readonly what: string) {}

  number(keys: readonly string[]): number {
    const name = JSON.stringify([...keys].sort());
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.sets.length;
    if (number >= mostSets) throw new LimitError(this.what, number + 1, 0, mostSets);
    this.sets.push([...keys]);
    this.numbers.set(name, number);
    return number;
  }

  /** 1 for each set that has any of the keys. */
  meeting(keys: readonly string[]): Uint8Array {
    return Uint8Array.from(this.sets, (set) => (set.some((key) => keys.includes(key)) ? 1 : 0));
  }
}

import { IdMap } from '../id-map.js';
import { LimitError } from '../limit.error.js';

const mostTerms = 2 ** 24;

/** Names of terms as small numbers, given out in the order in which they were first met. */
export class Terms {
  private readonly numbers = new IdMap<number>();
  readonly keys: string[] = [];

  get count(): number {
    return this.keys.length;
  }

  /** The term's number, a new one if need be. */
  number(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.length;
    if (number >= mostTerms) throw new LimitError('different terms', number + 1, 0, mostTerms);
    this.keys.push(key);
    this.numbers.set(key, number);
    return number;
  }

  /** Undefined where nothing was ever posted under it. */
  find(key: string): number | undefined {
    return this.numbers.get(key);
  }
}

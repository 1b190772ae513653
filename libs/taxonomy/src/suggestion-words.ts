import { bitCount, letterSet, startsNearly } from './typo-distance.js';

/** Words shorter than this are searched as typed: a slip in three letters is another word. */
const shortestWithTypo = 4;
const shortestInside = 4;
const oneSlipUpTo = 7;

/** The words of all names, each with the names that hold it. */
export class SuggestionWords {
  private readonly words: readonly string[];
  /** All words in one text, each on a line, for searching inside of them. */
  private readonly joined: string;
  private readonly starts: Uint32Array;
  private readonly letters: Uint32Array;
  /** Names of word `w`: `names[offsets[w]]` to before `names[offsets[w + 1]]`. */
  private readonly offsets: Uint32Array;
  private readonly names: Uint32Array;

  /** @param namesOf the numbers of the names that hold a word, by the word. */
  constructor(namesOf: ReadonlyMap<string, readonly number[]>) {
    this.words = [...namesOf.keys()].sort();
    this.joined = `\n${this.words.join('\n')}\n`;
    this.letters = Uint32Array.from(this.words, letterSet);
    this.starts = new Uint32Array(this.words.length);
    this.offsets = new Uint32Array(this.words.length + 1);
    let start = 1;
    this.words.forEach((word, index) => {
      this.starts[index] = start;
      start += word.length + 1;
      this.offsets[index + 1] = this.offsets[index]! + namesOf.get(word)!.length;
    });
    this.names = new Uint32Array(this.offsets.at(-1)!);
    this.words.forEach((word, index) => this.names.set(namesOf.get(word)!, this.offsets[index]));
  }

  /** Numbers of the names that hold a word. */
  namesOf(word: number): Uint32Array {
    return this.names.subarray(this.offsets[word], this.offsets[word + 1]);
  }

  starting(token: string): number[] {
    const found: number[] = [];
    for (let word = lowerBound(this.words, token); this.words[word]?.startsWith(token); word++) found.push(word);
    return found;
  }

  /** Words that hold the token anywhere. */
  holding(token: string): number[] {
    if (token.length < shortestInside) return this.starting(token);
    const found: number[] = [];
    for (let at = this.joined.indexOf(token); at >= 0;) {
      const word = wordAt(this.starts, at);
      found.push(word);
      at = this.joined.indexOf(token, this.starts[word]! + this.words[word]!.length);
    }
    return found;
  }

  /** Words that start nearly like the token; the first letter, or a swap of the first two, is taken as typed. */
  near(token: string): number[] {
    if (token.length < shortestWithTypo) return this.starting(token);
    const slips = token.length <= oneSlipUpTo ? 1 : 2;
    const letters = letterSet(token);
    const found: number[] = [];
    for (const first of new Set([token[0]!, token[1]!])) {
      for (let word = lowerBound(this.words, first); this.words[word]?.startsWith(first); word++) {
        if (bitCount(letters & ~this.letters[word]!) > slips) continue;
        if (startsNearly(this.words[word]!, token, slips)) found.push(word);
      }
    }
    return found;
  }
}

/** True where searching inside of words or with slips may find more than their beginnings do. */
export const mayFindMore = (tokens: readonly string[]): boolean =>
  tokens.some((token) => token.length >= Math.min(shortestInside, shortestWithTypo));

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordAt(starts: Uint32Array, position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

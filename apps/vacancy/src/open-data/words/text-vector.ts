import { partsOf, stemOf, wordsOf } from './tokens.js';

/** Weights of PostgreSQL's text vectors, heaviest first. */
export type FieldWeight = 'A' | 'B' | 'C' | 'D';

/** Stems lie beside the words themselves: plain words are found by stem, phrases and beginnings by the words. */
export const stemMark = '~';

const lastPosition = 16_383;
const mostPositions = 255;
/** Between fields, so that no phrase reaches from one into the next. */
const gap = 5;

/** A `tsvector` made here rather than by PostgreSQL's parser, which knows no `c#`, `c++` or `.net`. */
export class TextVector {
  private readonly positions = new Map<string, string[]>();
  private next = 1;

  add(text: string, weight: FieldWeight): this {
    for (const word of wordsOf(text)) {
      const at = `${Math.min(this.next, lastPosition)}${weight}`;
      for (const one of [word, ...partsOf(word)]) {
        this.put(one, at);
        this.put(stemMark + stemOf(one), at);
      }
      this.next += 1;
    }
    this.next += gap;
    return this;
  }

  /** The words themselves, each once. */
  words(): string[] {
    return [...this.positions.keys()].filter((one) => !one.startsWith(stemMark));
  }

  /** As PostgreSQL reads a `tsvector`. Words hold letters, digits and `.&+#` alone, so quotes need no escaping. */
  toString(): string {
    return Array.from(this.positions, ([word, at]) => `'${word}':${at.join(',')}`).join(' ');
  }

  private put(word: string, at: string): void {
    const known = this.positions.get(word);
    if (!known) this.positions.set(word, [at]);
    else if (known.length < mostPositions && known.at(-1) !== at) known.push(at);
  }
}

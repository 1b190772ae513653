import { remembered } from './remembered.js';
import { spelledRight } from './spelling.js';
import { englishStem, swedishStem } from './inflection.js';
import { Gap, tokenize, type Token } from './tokens.js';
import type { ReadLanguage, ReadSpan } from '../reading.types.js';

/** Gaps across which a phrase may go on: white space, hyphens, slashes, glued stops; not commas, brackets or ends of sentences. */
const BREAKS =
  Gap.comma | Gap.semicolon | Gap.colon | Gap.dash | Gap.open | Gap.close | Gap.stop | Gap.blankLine | Gap.bullet;

/** A text with its tokens and the keys that they are looked up by. */
export class SourceText {
  readonly tokens: readonly Token[];
  private readonly words: readonly string[];
  private readonly keys: (readonly string[] | undefined)[];

  constructor(
    readonly text: string,
    readonly language: ReadLanguage,
    private readonly field: ReadSpan['field'],
  ) {
    this.tokens = tokenize(text);
    this.words = this.tokens.map(({ lower }) => spelledRight(lower));
    this.keys = new Array<readonly string[] | undefined>(this.tokens.length);
  }

  get length(): number {
    return this.tokens.length;
  }

  /** Whether a question mark stands before a token (or at the text's end). */
  isQuestion(index: number): boolean {
    const end = this.tokens[index - 1]?.end ?? 0;
    const next = this.tokens[index]?.start ?? this.text.length;
    return this.text.slice(end, Math.min(next, end + 4)).includes('?');
  }

  /** Lower-case key of a token, key words spelled right; empty beyond the text's ends. */
  word(index: number): string {
    return this.words[index] ?? '';
  }

  gap(index: number): number {
    return this.tokens[index]?.gap ?? Gap.line | Gap.stop;
  }

  /** Whether the token at `index` goes on the phrase of the token before it. */
  joins(index: number): boolean {
    return index < this.tokens.length && (this.gap(index) & BREAKS) === 0;
  }

  /** `=word`, `s:stem`, `e:stem`; none where a phrase that began earlier must end. */
  keysAt = (index: number, first: boolean): readonly string[] => {
    if (index >= this.tokens.length || (!first && !this.joins(index))) return [];
    return (this.keys[index] ??= formKeys(this.word(index)));
  };

  /** The word at an index, or nothing where a phrase that began earlier must end. */
  wordAt = (index: number, first: boolean): string => (first || this.joins(index) ? this.word(index) : '');

  /** The span of tokens `from` up to but not including `to`. */
  span(from: number, to: number): ReadSpan {
    const start = this.tokens[from]?.start ?? 0;
    const end = this.tokens[to - 1]?.end ?? start;
    return { field: this.field, start, end, quote: this.text.slice(start, end) };
  }
}

/** The keys of a word as texts are looked up. */
export const formKeys = remembered((word: string): readonly string[] =>
  word === '' ? [] : [`=${word}`, `s:${swedishStem(word)}`, `e:${englishStem(word)}`],
);

import { type Highlight, type HighlightField } from '../search-answer.js';
import { passage, type Range, withoutOverlaps } from './passage.js';
import { type QueryTerm } from './query-parser.js';
import { type Word, wordsOf } from './words.js';

/** What a dictionary makes of a word: `stems` as it stands, `folded` without its diacritics. */
export interface Lexemes {
  stems: readonly string[];
  folded: readonly string[];
}

/** Finds what was typed in texts, by the same lexemes that the engine matches by. */
export class Highlighter {
  private readonly terms: QueryTerm[];

  constructor(
    terms: readonly QueryTerm[],
    private readonly expansions: ReadonlyMap<QueryTerm, string[]>,
    private readonly lexemesOf: (word: string) => Lexemes,
  ) {
    this.terms = terms.filter((term) => !term.excluded);
  }

  /** The highlights of the fields in which something matched. */
  highlights(fields: readonly (readonly [HighlightField, string])[]): Highlight[] {
    return fields.flatMap(([field, text]) => {
      const ranges = this.rangesIn(text);
      if (ranges.length === 0) return [];
      return [field === 'text' ? passage(field, text, ranges) : { field, text, ranges }];
    });
  }

  private rangesIn(text: string): Range[] {
    const words = wordsOf(text);
    const ranges = words.flatMap((word, index) =>
      this.terms.flatMap((term): Range[] => {
        const last = words[index + term.words.length - 1];
        return last && this.startsAt(term, words, index) ? [[word.start, last.end]] : [];
      }),
    );
    return withoutOverlaps(ranges);
  }

  private startsAt(term: QueryTerm, words: Word[], index: number): boolean {
    const matches = term.words.every((typed, offset) => {
      const word = words[index + offset]?.word ?? '';
      const half = term.prefix && offset === term.words.length - 1;
      return this.isForm(word, typed) || (half && word.startsWith(typed));
    });
    return matches || (this.expansions.get(term) ?? []).some((word) => this.isForm(words[index]?.word ?? '', word));
  }

  private isForm(word: string, typed: string): boolean {
    if (word === typed) return true;
    const { stems, folded } = this.lexemesOf(word);
    return this.lexemesOf(typed).stems.some((stem) => stems.includes(stem) || folded.includes(stem));
  }
}

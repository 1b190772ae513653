import { type Highlight, type HighlightField } from '../search-answer.js';
import { compoundOf } from './compounds.js';
import { editDistance, typosAllowed } from './edit-distance.js';
import { stemOf, stemsOf } from './inflection.js';
import { passage, type Range, withoutOverlaps } from './passage.js';
import { type Clause, type QueryTerm } from './query-parser.js';
import { formsOf } from './text-forms.js';
import { fold, type Word, wordsOf } from './words.js';

const SHORTEST_INNER_WORD = 5;

type Meets = (word: string, typed: string) => boolean;

/** Finds what was typed in texts, by the same forms that both engines match by; by typos and parts of words where nothing else is there. */
export class Highlighter {
  private readonly terms: QueryTerm[];

  constructor(clauses: readonly Clause[]) {
    this.terms = clauses
      .flatMap(({ terms, others }) => [...terms, ...others])
      .filter((term) => !term.excluded && !term.optional);
  }

  /** The highlights of the fields in which something matched. */
  highlights(fields: readonly (readonly [HighlightField, string])[]): Highlight[] {
    if (this.terms.length === 0) return [];
    const texts = fields.map(([field, text]) => ({ field, text, words: wordsOf(text) }));
    const ranges = texts.map((): Range[] => []);
    for (const term of this.terms) {
      const strict = texts.map(({ words }) => rangesOf(term, words, isForm));
      const found = strict.some((some) => some.length > 0) || term.phrase;
      const all = found ? strict : texts.map(({ words }) => rangesOf(term, words, isLike));
      all.forEach((some, index) => ranges[index]?.push(...some));
    }
    return texts.flatMap(({ field, text }, index) => {
      const own = withoutOverlaps(ranges[index] ?? []);
      if (own.length === 0) return [];
      return [field === 'text' ? passage(field, text, own) : { field, text, ranges: own }];
    });
  }
}

function rangesOf(term: QueryTerm, words: Word[], meets: Meets): Range[] {
  return words.flatMap(({ start }, index): Range[] => {
    const last = words[index + term.words.length - 1];
    const stands = term.words.every((typed, offset) => {
      const word = words[index + offset]?.word ?? '';
      const half = term.prefix && offset === term.words.length - 1;
      return meets(word, typed) || (half && word.startsWith(typed));
    });
    return last && stands ? [[start, last.end]] : [];
  });
}

function isForm(word: string, typed: string): boolean {
  if (word === typed) return true;
  const { exact, parts, folded } = formsOf(word);
  return [typed, ...stemsOf(typed)].some(
    (form) => exact.includes(form) || parts.includes(form) || folded.includes(form),
  );
}

function isLike(word: string, typed: string): boolean {
  const allowed = typosAllowed(typed);
  const [plain, plainTyped] = [fold(word), fold(typed)];
  const near = (one: string, other: string) => allowed > 0 && editDistance(one, other, allowed) <= allowed;
  if (near(plain, plainTyped) || near(fold(stemOf(word)), fold(stemOf(typed)))) return true;
  if (plainTyped.length >= SHORTEST_INNER_WORD && plain.includes(plainTyped)) return true;
  const compound = compoundOf(typed);
  return compound !== null && (isForm(word, compound.head) || isForm(word, compound.front));
}

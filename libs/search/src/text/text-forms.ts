import { partsOf } from './compounds.js';
import { stemsOf } from './inflection.js';
import { fold } from './words.js';

const CAPACITY = 200_000;
const known = new Map<string, TextForms>();

/** All that a word of a document is found by. */
export interface TextForms {
  /** The word itself and its stems, the likeliest stem first. */
  stem: string;
  exact: readonly string[];
  /** Stems of a compound's parts. */
  parts: readonly string[];
  /** `exact` and `parts` from a keyboard without å, ä, ö and accents; empty where that is the same. */
  folded: readonly string[];
}

/** @param word as {@link wordsOf} gives it */
export function formsOf(word: string): TextForms {
  let forms = known.get(word);
  if (!forms) {
    if (known.size >= CAPACITY) known.clear();
    forms = newForms(word);
    known.set(word, forms);
  }
  return forms;
}

function newForms(word: string): TextForms {
  const stems = stemsOf(word);
  const exact = [...new Set([word, ...stems])];
  const parts = partsOf(word).filter((part) => !exact.includes(part));
  const all = [...exact, ...parts];
  const folded = [...new Set(all.map(fold))].filter((form) => !all.includes(form));
  return { stem: stems[0] ?? word, exact, parts, folded };
}

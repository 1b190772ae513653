import { compoundOf } from '../text/compounds.js';
import { stemOf } from '../text/inflection.js';
import { type Clause, type QueryTerm } from '../text/query-parser.js';
import { FORMS, WORDS } from './settings.js';

/** One way to ask for what was typed; a document that any of them finds is found. */
export interface QueryVariant {
  q: string;
  attributesToSearchOn: string[];
  /** Of its hits' ranking score, 1 for what was typed itself. */
  weight: number;
}

const MOST_VARIANTS = 8;

/** What was typed, and its other wordings, each by its stems. */
export function strictVariants(clauses: readonly Clause[]): QueryVariant[] {
  let choices: QueryTerm[][] = [[]];
  for (const { terms, others } of clauses) {
    const ways = [terms, ...others.map((other) => [other])];
    const more = choices.flatMap((chosen) => ways.map((way) => [...chosen, ...way]));
    choices = more.length > MOST_VARIANTS ? choices.map((chosen) => [...chosen, ...terms]) : more;
  }
  return choices.map((terms, index) => ({
    q: queryText(terms, stemOf),
    attributesToSearchOn: FORMS,
    weight: index === 0 ? 1 : 0.9,
  }));
}

/** The terms that may be slips of the keyboard, where no document holds them. */
export function termsWithSlips(clauses: readonly Clause[]): QueryTerm[] {
  return clauses
    .flatMap((clause) => clause.terms)
    .filter((term) => !term.phrase && !term.excluded && !term.optional && term.words.length === 1);
}

/** One term alone, to see whether any document holds it. */
export function termVariant(term: QueryTerm): QueryVariant {
  return { q: queryText([term], stemOf), attributesToSearchOn: FORMS, weight: 1 };
}

/** Ways to find words like those typed: with typos in words that no document holds, and compounds by their parts. */
export function likeVariants(clauses: readonly Clause[], slips: ReadonlySet<QueryTerm>): QueryVariant[] {
  const terms = clauses.flatMap((clause) => clause.terms);
  const variants: QueryVariant[] = [];
  if (slips.size > 0) {
    const mended = terms.map((term) => (slips.has(term) || term.excluded ? term : { ...term, phrase: true }));
    variants.push({
      q: queryText(mended, (word, term) => (slips.has(term) ? word : stemOf(word))),
      attributesToSearchOn: [...FORMS, WORDS],
      weight: 0.5,
    });
  }
  const apart = terms.flatMap((term): QueryTerm[] => {
    const compound = term.words.length === 1 && !term.phrase && !term.excluded ? compoundOf(term.words[0] ?? '') : null;
    return compound
      ? [compound.front, compound.head].map((word) => ({ ...term, words: [word], prefix: false }))
      : [term];
  });
  if (apart.length > terms.length)
    variants.push({ q: queryText(apart, stemOf), attributesToSearchOn: FORMS, weight: 0.4 });
  return variants;
}

/** Terms in Meilisearch's own notation; a blank at the end says that the last word is whole. */
export function queryText(terms: readonly QueryTerm[], formOf: (word: string, term: QueryTerm) => string): string {
  const excluded = terms.filter((term) => term.excluded).map(({ words }) => `-"${words.map(stemOf).join(' ')}"`);
  const included = terms.filter((term) => !term.excluded && !term.optional);
  const texts = included.map((term) => {
    const forms = term.words.map((word) => formOf(word, term));
    return term.phrase ? `"${forms.join(' ')}"` : forms.join('-');
  });
  const last = included.at(-1);
  const [typed = ''] = last?.words.slice(-1) ?? [];
  // Half a word is the beginning of its stem; of a word that has an ending the stem is whole.
  const end = last?.prefix && formOf(typed, last) === typed ? '' : ' ';
  return excluded.length + texts.length === 0 ? '' : [...excluded, ...texts].join(' ') + end;
}

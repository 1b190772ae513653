import type { FreeTextConcepts } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import type { ConceptPhrases, PhraseConcept, PhraseKind } from '../words/concept-phrases.js';
import { wordsOf } from '../words/tokens.js';

export type Sign = 'should' | 'must' | 'must_not';

/** Words next to each other: one word, the words of `it-tekniker`, or what was quoted. */
export interface PlainTerm {
  readonly sign: Sign;
  readonly words: readonly string[];
  readonly as: 'words' | 'phrase' | 'beginning' | 'ending';
  /** A word so common that it need not be there. */
  readonly common: boolean;
}

export interface ConceptTerm extends PhraseConcept {
  readonly sign: Sign;
  /** As typed. */
  readonly words: readonly string[];
}

export interface FreeText {
  readonly plain: readonly PlainTerm[];
  readonly concepts: readonly ConceptTerm[];
  /** Everything wanted, for headlines that hold all of it. */
  readonly allWords: readonly string[];
}

export interface FreeTextOptions {
  /** False: words are words. */
  readonly concepts: boolean;
  /** Kinds of concepts that words are read as; none named means all. */
  readonly kinds: readonly string[];
}

const part = /(?<sign>[+-])?"(?<phrase>[^"]*)(?:"|$)|(?<plain>[^\s",()[\]]+)/gu;
/** What every other ad holds, and `OR` of those who mean an operator. */
const commonWords = new Set(
  'och i på av för till med en ett det den de du vi att som är om från eller or and the a an of to in for with'.split(
    ' ',
  ),
);
const shortestWildcard = 3;
const mostTerms = 60;

interface Word {
  readonly sign: Sign;
  readonly words: readonly string[];
}

/** Reads what was typed; nothing that can be typed is an error. */
export function readFreeText(typed: string, phrases: ConceptPhrases, options: FreeTextOptions): FreeText {
  const plain: PlainTerm[] = [];
  const words: Word[] = [];
  const text = typed
    .replace(/[\u0000-\u001f\u007f“”]/g, (one) => (one === '“' || one === '”' ? '"' : ' '))
    .replace(/([+-])[()[\]]+/g, '$1');
  for (const { groups = {} } of [...text.matchAll(part)].slice(0, mostTerms)) {
    if (groups['phrase'] !== undefined) {
      const quoted = wordsOf(groups['phrase']);
      if (quoted.length > 0) plain.push({ sign: signOf(groups['sign']), words: quoted, as: 'phrase', common: false });
      continue;
    }
    const { sign, rest } = signed(groups['plain']!);
    const wildcard = wildcardOf(rest);
    const found = wordsOf(rest);
    if (found.length === 0) continue;
    if (wildcard && found.length === 1 && found[0]!.length >= shortestWildcard)
      plain.push({ sign: sign === 'must_not' ? sign : 'must', words: found, as: wildcard, common: false });
    else words.push({ sign, words: found });
  }
  const concepts = options.concepts ? conceptsIn(words, phrases, options.kinds) : [];
  const taken = new Set(concepts.flatMap(({ at }) => at));
  for (const [at, word] of words.entries())
    if (!taken.has(at)) plain.push({ ...word, as: 'words', common: word.words.every((one) => commonWords.has(one)) });
  return {
    plain,
    concepts: concepts.map(({ at: _, ...concept }) => concept),
    allWords: words.flatMap((one) => (one.sign === 'must_not' ? [] : one.words)),
  };
}

const signOf = (sign: string | undefined): Sign => (sign === '+' ? 'must' : sign === '-' ? 'must_not' : 'should');

const signed = (word: string): { sign: Sign; rest: string } => {
  const sign = signOf(word[0]);
  return { sign, rest: sign === 'should' ? word : word.slice(1) };
};

function wildcardOf(word: string): 'beginning' | 'ending' | null {
  const [before, after] = [word.startsWith('*'), word.endsWith('*')];
  if (before === after) return null;
  return before ? 'ending' : 'beginning';
}

type Placed = ConceptTerm & { readonly at: readonly number[] };

/** Concepts named by words that follow each other under one sign: `+personlig assistent` is signed at its first word. */
function conceptsIn(words: readonly Word[], phrases: ConceptPhrases, kinds: readonly string[]): Placed[] {
  const flat = words.flatMap((word, at) => word.words.map((text, nth) => ({ text, at, sign: word.sign, nth })));
  const found: Placed[] = [];
  for (const { concepts, start, end } of phrases.find(flat.map(({ text }) => text))) {
    const meant = flat.slice(start, end);
    const first = meant[0]!;
    const whole = first.nth === 0 && (end === flat.length || flat[end]!.nth === 0);
    const oneSign = meant.slice(1).every(({ sign }) => sign === 'should' || sign === first.sign);
    if (!whole || !oneSign) continue;
    for (const concept of concepts)
      if (kinds.length === 0 || kinds.includes(concept.kind))
        found.push({
          ...concept,
          sign: first.sign,
          words: meant.map(({ text }) => text),
          at: meant.map(({ at }) => at),
        });
  }
  return found;
}

const phraseKinds: readonly PhraseKind[] = ['skill', 'occupation', 'location'];
const signs: readonly (readonly [Sign, '' | '_must' | '_must_not'])[] = [
  ['should', ''],
  ['must', '_must'],
  ['must_not', '_must_not'],
];

/** What was read as concepts, for those who asked: lower-case labels. */
export function freeTextConceptsOf({ concepts }: FreeText, taxonomy: Taxonomy): FreeTextConcepts {
  const answer: Partial<Record<keyof FreeTextConcepts, string[]>> = {};
  for (const [sign, suffix] of signs)
    for (const kind of phraseKinds) {
      const meant = concepts.filter((one) => one.kind === kind && one.sign === sign);
      const labels = meant.map(({ conceptId }) => taxonomy.concept(conceptId)!.label.sv.toLowerCase());
      answer[`${kind}${suffix}`] = [...new Set(labels)];
    }
  return answer as FreeTextConcepts;
}

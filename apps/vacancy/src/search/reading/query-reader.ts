import type { SearchChip } from '#contracts';
import { STOP_WORDS, wordsOf, type SearchFilters, type Wording } from '#search';
import type { Meaning, QueryLexicon } from './query-lexicon.js';

/** How words were read. */
export interface Reading {
  readonly chips: SearchChip[];
  /** What is left to be looked for in texts. */
  readonly text: string;
  /** What places, employers and terms of work narrow; each narrows the others. */
  readonly required: SearchFilters[];
  readonly wordings: Wording[];
}

interface Token {
  readonly text: string;
  /** Lower case; none for a phrase or an exclusion, which mean what they say. */
  readonly words: readonly string[];
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning[];
}

const mostTokens = 6;
const mostWordings = 2;
/** Of things with the same name, the first of these is meant. */
const order: readonly Meaning['kind'][] = [
  'municipality',
  'county',
  'occupation',
  'employer',
  'remote',
  'extent',
  'skill',
];
/** What people type around what they look for. */
const generic = new Set(
  'jobb jobben jobs job arbete arbeten lediga ledigt ledig tjänst tjänster work vacancy vacancies platser annonser'.split(
    ' ',
  ),
);
const isNarrowing = ({ kind }: Meaning): boolean => kind !== 'occupation' && kind !== 'skill';

/**
 * Reads what was typed: the longest names first, from the left.
 * @param lexicons asked one after the other; the meanings of all count
 * @param isMeant false for what nobody here means, such as a place without vacancies
 */
export function readQuery(
  q: string,
  lexicons: readonly Pick<QueryLexicon, 'meaningsOf'>[],
  isMeant: (meaning: Meaning) => boolean,
): Reading {
  const tokens = tokensOf(q.normalize('NFC'));
  const found = namesIn(tokens, (words) => lexicons.flatMap((one) => one.meaningsOf(words)).filter(isMeant));
  const without = (gone: (index: number) => boolean): string =>
    tokens.flatMap(({ text }, index) => (gone(index) ? [] : [text])).join(' ');
  const narrowing = found.filter(({ meanings }) => isNarrowing(meanings[0]!));
  const isIn = (names: readonly Found[], index: number): boolean =>
    names.some(({ from, to }) => index >= from && index < to);
  const rest = tokens.filter((_, index) => !isIn(found, index));
  const saysNothing = rest.every(
    ({ words }) => words.length > 0 && words.every((word) => generic.has(word) || STOP_WORDS.has(word)),
  );
  const isFiller = (index: number): boolean => saysNothing && !isIn(found, index);
  const text = without((index) => isIn(narrowing, index) || isFiller(index));
  return {
    chips: found.map(({ from, to, meanings: [meaning] }) => ({
      kind: meaning!.kind,
      words: without((index) => index < from || index >= to),
      label: meaning!.label,
      without: without((index) => index >= from && index < to),
    })),
    // A name is whole; other last words may be half typed.
    text: text !== '' && isIn(found, tokens.length - 1) ? `${text} ` : text,
    required: requiredBy(narrowing),
    wordings: found.flatMap((one) => (narrowing.includes(one) ? [] : wordingOf(tokens, one))),
  };
}

function tokensOf(q: string): Token[] {
  return (q.match(/-?["“”«»„][^"“”«»„]*["“”«»„]?|\S+/gu) ?? []).map((text) => {
    const means = /^-|["“”«»„]/u.test(text);
    return { text, words: means ? [] : wordsOf(text).map(({ word }) => word) };
  });
}

function namesIn(tokens: readonly Token[], meaningsOf: (words: string[]) => Meaning[]): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = Math.min(tokens.length, from + mostTokens);
    for (; to > from; to--) {
      const stretch = tokens.slice(from, to);
      if (stretch.some(({ words }) => words.length === 0)) continue;
      const meanings = meaningsOf(stretch.flatMap(({ words }) => words));
      if (meanings.length === 0) continue;
      found.push({ from, to, meanings: meanings.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)) });
      break;
    }
    from = Math.max(to, from + 1);
  }
  return found;
}

/** Several places of a kind are alternatives; so are employers of the same name. */
function requiredBy(names: readonly Found[]): SearchFilters[] {
  const valuesOf = (kind: Meaning['kind']): string[] =>
    names.flatMap(({ meanings }) =>
      meanings[0]!.kind === kind ? meanings.filter((one) => one.kind === kind).map(({ value }) => value) : [],
    );
  const [municipality, county, employer] = [valuesOf('municipality'), valuesOf('county'), valuesOf('employer')];
  const extents = valuesOf('extent');
  return [
    ...(municipality.length > 0 ? [{ municipality }] : []),
    ...(county.length > 0 ? [{ county }] : []),
    ...(employer.length > 0 ? [{ employer }] : []),
    ...(valuesOf('remote').length > 0 ? [{ remote: true }] : []),
    ...(extents.length === 1 ? [extents[0] === 'full' ? { extentMin: 100 } : { extentMax: 99 }] : []),
  ];
}

function wordingOf(tokens: readonly Token[], { from, to, meanings }: Found): Wording[] {
  const words = tokens.slice(from, to).flatMap((token) => [...token.words]);
  const typed = words.join(' ');
  const others = [...new Set(meanings.flatMap(({ wording }) => (wording === null ? [] : [wording.toLowerCase()])))]
    .map((wording) => wordsOf(wording).map(({ word }) => word))
    .filter((other) => other.length > 0 && other.join(' ') !== typed);
  return others.length === 0 ? [] : [{ words, others: others.slice(0, mostWordings) }];
}

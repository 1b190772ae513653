import type { Parameters } from '../search/parameters.js';
import { stemMark } from '../words/text-vector.js';
import { stemOf } from '../words/tokens.js';
import type { ConceptTerm, FreeText, PlainTerm, Sign } from './free-text.js';

/** Words that end as was asked, by the ending. */
export type Endings = ReadonlyMap<string, readonly string[]>;

export interface FreeTextSql {
  /** Which ads hold what was asked. */
  readonly where: string;
  /** How well, from 0. Asked for only where it is used: a statement may have no parameter that it does not use. */
  readonly score: () => string;
}

/** Of D (text), C (employer), B (headline), A (place): 1, 2, 3 and 5, as shares of the heaviest. */
const weights = `'{0.2, 0.4, 0.6, 1}'`;
const conceptScore = 10;
const headlineScore = 5;

export const endingsIn = ({ plain }: FreeText): string[] =>
  plain.flatMap(({ as, words }) => (as === 'ending' ? [words[0]!] : []));

/**
 * Free text as SQL over a row of `open_ads`. Plain words are one group, each kind of concept another: within a group one is enough, and every group must be
 * met, unless the headline holds everything that was typed.
 */
export function freeTextSql(
  text: FreeText,
  method: 'and' | 'or',
  endings: Endings,
  parameters: Parameters,
): FreeTextSql {
  const query = (term: PlainTerm): string => `${parameters.add(tsquery(term, endings), 'text')}::tsquery`;
  const holds = (term: PlainTerm): string => `a.words @@ ${query(term)}`;
  const is = (terms: readonly ConceptTerm[]): string =>
    `a.mentions && ${parameters.add(
      terms.map(({ kind, conceptId }) => `${kind}:${conceptId}`),
      'text[]',
    )}`;
  const plain = (...signs: Sign[]): PlainTerm[] => text.plain.filter(({ sign }) => signs.includes(sign));
  const single = plain('should', 'must').filter(({ as }) => as === 'words');
  const needed = single.filter(({ common }) => !common);
  const phrases = plain('should').filter(({ as }) => as === 'phrase');
  const groups = conceptGroups(text.concepts);
  const must = [
    ...plain('must').map(holds),
    ...text.concepts.filter(({ sign }) => sign === 'must').map((one) => is([one])),
    ...(method === 'and' ? needed.filter(({ sign }) => sign === 'should').map(holds) : []),
  ];
  const mustNot = [
    ...plain('must_not').map(holds),
    ...text.concepts.filter(({ sign }) => sign === 'must_not').map((one) => is([one])),
  ];
  const headline =
    text.allWords.length === 0
      ? null
      : (): string => `a.ranked @@ ${parameters.add(allInHeadline(text.allWords), 'text')}::tsquery`;
  const asked = needed.length > 0 || groups.length > 0 ? needed : single;
  const wanted = [...(asked.some(({ sign }) => sign === 'should') ? [any(asked.map(holds))] : []), ...groups.map(is)];
  // A phrase beside other words only ranks; alone it is what was asked for.
  if (wanted.length === 0 && must.length === 0 && phrases.length > 0) wanted.push(any(phrases.map(holds)));
  const met = wanted.length === 0 ? [] : [headline === null ? all(wanted) : `(${headline()} OR ${all(wanted)})`];
  const score = (): string => {
    const ranking = [...single, ...phrases].map(query);
    const parts = [
      ...groups.map((group) => `CASE WHEN ${is(group)} THEN ${conceptScore} ELSE 0 END`),
      ...(headline === null ? [] : [`CASE WHEN ${headline()} THEN ${headlineScore} ELSE 0 END`]),
      ...(ranking.length === 0 ? [] : [`5 * ts_rank(${weights}, a.ranked, ${ranking.join(' || ')})`]),
      ...phrases.map((phrase) => `CASE WHEN ${holds(phrase)} THEN 1 ELSE 0 END`),
    ];
    return parts.length === 0 ? '0' : `(1 + ${parts.join(' + ')})`;
  };
  return { where: all([...met, ...must, ...mustNot.map((one) => `NOT (${one})`)]), score };
}

const all = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
const any = (conditions: readonly string[]): string => `(${conditions.join(' OR ')})`;

/** A concept that must be there counts among those of its kind that may. */
function conceptGroups(concepts: readonly ConceptTerm[]): ConceptTerm[][] {
  const groups = new Map<string, ConceptTerm[]>();
  for (const one of concepts) if (one.sign !== 'must_not') groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return [...groups.values()];
}

// Words hold letters, digits and `.&+#` alone, so that quotes need no escaping.
const exactly = (word: string, field = ''): string => `'${word}'${field === '' ? '' : `:${field}`}`;
const inflected = (word: string, field = ''): string => exactly(stemMark + stemOf(word), field);

function tsquery({ words, as }: PlainTerm, endings: Endings): string {
  if (as === 'beginning') return `'${words[0]!}':*BD`;
  if (as === 'ending') {
    const known = endings.get(words[0]!) ?? [];
    return known.length === 0 ? exactly('*') : known.map((word) => exactly(word, 'BD')).join(' | ');
  }
  if (as === 'phrase') return words.map((word) => exactly(word, 'BD')).join(' <-> ');
  return words.map((word) => inflected(word)).join(' <-> ');
}

const allInHeadline = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => inflected(word, 'B')).join(' & ');

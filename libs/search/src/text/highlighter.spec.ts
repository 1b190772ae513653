import { Highlighter } from './highlighter.js';
import { parseQuery } from './query-parser.js';
import { fold } from './words.js';

/** A dictionary that cuts plural endings. */
const lexemesOf = (word: string) => {
  const stem = word.replace(/(orna|or|a)$/u, '');
  return { stems: [stem, word], folded: [fold(stem), fold(word)] };
};

function marked(query: string, text: string, expansions: string[] = []): string[] {
  const terms = parseQuery(query);
  const [first] = terms;
  const highlighter = new Highlighter(terms, new Map(first ? [[first, expansions]] : []), lexemesOf);
  const [highlight] = highlighter.highlights([['headline', text]]);
  return highlight?.ranges.map(([start, end]) => highlight.text.slice(start, end)) ?? [];
}

describe('Highlighter', () => {
  it.each([
    ['kocka ', 'Två kockor sökes', ['kockor']],
    ['kock', 'Kockassistent', ['Kockassistent']],
    ['kock ', 'Kockassistent', []],
    ['malare ', 'Målare sökes', ['Målare']],
    ['målare ', 'Malare sökes', []],
    ['"två kockor"', 'Kockor, två kockor', ['två kockor']],
    ['två -kockor', 'Två kockor', ['Två']],
    ['två kockor', 'kockor två', ['kockor', 'två']],
    ['', 'Två kockor', []],
  ])('for %j marks in %j: %j', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  it('marks words that stand in for a typed one', () => {
    expect(marked('kokc ', 'Kock sökes', ['kock'])).toEqual(['Kock']);
  });

  it('leaves out fields without a match', () => {
    const highlighter = new Highlighter(parseQuery('kock'), new Map(), lexemesOf);
    const fields = [['headline', 'Snickare'] as const, ['text', 'Även kock'] as const];
    expect(highlighter.highlights(fields).map(({ field }) => field)).toEqual(['text']);
  });
});

import { Highlighter } from './highlighter.js';
import { clausesOf, parseQuery } from './query-parser.js';

function marked(query: string, text: string): string[] {
  const highlighter = new Highlighter(clausesOf(parseQuery(query), []));
  const [highlight] = highlighter.highlights([['headline', text]]);
  return highlight?.ranges.map(([start, end]) => highlight.text.slice(start, end)) ?? [];
}

describe('Highlighter', () => {
  it.each([
    ['kock ', 'Två kockar sökes', ['kockar']],
    ['kock', 'Kockassistent', ['Kockassistent']],
    ['kock ', 'Kocktyp', []],
    ['malare ', 'Målare sökes', ['Målare']],
    ['"målare"', 'Malare sökes', []],
    ['"två kockar"', 'Kockar, två kockar', ['två kockar']],
    ['två -kockar', 'Två kockar', ['Två']],
    ['två kockar', 'kockar två', ['kockar', 'två']],
    ['förare ', 'Lastbilsförare och förare', ['Lastbilsförare', 'förare']],
    ['lastbilsförare ', 'Förare till lastbil', ['Förare', 'lastbil']],
    ['svetasre ', 'Svetsare sökes', ['Svetsare']],
    ['', 'Två kockar', []],
  ])('for %j marks in %j: %j', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  it('leaves out fields without a match, and looks for slips only where nothing else matches', () => {
    const highlighter = new Highlighter(clausesOf(parseQuery('snickare'), []));
    const fields = [['headline', 'Snickaren'] as const, ['text', 'Snicksre, kock'] as const];
    expect(highlighter.highlights(fields).map(({ field }) => field)).toEqual(['headline']);
  });
});

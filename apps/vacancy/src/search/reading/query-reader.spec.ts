import { loadTaxonomy, starterTaxonomyPath } from '#taxonomy';
import { conceptNames } from './concept-names.js';
import { QueryLexicon } from './query-lexicon.js';
import { readQuery } from './query-reader.js';

const concepts = conceptNames(loadTaxonomy(starterTaxonomyPath()));
const employers = new QueryLexicon();
employers.add('Norrskens Vård', {
  kind: 'employer',
  value: 'e1',
  label: { sv: 'Norrskens Vård AB', en: 'Norrskens Vård AB' },
  wording: null,
});
const read = (q: string) => readQuery(q, [concepts, employers], () => true);
const chips = (q: string) => read(q).chips.map(({ kind, words, label }) => `${kind} ${words} = ${label.sv}`);

describe('reading what was typed', () => {
  it.each([
    ['sjuksköterska', ['occupation sjuksköterska = Sjuksköterska, grundutbildad']],
    [
      'sjuksköterskor i Kiruna',
      ['occupation sjuksköterskor = Sjuksköterska, grundutbildad', 'municipality Kiruna = Kiruna'],
    ],
    ['nurse giron', ['occupation nurse = Sjuksköterska, grundutbildad', 'municipality giron = Kiruna']],
    ['jobb i lulea', ['municipality lulea = Luleå']],
    ['svetsning Norrbottens län', ['skill svetsning = Svetsning', 'county Norrbottens län = Norrbottens län']],
    ['norrskens vård', ['employer norrskens vård = Norrskens Vård AB']],
    ['distans', ['remote distans = På distans']],
    ['"kiruna" -luleå', []],
    ['kvantfysikerxyz', []],
    ['', []],
  ])('reads in %j: %j', (q, expected) => {
    expect(chips(q)).toEqual(expected);
  });

  it('narrows by places, employers and terms, and looks for the rest in texts', () => {
    const reading = read('erfaren svetsare kiruna gällivare heltid -natt "under jord"');
    expect(reading.required).toEqual([{ municipality: ['2584', '2523'] }, { extentMin: 100 }]);
    expect(reading.text).toBe('erfaren svetsare -natt "under jord"');
    expect(reading.chips[1]!.without).toBe('erfaren svetsare gällivare heltid -natt "under jord"');
  });

  it.each([
    ['lediga jobb i kiruna', ''],
    ['lediga jobb', ''],
    ['jobb som svetsare', 'svetsare '],
    ['jobb med hästar', 'jobb med hästar'],
  ])('of %j looks in texts for %j', (q, text) => {
    expect(read(q).text).toBe(text);
  });

  it('looks for what vacancies call it, too', () => {
    expect(read('nurse kiruna').wordings).toEqual([{ words: ['nurse'], others: [['sjuksköterska']] }]);
    expect(read('sjuksköterska').wordings).toEqual([]);
  });

  it('leaves to texts what nobody here means', () => {
    const reading = readQuery(
      'svetsare lund',
      [concepts],
      ({ kind, value }) => kind !== 'municipality' || value !== '1281',
    );
    expect(reading).toMatchObject({ text: 'svetsare lund', required: [] });
  });
});

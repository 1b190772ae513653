import { loadTaxonomy, starterTaxonomyPath } from '#taxonomy';
import { ConceptPhrases } from './concept-phrases.js';
import { TextVector } from './text-vector.js';
import { partsOf, stemOf, wordsOf } from './tokens.js';

describe('words of ads', () => {
  it.each([
    ['C#, C++ och .NET!', ['c#', 'c++', 'och', '.net']],
    ['slut.Vi söker', ['slut.vi', 'söker']],
    ['node.js #jobb it-tekniker B&B', ['node.js', '#jobb', 'it', 'tekniker', 'b&b']],
    ['…', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are found by their parts and their stems too', () => {
    expect(partsOf('slut.vi')).toEqual(['slut', 'vi']);
    expect(partsOf('c++')).toEqual([]);
    expect(stemOf('sjuksköterskor')).toBe(stemOf('sjuksköterska'));
  });

  it('make a vector with positions, weights, and gaps between fields', () => {
    const vector = new TextVector().add('Kock', 'A').add("O'Hara C#", 'D');
    expect(vector.toString()).toBe(
      "'kock':1A '~kock':1A 'o':7D '~o':7D 'hara':8D '~har':8D 'c#':9D '~c#':9D 'c':9D '~c':9D",
    );
    expect(vector.words()).toEqual(['kock', 'o', 'hara', 'c#', 'c']);
  });
});

describe('phrases of concepts', () => {
  const taxonomy = loadTaxonomy(starterTaxonomyPath());
  const phrases = new ConceptPhrases(taxonomy);
  const read = (text: string): string[] =>
    phrases
      .find(wordsOf(text))
      .flatMap(({ concepts }) =>
        concepts.map(({ kind, conceptId }) => `${kind} ${taxonomy.concept(conceptId)!.label.sv}`),
      );

  it('are found inflected, by other names and in English; the longest wins', () => {
    expect(read('två sjuksköterskor i Luleå')).toEqual(['occupation Sjuksköterskor', 'location Luleå']);
    expect(read('nurse')).toEqual(['occupation Sjuksköterska, grundutbildad']);
    expect(read('region norrbotten')).toEqual(['location Norrbottens län']);
  });

  it('are not what only shares a stem', () => {
    expect(read('du lär dig')).toEqual([]);
  });
});

import { swedishStem } from '../reading/text/inflection.js';
import { WordParts } from './word-parts.js';

const parts = new WordParts(
  'plåtslagare grovarbete grovstädare grovarbetare lastbil förare redovisning ekonom process operatör skola'.split(' '),
  swedishStem,
);

it.each([
  ['grovplåtslagare', ['grov', 'plåtslagare']],
  ['lastbilsförare', ['lastbils', 'förare']],
  ['lastbilsföraren', ['lastbils', 'föraren']],
  ['redovisningsekonom', ['redovisnings', 'ekonom']],
  ['processoperatörer', ['process', 'operatörer']],
])('%s is made of %s', (word, expected) => expect(parts.split(word)).toEqual(expected));

it.each(['förare', 'klottersanerare', 'xyzförare', 'a'.repeat(5000), ''])(
  '%.20s is no compound that it knows',
  (word) => expect(parts.split(word)).toBeUndefined(),
);

import { WordStarts } from './word-starts.js';

const names = ['Älvsbyns kommun', 'Region Norrbotten', 'Norrskens Vård', 'Kommunförbundet Norrbotten'];
const starts = new WordStarts(names, (name) => name);

describe('beginnings of words', () => {
  it.each([
    ['norr', ['Region Norrbotten', 'Norrskens Vård', 'Kommunförbundet Norrbotten']],
    ['region norr', ['Region Norrbotten']],
    ['alvs', ['Älvsbyns kommun']],
    ['KOMMUN', ['Älvsbyns kommun', 'Kommunförbundet Norrbotten']],
    ['vård', ['Norrskens Vård']],
    ['bygg', []],
    ['', []],
  ])('of %j are in %j', (typed, expected) => {
    expect(starts.find(typed, 10)).toEqual(expected);
  });

  it('gives so many at most, in their order', () => {
    expect(starts.find('norr', 1)).toEqual(['Region Norrbotten']);
  });
});

import fc from 'fast-check';
import { parseQuery } from './query-parser.js';

const brief = (text: string) =>
  parseQuery(text).map(({ words, phrase, excluded, prefix, optional }) =>
    [
      excluded ? '-' : '',
      phrase ? `"${words.join(' ')}"` : words.join('+'),
      prefix ? '*' : '',
      optional ? '?' : '',
    ].join(''),
  );

describe('parseQuery', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['!!! -- "', []],
    ['Svetsare', ['svetsare*']],
    ['svetsare ', ['svetsare']],
    ['svetsare kiruna', ['svetsare', 'kiruna*']],
    ['"under jord" skift', ['"under jord"', 'skift*']],
    ['"under jord', ['"under jord"']],
    ['”under jord”', ['"under jord"']],
    ['svetsare -montör', ['svetsare', '-montör']],
    ['-"under jord" svetsare', ['-"under jord"', 'svetsare*']],
    ['it-tekniker', ['it+tekniker*']],
    ['svetsare - montör', ['svetsare', 'montör*']],
    ['förare av lastbil', ['förare', 'av?', 'lastbil*']],
    ['och av', ['och', 'av']],
    ['svetsare o', ['svetsare', 'o']],
    ['IT', ['it']],
    ['målare', ['målare*']],
    ['ma\u030alare', ['målare*']],
    ['a b c d e f g h i j k l', ['a?', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i?', 'j']],
    ['svets\u0000are', ['svets', 'are*?']],
  ])('reads %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('never fails, and asks for at least one word when it asks for any', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const terms = parseQuery(text);
        const words = terms.flatMap((term) => term.words);
        expect(words.length).toBeLessThanOrEqual(10);
        expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true);
        const included = terms.filter((term) => !term.excluded);
        expect(included.length > 0 && included.every((term) => term.optional)).toBe(false);
      }),
      { seed: 20_260_924 },
    );
  });
});

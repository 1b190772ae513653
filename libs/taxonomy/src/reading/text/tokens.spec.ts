import fc from 'fast-check';
import { Gap, tokenize } from './tokens.js';

const words = (text: string) => tokenize(text).map((token) => text.slice(token.start, token.end));
const gapBefore = (text: string, index: number) => tokenize(text)[index]?.gap ?? -1;

it.each([
  ['C++, C# och .NET', ['C++', 'C#', 'och', '.NET']],
  ["bachelor's degree", ["bachelor's", 'degree']],
  ['driver’s licence', ['driver’s', 'licence']],
  ['3+ years, 2–5 år', ['3', 'years', '2', '5', 'år']],
  ['B-körkort C/CE', ['B', 'körkort', 'C', 'CE']],
  ['e\u0301te\u0301 🙂 å', ['e\u0301te\u0301', 'å']],
  ['Node.js', ['Node', 'js']],
])('%s', (text, expected) => expect(words(text)).toEqual(expected));

it('keys words in lower case, composed, with straight apostrophes', () => {
  expect(tokenize('A\u030Angström driver’s').map((token) => token.lower)).toEqual(['ångström', "driver's"]);
});

it('says what stands between words', () => {
  expect(gapBefore('tak- och', 1)).toBe(Gap.hyphen | Gap.space);
  expect(gapBefore('a, b', 1)).toBe(Gap.comma | Gap.space);
  expect(gapBefore('Krav:\n* kort', 1) & Gap.bullet).toBe(Gap.bullet);
  expect(gapBefore('slut. Nytt', 1) & Gap.stop).toBe(Gap.stop);
  expect(gapBefore('Node.js', 1)).toBe(Gap.dot);
  expect(gapBefore('ett\n\ntvå', 1) & Gap.blankLine).toBe(Gap.blankLine);
});

it('cuts any text into words in order, with nothing but marks between them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(text.slice(end, token.start)).not.toMatch(/[a-z0-9åäö]/i);
        end = token.end;
      }
      expect(text.slice(end)).not.toMatch(/[a-z0-9åäö]/i);
    }),
  );
});

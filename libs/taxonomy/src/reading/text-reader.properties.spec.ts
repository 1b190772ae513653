import fc from 'fast-check';
import { TextReader } from './text-reader.js';
import { smallReader, smallTaxonomy } from './test/small-taxonomy.js';

const reader = smallReader();
const PIECES = [
  'Krav:', '\n', '\n\n', '* ', '- ', '•', ' ', '. ', ', ', ' och ', 'tak- ', 'plåtvana', 'Truckkort', 'B, C och gärna CE', 'körkort', 'meriterande', 'inget krav på ', 'Du har ', 'erfarenhet av ',
  'minst två års ', 'svenska ', 'flytande ', 'i tal och skrift', 'legitimerad ', 'sjuksköterska', 'eller ', 'gymnasieutbildning', 'C#', '.NET', 'leg. ', '(', ')', 'e\u0301', '🙂', '👩‍🔧', '\u0000', '\ud800', 'ﬁ', 'İ', '2019–2023 Svetsare', 'Språk', 'must have ',
]; // prettier-ignore
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
);

function readAll(one: TextReader, text: string) {
  return {
    vacancy: one.readVacancy({ headline: text, text, occupationId: 'occ:welder' }),
    person: one.readPerson({ text }),
    title: one.readTitle(text),
  };
}

it('reads any text without throwing, and every span quotes it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { vacancy, person } = readAll(reader, text);
      for (const { span, confidence } of [...vacancy.demands, ...person.facts]) {
        expect(span.quote).toBe(text.slice(span.start, span.end));
        expect(span.end).toBeGreaterThan(span.start);
        expect(Number.isInteger(confidence) && confidence >= 0 && confidence <= 100).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

it('reads the same twice, with the same reader and with another', () => {
  const other = new TextReader(smallTaxonomy());
  fc.assert(
    fc.property(texts, (text) => {
      const once = readAll(reader, text);
      expect(readAll(reader, text)).toEqual(once);
      expect(readAll(other, text)).toEqual(once);
    }),
    { numRuns: 100 },
  );
});

it('names a concept or words, once each', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { demands } = reader.readVacancy({ headline: '', text });
      const keys = demands.map(({ conceptId, kind, words }) => conceptId ?? `${kind} ${words?.toLowerCase() ?? ''}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { conceptId, words } of demands) expect(conceptId ?? words).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

describe('hostile texts are read in one pass', () => {
  const size = 60_000;
  it.each([
    ['one line without spaces', 'a'.repeat(size)],
    ['one line of words', 'svetsning '.repeat(size / 10)],
    ['cues alone', 'krav meriterande gärna du har inget '.repeat(size / 36)],
    ['languages and levels', 'svenska flytande engelska '.repeat(size / 26)],
    ['licences', 'B, C, CE och körkort '.repeat(size / 21)],
    ['heads alone', 'erfarenhet av kunskaper i '.repeat(size / 26)],
    ['cut words', 'tak- och '.repeat(size / 9)],
    ['commas', 'legitimerad, '.repeat(size / 13)],
    ['combining marks', `e${'\u0301'.repeat(size)}`],
    ['emoji', '👩‍🔧'.repeat(size / 5)],
    ['lone surrogates', '\ud83d'.repeat(size)],
    ['empty lines', '\n'.repeat(size)],
    ['headings', 'Krav:\n'.repeat(size / 6)],
    ['bullets', '* \n- \n• '.repeat(size / 9)],
    ['numbers', '1 2 3 år '.repeat(size / 9)],
    ['dates', '2019–2020 '.repeat(size / 10)],
    ['apostrophes', "a'".repeat(size / 2)],
    ['white space', ' \t\u00a0'.repeat(size / 3)],
    ['right to left', 'שלום עולם كفاءة '.repeat(size / 16)],
    ['direction marks', '\u202e\u200f krav\u202c'.repeat(size / 8)],
    ['fields', 'utbildning inom el, data eller '.repeat(size / 31)],
    ['brackets', 'krav (truck, (kran) '.repeat(size / 19)],
    ['traits', 'noggrann och driven, förmåga att intresse för '.repeat(size / 46)],
    ['slips', 'erfarenehet meritterande utblidning '.repeat(size / 36)],
    ['never the same word', Array.from({ length: size / 8 }, (_, at) => `ord${at}kompetens`).join(' ')],
  ])('%s', (_, text) => {
    const { vacancy, person, title } = readAll(reader, text);
    expect(vacancy.demands.length).toBeLessThanOrEqual(200);
    expect(person.facts.length).toBeLessThanOrEqual(300);
    expect(title.length).toBeLessThanOrEqual(5);
  });

  it('a line of a million characters', () => {
    const text = 'Du har erfarenhet av svetsning, svenska i tal och skrift samt B-körkort och '.repeat(13_200);
    const { demands } = reader.readVacancy({ headline: '', text });
    expect(demands.map((one) => one.conceptId)).toEqual(['skill:welding', 'lang:sv', 'dl:B']);
  });
});

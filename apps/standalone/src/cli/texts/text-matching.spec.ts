import { loadTaxonomy, TextReader } from '#taxonomy';
import { readAd, readCv, readingLines } from './read-text.js';
import { TextMatching } from './text-matching.js';

const taxonomy = loadTaxonomy();
const reader = new TextReader(taxonomy);
const today = '2026-11-24';
const label = (id: string | null): string | undefined => (id === null ? undefined : taxonomy.concept(id)?.label.sv);

const ads = [
  {
    name: 'weld',
    text: 'Svetsare till verkstaden\n\nKrav:\n- MIG/MAG-svetsning\n- Ritningsläsning\n\nMeriterande:\n- Truckkort\n',
  },
  {
    name: 'care',
    text: '\nUndersköterska, natt\nDu har utbildning som undersköterska och talar svenska.\nKrav: B-körkort\n',
  },
];
const cvs = [
  {
    name: 'nurse',
    text: 'Undersköterska\nErfarenhet\n2018–2024 Undersköterska, Påhittade hemmet\nKörkort: B\nSpråk: svenska (modersmål)\n',
  },
  { name: 'welder', text: 'Anna Påhitt\nSvetsare\nKunskaper: MIG/MAG-svetsning, ritningsläsning\n' },
  { name: 'nothing', text: 'Jag heter Bo.\n' },
];
const matching = new TextMatching(taxonomy, reader, ads, cvs);

it('ranks people for each ad, those first who fit, with what speaks for them and what is not found', () => {
  const [weld, care] = matching.forVacancies(3, today);
  expect(weld).toMatchObject({ name: 'weld', title: 'Svetsare till verkstaden', total: 3 });
  expect(label(weld!.occupationId)).toBe('Svetsare');
  expect(weld!.items.map(({ name }) => name)).toEqual(['welder', expect.anything(), expect.anything()]);
  expect(weld!.items[0]!.reasons.map(({ conceptId }) => label(conceptId))).toContain('Svetsare');
  expect(weld!.items.at(-1)!.missing.map(({ conceptId }) => label(conceptId))).toContain('Ritningsläsning');
  expect(care!.items[0]).toMatchObject({ name: 'nurse' });
});

it('ranks ads for each person, and keeps to the number asked for', () => {
  const lists = matching.forProfiles(1, today);
  expect(lists.map(({ name, items }) => [name, items.map((one) => one.name)]).slice(0, 2)).toEqual([
    ['nurse', ['care']],
    ['welder', ['weld']],
  ]);
  expect(lists[2]).toMatchObject({ name: 'nothing', read: 0, total: 2 });
});

it('gives the same whenever it is asked', () => {
  const again = new TextMatching(taxonomy, new TextReader(taxonomy), ads, cvs);
  expect(again.forVacancies(5, today)).toEqual(matching.forVacancies(5, today));
});

it('reads one text with places in it', () => {
  const ad = readAd(reader, ads[0]!.text);
  expect(ad.facts.length).toBeGreaterThan(1);
  const cv = readCv(reader, cvs[0]!.text);
  for (const [text, reading] of [
    [ads[0]!.text, ad],
    [cvs[0]!.text, cv],
  ] as const)
    for (const { span } of [{ span: reading.title }, ...reading.facts])
      expect(text.slice(span.start, span.end)).toBe(span.quote);
  expect(readingLines(ad, taxonomy).at(-1)).toBe(`${ad.facts.length} demands read`);
  expect(readingLines(readCv(reader, 'x'), taxonomy).at(-1)).toBe('0 facts read');
});

import type { ReadFact } from './reading.types.js';
import { smallReader } from './test/small-taxonomy.js';

const reader = smallReader();

function read(text: string): string[] {
  const { facts } = reader.readPerson({ text });
  for (const { span } of facts) expect(span).toMatchObject({ field: 'cv', quote: text.slice(span.start, span.end) });
  return facts.map(shown);
}

function shown({ conceptId, words, level, years, kind }: ReadFact): string {
  return `${conceptId ?? `${kind} "${words ?? ''}"`}${level === null ? '' : ` L${level}`}${years === null ? '' : ` ${years}y`}`;
}

describe('employments', () => {
  it.each([
    ['Arbetslivserfarenhet\n2015–2020 Svetsare, Invent AB, Luleå', ['occ:welder 5y']],
    ['Arbetslivserfarenhet\nSvetsare, Invent AB\nmars 2018 – juni 2021', ['occ:welder 3y']],
    ['Anställningar\n2016-01 – 2018-12\nLastbilschaufför, Åkeriet AB', ['occ:lorry 3y']],
    ['Work experience\n01/2019 - 06/2023 Software developer, Invent Ltd', ['occ:developer 4y']],
    ['Anställningar\n2010–2012 Svetsare, A AB\n2014–2019 Svetsare, B AB', ['occ:welder 7y']],
    ['Anställningar\n2023-01 – 2023-06 Svetsare, A AB', ['occ:welder']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  it('counts an employment that goes on up to the latest year that the CV names', () => {
    expect(read('Uppdaterad 2025\nAnställningar\n2020 – nu Svetsare, Invent AB')).toEqual(['occ:welder 5y']);
    expect(read('Anställningar\n2020 – nu Svetsare, Invent AB')).toEqual(['occ:welder']);
  });

  it('reads what was done in them', () => {
    const text =
      'Anställningar\n2015–2020 Svetsare, Invent AB\n- TIG-svetsning och palliativ vård\n- ledde arbetet med SAP';
    expect(read(text)).toEqual(['occ:welder 5y', 'skill:tig', 'skill:palliative', 'skill:sap']);
  });

  it('reads experience in prose', () => {
    expect(read('Jag har tio års erfarenhet av TIG-svetsning och har arbetat som lastbilsförare.')).toEqual([
      'skill:tig 10y',
      'occ:lorry',
    ]);
    expect(read('I have worked as a software developer and have 3 years of experience in project management.')).toEqual(
      ['occ:developer', 'skill:project 3y'],
    );
  });
});

it('reads lists of skills, the unknown ones in their own words', () => {
  expect(read('Kunskaper\nJava, SQL, excel, heta arbeten, borrteknik')).toEqual([
    'skill:java',
    'skill:sql',
    'skill:excel',
    'skill:hot',
    'skill "borrteknik"',
  ]);
});

it('reads languages with their level', () => {
  expect(read('Språk\nSvenska – modersmål\nEngelska: flytande\nArabiska (B1), tyska grundläggande')).toEqual([
    'lang:sv L6',
    'lang:en L5',
    'lang:ar L3',
    'lang:de L2',
  ]);
  expect(read('Languages\nSwedish (native), English - C1, Finnish')).toEqual(['lang:sv L6', 'lang:en L5', 'lang:fi']);
});

it('reads licences and education', () => {
  expect(read('Körkort: B, C och CE')).toEqual(['dl:B', 'dl:C', 'dl:CE']);
  expect(read('Legitimerad sjuksköterska\n\nUtbildning\nSjuksköterskeexamen, Invents universitet, 2012')).toEqual([
    'pl:nurse',
    'sun:5 L5',
  ]);
  expect(read("Education\nMaster's degree in metallurgy, 2015")).toEqual(['sun:5 L5']);
});

it('takes nothing from wishes, denials, references and interests', () => {
  expect(read('Söker jobb som svetsare.')).toEqual([]);
  expect(read('Jag har inget truckkort. Jag saknar körkort.')).toEqual([]);
  expect(read('Intressen\nProjektledning, svetsning\n\nReferenser\nAnna, underhållsmekaniker')).toEqual([]);
  expect(read('I am looking for a job as a software developer.')).toEqual([]);
});

import type { ReadDemand } from './reading.types.js';
import { smallReader } from './test/small-taxonomy.js';

const reader = smallReader();

/** What was read, as "requirement skill:welding" (with level and years where there are any). */
function read(text: string, headline = '', occupationId: string | null = null): string[] {
  const { demands } = reader.readVacancy({ headline, text, occupationId });
  for (const { span } of demands)
    expect(span.quote).toBe((span.field === 'text' ? text : headline).slice(span.start, span.end));
  return demands.map(shown);
}

function shown({ necessity, conceptId, words, level, years, kind }: ReadDemand): string {
  const what = conceptId ?? `${kind} "${words ?? ''}"`;
  return `${necessity} ${what}${level === null ? '' : ` L${level}`}${years === null ? '' : ` ${years}y`}`;
}

describe('structure', () => {
  it('reads headings and bullets', () => {
    const text =
      'Om företaget\nVi säljer truckkort.\n\nKrav:\n* Truckkort\n* Heta arbeten\n\nMeriterande:\n- TIG-svetsning\n\nVi erbjuder\n- Svetsning på betald arbetstid\n';
    expect(read(text)).toEqual(['requirement skill:fork', 'requirement skill:hot', 'merit skill:tig']);
  });

  it('reads English headings and bullets', () => {
    const text =
      'About us\nWelding is our life.\n\nRequirements\n• Forklift licence\n• Project management\n\nNice to have\n• TIG welding\n\nWhat we offer\n• SAP training';
    expect(read(text)).toEqual(['requirement skill:fork', 'requirement skill:project', 'merit skill:tig']);
  });

  it('reads lists without bullets, and headings glued to their text', () => {
    expect(read('Kvalifikationer\nTruckkort\nHeta arbeten\n\nArbetsuppgifter\nTIG-svetsning')).toEqual([
      'requirement skill:fork',
      'requirement skill:hot',
    ]);
    expect(read('KravVi söker dig som har truckkort.')).toEqual(['requirement skill:fork']);
  });

  it('lets a lead-in say what its list is', () => {
    expect(read('Bra om du kan något av:\n- Java\n- SQL\n- SAP')).toEqual([
      'merit skill:java',
      'merit skill:sql',
      'merit skill:sap',
    ]);
    expect(read('Du kommer att:\n- leda projekt\n- arbeta med SAP')).toEqual([]);
    expect(read('Du har erfarenhet av:\n- ångturbiner\n- underhåll')).toEqual([
      'requirement skill "ångturbiner"',
      'requirement skill:maintenance',
    ]);
  });

  it('keeps tasks, offers, companies and equality clauses out', () => {
    expect(read('Dina arbetsuppgifter\nDu svetsar och har kontakt med kunder om SAP och TIG-svetsning.')).toEqual([]);
    expect(read('Vi erbjuder dig utbildning i heta arbeten och truckkort.')).toEqual([]);
    expect(read('Vi har lång erfarenhet av projektledning och underhåll.')).toEqual([]);
    expect(read('Vi välkomnar dig oavsett om du har svenska eller finska som modersmål.')).toEqual([]);
  });

  it('hears an outright demand in any section', () => {
    expect(read('Om tjänsten\nDu reser mycket. B-körkort är ett krav för tjänsten.')).toEqual(['requirement dl:B']);
  });
});

describe('cues', () => {
  it.each([
    ['Vana vid TIG-svetsning är meriterande.', ['merit skill:tig']],
    ['Det är meriterande om du har truckkort.', ['merit skill:fork']],
    ['Truckkort är ett plus.', ['merit skill:fork']],
    ['Vi ser gärna att du har heta arbeten.', ['merit skill:hot']],
    ['För tjänsten krävs truckkort och heta arbeten.', ['requirement skill:fork', 'requirement skill:hot']],
    ['Du måste ha truckkort.', ['requirement skill:fork']],
    ['Har du erfarenhet av SAP ser vi det som ett plus.', ['merit skill:sap']],
    ['You must have experience in project management.', ['requirement skill:project']],
    ['Experience with SAP is a plus.', ['merit skill:sap']],
    ['A forklift licence is required.', ['requirement skill:fork']],
    ['Knowledge of Excel is an advantage but not required.', ['merit skill:excel']],
    ['You have experience in welding and ideally TIG welding.', ['requirement skill:welding', 'merit skill:tig']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('tells mixed levels in one sentence apart', () => {
    expect(read('Du har erfarenhet av svetsning, gärna TIG-svetsning.')).toEqual([
      'requirement skill:welding',
      'merit skill:tig',
    ]);
    expect(read('Svenska i tal och skrift är ett krav och finska är meriterande.')).toEqual([
      'requirement lang:sv L4',
      'merit lang:fi L4',
    ]);
    expect(read('Krav:\n* Truckkort, gärna heta arbeten')).toEqual(['requirement skill:fork', 'merit skill:hot']);
    expect(read('Du behärskar engelska väl, kunskaper i finska är meriterande.')).toEqual([
      'requirement lang:en L4',
      'merit lang:fi L4',
    ]);
  });

  it.each([
    'Det är inget krav på truckkort.',
    'Truckkort krävs inte.',
    'Ingen tidigare erfarenhet av svetsning krävs.',
    'Du behöver inte ha erfarenhet av svetsning.',
    'No experience of welding is required.',
    'A forklift licence is not required.',
    "You don't need experience of welding.",
  ])('reads nothing in "%s"', (text) => expect(read(text)).toEqual([]));

  it('keeps a merit that is no demand', () => {
    expect(read('Truckkort är meriterande men inget krav.')).toEqual(['merit skill:fork']);
    expect(read('Truckkort är inget krav men meriterande.')).toEqual(['merit skill:fork']);
  });
});

describe('words', () => {
  it.each([
    ['Erfarenhet av svetsningen krävs.', 'skill:welding'],
    ['Erfarenhet av palliativa vården krävs.', 'skill:palliative'],
    ['Vi kräver primärvårdserfarenhet.', 'skill:primary-care'],
    ['Krav: vana av specialist- och demensvård.', 'skill:dementia'],
    ['Krav: kunskaper i demens vård.', 'skill:dementia'],
    ['Du har erfarenhet av C#.', 'skill:csharp'],
    ['Du har erfarenhet av C++.', 'skill:cpp'],
    ['Du har goda kunskaper i .NET.', 'skill:dotnet'],
    ['Du har god SQL-kunskap.', 'skill:sql'],
  ])('%s', (text, id) =>
    expect(reader.readVacancy({ headline: '', text }).demands.map((one) => one.conceptId)).toContain(id),
  );

  it('completes cut compounds', () => {
    const text = 'Krav: tak- och plåtvana';
    const { demands } = reader.readVacancy({ headline: '', text });
    expect(demands.map((one) => [one.conceptId, one.span.quote])).toEqual([
      ['skill:roof', 'tak- och plåtvana'],
      ['skill:sheet', 'plåtvana'],
    ]);
  });

  it('keeps product names in capitals and apart from plain words', () => {
    expect(read('Du har erfarenhet av att excel lera.')).not.toContain('requirement skill:excel');
    expect(read('Du har erfarenhet av Excel och SAP.')).toEqual(['requirement skill:excel', 'requirement skill:sap']);
    expect(read('Du har erfarenhet av att sap a.')).not.toContain('requirement skill:sap');
  });

  it('takes everyday words only as the object of a demand', () => {
    expect(read('Du har en god känsla för att vår miljö och service ska fungera.')).toEqual([]);
    expect(read('Krav:\n* Trivs i en miljö med högt tempo och hög service')).toEqual([
      'requirement trait "högt tempo"',
    ]);
    expect(read('Du har erfarenhet av service.')).toEqual(['requirement skill:service']);
  });

  it('lets the occupation settle what a word means', () => {
    const text = 'Krav:\n* Underhåll och reparationer';
    expect(read(text, '', 'occ:welder')).toContain('requirement skill:maintenance');
  });

  it('keeps what no concept fits in its own words', () => {
    expect(read('Du har erfarenhet av stålgjutning och kokillvård.')).toEqual([
      'requirement skill "stålgjutning"',
      'requirement skill "kokillvård"',
    ]);
    expect(read('Krav:\n* Teknisk utbildning\n* Kokillvård')).toEqual([
      'requirement education "Teknisk utbildning"',
      'requirement skill "Kokillvård"',
    ]);
  });

  it('reads one demand per concept: the stronger necessity, the first span', () => {
    const text = 'Truckkort är meriterande.\nKrav:\n* Truckkort';
    const [one, ...more] = reader.readVacancy({ headline: '', text }).demands;
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      conceptId: 'skill:fork',
      necessity: 'requirement',
      span: { start: 0, quote: 'Truckkort' },
    });
  });

  it('numbers alternatives', () => {
    const { demands } = reader.readVacancy({
      headline: '',
      text: 'Krav:\n* Legitimerad sjuksköterska eller barnmorska\n* Truckkort',
    });
    expect(demands.map((one) => [one.conceptId, one.either === null])).toEqual([
      ['pl:nurse', false],
      ['pl:midwife', false],
      ['skill:fork', true],
    ]);
    expect(demands[0]?.either).toBe(demands[1]?.either);
  });
});

describe('languages', () => {
  it.each([
    ['Du har goda kunskaper i svenska i tal och skrift.', ['requirement lang:sv L4']],
    ['Du talar och skriver flytande svenska och engelska.', ['requirement lang:sv L5', 'requirement lang:en L5']],
    ['Krav: svenska (C1) och engelska (B2).', ['requirement lang:sv L5', 'requirement lang:en L4']],
    ['Du har finska som modersmål.', ['requirement lang:fi L6']],
    ['Du behärskar svenska i tal och skrift, finska är meriterande.', ['requirement lang:sv L4', 'merit lang:fi L4']],
    ['Du har grundläggande kunskaper i svenska.', ['requirement lang:sv L2']],
    ['Goda svenskkunskaper är ett krav.', ['requirement lang:sv L4']],
    [
      'You are fluent in English, both spoken and written. Swedish language skills are a merit.',
      ['requirement lang:en L5', 'merit lang:sv'],
    ],
    ['Requirements\n- Swedish: native\n- English: fluent', ['requirement lang:sv L6', 'requirement lang:en L5']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('tells names of languages from adjectives', () => {
    expect(read('Du har erfarenhet av svenska kunder.')).not.toContain('requirement lang:sv');
    expect(read('You have experience of Swedish law.')).not.toContain('requirement lang:sv');
  });
});

describe('licences', () => {
  it.each([
    ['B-körkort är ett krav.', ['requirement dl:B']],
    ['Du har körkort B.', ['requirement dl:B']],
    ['Körkort krävs.', ['requirement dl:B']],
    ['Krav: C/CE-körkort', ['requirement dl:C', 'requirement dl:CE']],
    ['Krav: körkort B, C och gärna CE', ['requirement dl:B', 'requirement dl:C', 'merit dl:CE']],
    ['Krav:\n* B, C och gärna CE-körkort', ['requirement dl:B', 'requirement dl:C', 'merit dl:CE']],
    ['Du har C- eller CE-körkort.', ['requirement dl:C', 'requirement dl:CE']],
    ['Krav: utökat B', ['requirement dl:B96']],
    ['You must have a driving licence (B).', ['requirement dl:B']],
    ["A valid category C driver's license is required.", ['requirement dl:C']],
    ['Vi söker en legitimerad sjuksköterska.', ['requirement pl:nurse']],
    ['Du är leg. psykolog.', ['requirement pl:psychologist']],
    ['Du har svensk legitimation som barnmorska.', ['requirement pl:midwife']],
    ['Lärarlegitimation är ett krav.', ['requirement pl:teacher']],
    ['Krav: YKB', ['requirement pl:ykb']],
    ['Giltigt arbetstillstånd är ett krav.', ['requirement permit:se']],
    ['You must have the right to work in Sweden.', ['requirement permit:se']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('reads licences in the headline', () => {
    expect(read('', 'Legitimerad sjuksköterska till Kiruna')).toEqual(['requirement pl:nurse']);
  });
});

describe('education and experience', () => {
  it.each([
    ['Krav: gymnasieutbildning', ['requirement sun:3 L3']],
    ['Du har högskoleexamen inom teknik.', ['requirement sun:5 L5']],
    ['Du är civilingenjör.', ['requirement sun:5 L5']],
    ['Du har en doktorsexamen i fysik.', ['requirement sun:6 L6']],
    ["You have a bachelor's degree in engineering.", ['requirement sun:5 L5']],
    [
      'Civil- eller högskoleingenjörsexamen är ett krav.',
      ['requirement sun:5 L5', 'requirement education "högskoleingenjörsexamen"'],
    ],
    ['Du har minst två års erfarenhet av svetsning.', ['requirement skill:welding 2y']],
    ['You have 3+ years of experience in project management.', ['requirement skill:project 3y']],
    ['Krav: 2–5 års erfarenhet av underhåll', ['requirement skill:maintenance 2y']],
    ['Du har erfarenhet som svetsare.', ['requirement occ:welder']],
    ['You have at least five years of experience as a software developer.', ['requirement occ:developer 5y']],
    ['Du har goda kunskaper i Java.', ['requirement skill:java L3']],
    ['Du har mycket goda kunskaper i Java.', ['requirement skill:java L4']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('makes no minimum of what something else can stand in for', () => {
    expect(read('Du har högskoleutbildning eller motsvarande erfarenhet.')).toEqual([
      'requirement education "högskoleutbildning"',
    ]);
  });

  it("reads experience of the vacancy's own occupation", () => {
    expect(read('Du har minst tre års erfarenhet från liknande roll.', '', 'occ:welder')).toEqual([
      'requirement occ:welder 3y',
    ]);
  });

  it("takes no age or the company's years for experience", () => {
    expect(read('Du ska ha fyllt 18 år. Med 80 års erfarenhet av svetsning är vi störst.')).toEqual([
      'requirement condition "fyllt 18 år"',
    ]);
  });
});

it('detects the language where none is given', () => {
  expect(reader.readVacancy({ headline: '', text: 'You will work with us and have fun at the mill.' }).language).toBe(
    'en',
  );
  expect(
    reader.readVacancy({ headline: '', text: 'Du kommer att arbeta hos oss och ha roligt på bruket.' }).language,
  ).toBe('sv');
  expect(reader.detectLanguage('')).toBe('sv');
});

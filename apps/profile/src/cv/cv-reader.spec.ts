import { loadTaxonomy, starterTaxonomyPath, TextReader } from '#taxonomy';
import { CvReader } from './cv-reader.js';
import type { CvReading } from './reading.js';

const today = '2025-06-15';
const taxonomy = loadTaxonomy(starterTaxonomyPath());
const reader = new CvReader(taxonomy, new TextReader(taxonomy));

const resume = (document: object): CvReading => reader.read('json-resume', document as Record<string, unknown>, today);
const europass = (learner: object, locale = 'en'): CvReading =>
  reader.read('europass', { SkillsPassport: { Locale: locale, LearnerInfo: learner } }, today);

/** Facts as `kind label level years`, with words where there is no concept. */
const told = ({ facts }: CvReading): string[] =>
  facts.map(({ kind, conceptId, words, level, years }) =>
    [kind, conceptId === null ? `"${words}"` : taxonomy.view(conceptId).label.sv, level ?? '-', years ?? '-'].join(
      ' | ',
    ),
  );

function expectTold(reading: CvReading, facts: readonly string[]): void {
  const all = told(reading);
  expect({ missing: facts.filter((fact) => !all.includes(fact)), all }).toEqual({ missing: [], all });
}

function expectSpansToPoint({ facts, cv }: CvReading): void {
  for (const { span } of facts) if (span) expect(cv!.text.slice(span.start, span.end)).toBe(span.quote);
}

describe('a JSON Resume in Swedish', () => {
  const reading = resume({
    basics: {
      name: 'Anna Provsson',
      label: 'Svetsare',
      email: 'anna@prov.example',
      phone: '070-174 06 05',
      summary: 'Jag har B-körkort och <b>truckkort</b>.<br>Arbetar gärna natt.',
      location: { city: 'Skellefteå', postalCode: '931 31', countryCode: 'SE' },
    },
    work: [
      {
        name: 'Verkstan AB',
        position: 'Svetsare',
        startDate: '2015-01',
        endDate: '2018-06',
        highlights: ['MIG-svetsning'],
      },
      { name: 'Smidet AB', position: 'Svetsare', startDate: '2017-01', endDate: '2019-12' },
      { name: 'Regionen', position: 'Undersköterska', startDate: '2021-06-01' },
      { position: 'Trollkarl på heltid' },
    ],
    education: [
      { institution: 'Anderstorpsgymnasiet', studyType: 'Gymnasieexamen', startDate: '2009', endDate: '2012' },
      { institution: 'Umeå universitet', studyType: 'Kandidatexamen', startDate: '2024' },
    ],
    skills: [
      { name: 'TIG-svetsning', level: 'Avancerad', keywords: ['Ritningsläsning'] },
      { name: 'Kryptonitkunskap' },
    ],
    languages: [
      { language: 'Svenska', fluency: 'Modersmål' },
      { language: 'Engelska', fluency: 'Mycket goda kunskaper' },
      { language: 'Finska', fluency: 'B1' },
    ],
    certificates: [{ name: 'B-körkort' }, { name: 'Trollkonstintyg' }, { name: 'Körkort C och CE' }],
  });

  it('gives facts of every kind, with levels and years', () => {
    expectTold(reading, [
      'occupation | Svetsare | - | 5',
      'occupation | "Trollkarl på heltid" | - | -',
      'education | Gymnasial utbildning | 3 | -',
      'skill | TIG-svetsning | 4 | -',
      'skill | Ritningsläsning | 4 | -',
      'skill | "Kryptonitkunskap" | - | -',
      'skill | Truckkort | - | -',
      'skill | MIG/MAG-svetsning | - | -',
      'language | Svenska | 6 | -',
      'language | Engelska | 4 | -',
      'language | Finska | 3 | -',
      'driving-licence | B-körkort (personbil) | - | -',
      'driving-licence | C-körkort (tung lastbil) | - | -',
      'driving-licence | CE-körkort (tung lastbil med släp) | - | -',
      'professional-licence | "Trollkonstintyg" | - | -',
    ]);
    expect(told(reading).filter((fact) => fact.includes('Undersköterska'))).toEqual([
      expect.stringMatching(/^occupation .* \| 4$/),
    ]);
  });

  it('points at the words that it read', () => {
    expectSpansToPoint(reading);
    expect(reading.facts.every(({ origin, span }) => origin === 'extracted' && span !== null)).toBe(true);
  });

  it('keeps names and addresses out of the text', () => {
    expect(reading.contact).toEqual({ name: 'Anna Provsson', email: 'anna@prov.example', phone: '070-174 06 05' });
    for (const secret of ['Provsson', 'anna@', '070-174']) expect(reading.cv!.text).not.toContain(secret);
  });

  it('tells home, language, headline and summary, and takes markup out', () => {
    expect(reading).toMatchObject({
      home: { homeMunicipality: '2482', homeCountry: 'SE' },
      language: 'sv',
      headline: 'Svetsare',
      summary: 'Jag har B-körkort och truckkort.\nArbetar gärna natt.',
      wishes: null,
    });
  });

  it('says what it could not use, with where', () => {
    expect(reading.warnings.map(({ pointer }) => pointer)).toEqual(['/work/3/position', '/education/1']);
  });
});

describe('a JSON Resume in English', () => {
  const reading = resume({
    basics: { name: 'Test Person', location: { city: 'Umeå, Sweden' } },
    work: [{ position: 'Welder', startDate: '2018', endDate: '2021' }],
    education: [
      { area: 'Computer science', studyType: 'Bachelor of Science', startDate: '2010', endDate: '2013' },
      { studyType: 'PhD', startDate: '2013', endDate: '2018' },
    ],
    skills: [
      { name: 'Python', level: 'Expert' },
      { name: 'Excel', level: '2/5' },
      { name: 'Java', level: 'Beginner' },
    ],
    languages: [
      { language: 'English', fluency: 'Native' },
      { language: 'Swedish', fluency: 'Limited working proficiency' },
      { language: 'German', fluency: 'gibberish' },
    ],
    certificates: [{ name: 'Driving licence B' }],
  });

  it('gives facts with levels', () => {
    expect(reading.language).toBe('en');
    expectTold(reading, [
      'occupation | Svetsare | - | 3',
      'education | Forskarutbildning | 6 | -',
      'skill | Python | 5 | -',
      'skill | Excel | 2 | -',
      'skill | Java | 1 | -',
      'language | Engelska | 6 | -',
      'language | Svenska | 3 | -',
      'language | Tyska | - | -',
      'driving-licence | B-körkort (personbil) | - | -',
    ]);
    expect(reading.facts.filter(({ kind }) => kind === 'education').map(({ level }) => level)).toContain(5);
    expect(reading.warnings).toContainEqual({ pointer: '/languages/2/fluency', detail: expect.any(String) });
    expectSpansToPoint(reading);
  });

  it('finds the municipality before the comma', () => {
    expect(reading.home).toEqual({ homeMunicipality: '2480', homeCountry: 'SE' });
  });
});

describe('homes', () => {
  const home = (location: object) => resume({ basics: { name: 'Test', location } }).home;

  it.each([
    [{ city: 'Malmö kommun' }, '1280', 'SE'],
    [{ postalCode: '972 31 Luleå' }, '2580', 'SE'],
    [{ region: 'Piteå', countryCode: 'Sverige' }, '2581', 'SE'],
    [{ city: 'Oulu', countryCode: 'FI' }, null, 'FI'],
    [{ city: 'London', countryCode: 'UK' }, null, 'GB'],
    [{ countryCode: 'SE' }, null, 'SE'],
  ])('reads %j', (location, homeMunicipality, homeCountry) => {
    expect(home(location)).toEqual({ homeMunicipality, homeCountry });
  });

  it('warns of a place and of a country that nobody knows', () => {
    expect(home({ city: 'Atlantis' })).toBeNull();
    expect(resume({ basics: { location: { city: 'Atlantis', countryCode: 'XX' } } }).warnings).toEqual([
      { pointer: '/basics/location/countryCode', detail: 'no such country' },
      { pointer: '/basics/location/city', detail: 'no municipality known by this name' },
    ]);
  });
});

describe('a Europass document', () => {
  const label = (Label: string, Code?: string) => ({ Label, ...(Code ? { Code } : {}) });
  const learner = {
    Identification: {
      PersonName: { FirstName: 'Test', Surname: 'Personsson' },
      ContactInfo: {
        Address: { Contact: { Municipality: 'Kiruna', Country: { Code: 'SE' } } },
        Email: { Contact: 'not an address' },
        Telephone: [{ Contact: '+46 1' }],
      },
      Demographics: { Gender: { Code: 'F' }, Nationality: [{ Code: 'FI', Label: 'Finnish-canary' }] },
      Photo: { MimeType: 'image/png', Data: 'A'.repeat(150_000) },
    },
    Headline: { Type: label('Preferred job', 'preferred_job'), Description: label('Truck driver') },
    WorkExperience: [
      {
        Period: { From: { Year: 2020, Month: 1 }, Current: true },
        Position: label('Welder'),
        Activities: 'TIG<br/>welding',
      },
      { Period: { From: { Year: 2019, Month: 13 } }, Position: label('Nurse') },
    ],
    Education: [
      { Period: { From: { Year: 2015 }, To: { Year: 2018 } }, Title: 'Something of its own', Level: { Code: '4' } },
    ],
    Skills: {
      Linguistic: {
        MotherTongue: [{ Description: label('Finnish', 'fi') }],
        ForeignLanguage: [
          { Description: label('Swedish', 'sv'), ProficiencyLevel: { Listening: 'C1', Writing: 'B1', Reading: 'C2' } },
        ],
      },
      Computer: { Description: '- I write Python', Certificate: [{ Title: 'ADR-intyg' }] },
      Driving: { Description: ['B', { Licence: 'CE' }, 'X9'] },
    },
  };
  const reading = europass(learner);

  it('gives facts of every kind; the lowest of a language’s five levels counts', () => {
    expectTold(reading, [
      'occupation | Svetsare | - | 5',
      'education | Gymnasial utbildning | 3 | -',
      'language | Finska | 6 | -',
      'language | Svenska | 3 | -',
      'driving-licence | B-körkort (personbil) | - | -',
      'driving-licence | CE-körkort (tung lastbil med släp) | - | -',
      'skill | Python | - | -',
    ]);
    expectSpansToPoint(reading);
  });

  it('takes a preferred job as a wish and not as a fact', () => {
    const driver = reading.wishes!.occupations[0]!;
    expect(taxonomy.concept(driver)?.kind).toBe('occupation');
    expect(reading.facts.some(({ conceptId }) => conceptId === driver)).toBe(false);
    expect(reading.headline).toBeNull();
  });

  it('reads contact and home, and nothing of birth, gender, nationality or photograph', () => {
    expect(reading.contact).toEqual({ name: 'Test Personsson', email: null, phone: '+46 1' });
    expect(reading.home).toEqual({ homeMunicipality: '2584', homeCountry: 'SE' });
    expect(JSON.stringify(reading)).not.toContain('canary');
    expect(reading.warnings.map(({ pointer }) => pointer.replace('/SkillsPassport/LearnerInfo', ''))).toEqual([
      '/WorkExperience/1/Period/From',
      '/Identification/ContactInfo/Email/Contact',
      '/Skills/Driving/Description/2',
    ]);
  });
});

describe('what a quote may hold', () => {
  it('is not the person’s name', () => {
    const reading = resume({
      basics: { name: 'Svetsare Svensson' },
      work: [{ position: 'Svetsare hos Svetsare Svensson' }],
    });
    expect(reading.facts).toHaveLength(1);
    expect(reading.facts[0]).toMatchObject({ kind: 'occupation', span: null });
  });
});

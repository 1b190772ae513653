import type { CandidateDocument, VacancyDocument } from '#search';

/** Before this day everything in the corpus with an earlier deadline has expired. */
export const TODAY = '2026-09-24';

const OCCUPATIONS = [
  ['nurse', 'health', 'Sjuksköterska', 'Registered nurse', 'sjuksköterska'],
  ['assistant-nurse', 'health', 'Undersköterska', 'Assistant nurse', 'undersköterska'],
  ['welder', 'industry', 'Svetsare', 'Welder', 'svetsare'],
  ['truck-driver', 'transport', 'Lastbilsförare', 'Truck driver', 'lastbilsförare'],
  ['painter', 'construction', 'Målare', 'Painter', 'målare'],
  ['electrician', 'construction', 'Elektriker', 'Electrician', 'elektriker'],
  ['developer', 'data', 'Systemutvecklare', 'Software developer', 'systemutvecklare'],
  ['miner', 'industry', 'Gruvarbetare', 'Miner', 'gruvarbetare'],
] as const;

const PLACES = [
  ['2584', '25', 'Kiruna', 67.8558, 20.2253],
  ['2580', '25', 'Luleå', 65.5848, 22.1547],
  ['2523', '25', 'Gällivare', 67.1379, 20.6594],
  ['2480', '24', 'Umeå', 63.8258, 20.263],
  ['2482', '24', 'Skellefteå', 64.7507, 20.9528],
] as const;

const EMPLOYERS = ['Norrskens Vård', 'Malmvägens Gruvdrift', 'Älvdalens Bygg', 'Fjällräven Data'];

/** The same numbers for the same seed. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new RangeError(`nothing at ${at}`);
  return item;
}

/** Invented advertisements in Swedish and English, with everything that filters, counts and orders look at. */
export function vacancies(count: number, seed = 1): VacancyDocument[] {
  const below = random(seed);
  return Array.from({ length: count }, (_, index) => {
    const [occupation, field, swedish, english, word] = pick(OCCUPATIONS, below(OCCUPATIONS.length));
    const places = below(6) === 0 ? [] : [pick(PLACES, below(PLACES.length))];
    if (below(8) === 0) places.push(pick(PLACES, below(PLACES.length)));
    const [place] = places;
    const employer = below(EMPLOYERS.length);
    const language = below(5) === 0 ? 'en' : 'sv';
    const extentMax = pick([null, 50, 75, 100, 100, 100], below(6));
    const day = (offset: number) => new Date(Date.UTC(2026, 7, 1 + offset)).toISOString();
    return {
      ...vacancy(`v${String(index).padStart(4, '0')}`),
      headline: language === 'en' ? `${english} wanted` : `${swedish} sökes${place ? ` till ${place[2]}` : ''}`,
      text:
        language === 'en'
          ? `We are looking for a ${english.toLowerCase()} who likes the north. You work with good colleagues.`
          : `Vi söker en ${word} med erfarenhet. Arbetet sker i skift, och arbetsplatsen ligger nära fjällen.`,
      employerId: `employer-${employer}`,
      employerName: pick(EMPLOYERS, employer),
      occupationId: occupation,
      occupationGroupId: `${occupation}-group`,
      occupationFieldId: field,
      occupationLabels: [swedish, english],
      municipalityCodes: [...new Set(places.map(([code]) => code))],
      municipalityNames: places.map((at) => at[2]),
      countyCodes: [...new Set(places.map((at) => at[1]))],
      labourMarketRegionIds: [...new Set(places.map((at) => `fa:${at[0].slice(0, 3)}`))],
      coordinates: place ? { lat: place[3], lon: place[4] } : null,
      remote: below(7) === 0,
      noExperience: index % 9 === 0,
      salaryStated: index % 4 === 0,
      extentMin: extentMax === 100 && below(3) === 0 ? 75 : extentMax,
      extentMax,
      employmentTypeId: pick(['permanent', 'temporary', null], below(3)),
      publishedAt: day(below(50)),
      deadline: below(5) === 0 ? null : day(30 + below(50)).slice(0, 10),
      language,
    };
  });
}

/** One open vacancy that says nothing but what is given. */
export function vacancy(id: string, given: Partial<VacancyDocument> = {}): VacancyDocument {
  return {
    id,
    revision: 1,
    headline: 'Arbete',
    text: '',
    employerId: 'employer-none',
    employerName: 'Arbetsgivaren',
    occupationId: null,
    occupationGroupId: null,
    occupationFieldId: null,
    occupationLabels: [],
    conceptIds: [],
    conceptLabels: [],
    municipalityCodes: [],
    municipalityNames: [],
    countyCodes: [],
    labourMarketRegionIds: [],
    coordinates: null,
    remote: false,
    noExperience: false,
    salaryStated: false,
    extentMin: null,
    extentMax: null,
    employmentTypeId: null,
    positions: 1,
    publishedAt: '2026-09-01T08:00:00.000Z',
    deadline: null,
    language: 'sv',
    demo: true,
    ...given,
  };
}

export function candidate(id: string, given: Partial<CandidateDocument> = {}): CandidateDocument {
  return {
    id,
    revision: 1,
    conceptIds: [],
    conceptLabels: [],
    municipalityCode: null,
    countyCode: null,
    willingToMove: false,
    demo: true,
    ...given,
  };
}

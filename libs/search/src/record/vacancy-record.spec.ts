import { type VacancyDocument } from '../search-documents.js';
import { VACANCIES } from './vacancy-record.js';

const document: VacancyDocument = {
  id: 'v1',
  revision: 1,
  headline: 'Svetsare',
  text: 'Vi söker',
  employerId: 'e1',
  employerName: 'Verkstaden',
  occupationId: 'o1',
  occupationGroupId: null,
  occupationFieldId: null,
  occupationLabels: ['Svetsare', 'Welder'],
  conceptIds: ['c1', 'c1'],
  conceptLabels: ['Svetsning'],
  municipalityCodes: ['2584'],
  municipalityNames: ['Kiruna'],
  countyCodes: ['25'],
  labourMarketRegionIds: ['fa:60'],
  coordinates: null,
  remote: false,
  noExperience: false,
  salaryStated: true,
  extentMin: null,
  extentMax: null,
  employmentTypeId: null,
  positions: 1,
  publishedAt: '2026-09-01T10:00:00+02:00',
  deadline: '2026-09-30',
  language: 'sv',
  demo: false,
};

describe('a vacancy as a record', () => {
  it('holds its labels in both languages, its facets once, and its instant', () => {
    expect(VACANCIES.toRecord(document)).toMatchObject({
      labels: 'Svetsare. Welder. Kiruna',
      facets: { concept: ['c1'], remote: ['false'], extent: [], occupationGroup: [] },
      published: Date.UTC(2026, 8, 1, 8),
    });
  });

  it.each([
    [null, null, [], null, null],
    [100, 100, ['full'], 100, 100],
    [50, 75, ['part'], 50, 75],
    [75, 100, ['full', 'part'], 75, 100],
    [null, 50, ['part'], 50, 50],
    [100, null, ['full'], 100, 100],
  ])('of %s to %s percent counts as %j', (extentMin, extentMax, extent, min, max) => {
    const record = VACANCIES.toRecord({ ...document, extentMin, extentMax });
    expect(record).toMatchObject({ facets: { extent }, extentMin: min, extentMax: max });
  });

  it.each([
    [{ id: 'a b' }, 'id'],
    [{ revision: 1.5 }, 'revision'],
    [{ publishedAt: 'soon' }, 'publishedAt'],
    [{ deadline: '2026-02-30' }, 'deadline'],
    [{ municipalityCodes: ['25"84'] }, 'is no code'],
  ])('refuses %j', (change, message) => {
    expect(() => VACANCIES.toRecord({ ...document, ...change })).toThrow(message);
  });

  it('drops what an engine refuses from texts', () => {
    const record = VACANCIES.toRecord({ ...document, text: 'a\u0000b \ud800 \ue000c\ue001 e\u0301' });
    expect(record.text).toBe('a b    c  é');
  });
});

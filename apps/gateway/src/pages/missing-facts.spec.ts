import type { VacancyView } from '#contracts';
import { missingFacts } from './missing-facts.js';

const whole = {
  text: 'Du svetsar.',
  pay: { min: 34_000, max: null, text: null },
  extent: { min: 100, max: 100 },
  employmentTypeId: 'a',
  start: '2027-01-01',
  municipalities: ['2580'],
  remote: false,
  deadline: '2026-12-24',
  applicationUrl: 'https://example.org',
  applicationEmail: null,
  demo: false,
} as Partial<VacancyView> as VacancyView;
const missing = (over: Partial<VacancyView>) => missingFacts({ ...whole, ...over });

describe('what is missing in an ad', () => {
  it('is nothing where it says all that people ask for', () => {
    expect(missingFacts(whole)).toEqual([]);
  });

  it('is each thing that it does not say, pay first', () => {
    expect(missing({ pay: null, start: null, extent: null })).toEqual(['pay', 'extent', 'start']);
    expect(missing({ pay: { min: null, max: null, text: null }, text: ' \n' })).toEqual(['pay', 'text']);
    expect(missing({ employmentTypeId: null, deadline: null })).toEqual(['employmentType', 'deadline']);
  });

  it('is not said where it is said in another way', () => {
    expect(missing({ pay: { min: null, max: null, text: 'Enligt avtal' } })).toEqual([]);
    expect(missing({ municipalities: [], remote: true })).toEqual([]);
    expect(missing({ municipalities: [] })).toEqual(['place']);
    expect(missing({ applicationUrl: null, applicationEmail: 'jobb@example.org' })).toEqual([]);
    expect(missing({ applicationUrl: null })).toEqual(['howToApply']);
    expect(missing({ applicationUrl: null, demo: true })).toEqual([]);
  });
});

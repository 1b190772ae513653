import { countryOf, isCountry } from './countries.js';

it.each([
  ['SE', 'SE'],
  ['se', 'SE'],
  ['UK', 'GB'],
  ['EL', 'GR'],
  ['Sverige', 'SE'],
  ['Sweden', 'SE'],
  ['Tyskland', 'DE'],
  ['Atlantis', null],
  ['XX', null],
  ['EU', null],
  ['', null],
])('%s is %s', (words, code) => {
  expect(countryOf(words)).toBe(code);
});

it('knows countries by their codes alone', () => {
  expect(['SE', 'GB', 'UA'].every(isCountry)).toBe(true);
  expect(['UK', 'SU', 'ZZ', 'XX', 'se'].some(isCountry)).toBe(false);
});

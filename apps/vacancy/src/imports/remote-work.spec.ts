import { offersRemoteWork } from './remote-work.js';

describe('remote work in an ad', () => {
  it.each([
    'Du kan arbeta på distans två dagar i veckan.',
    'Möjlighet till distansarbete finns.',
    'You can work remotely from anywhere in Sweden.',
    'Delvis jobba hemifrån.',
  ])('is read from «%s»', (text) => expect(offersRemoteWork(text)).toBe(true));

  it.each([
    'Du arbetar på plats i Kiruna.',
    'Det är inte möjligt att arbeta på distans.',
    'Vi ger undervisning på distans.',
    'Distansen till havet är kort.',
  ])('is not read from «%s»', (text) => expect(offersRemoteWork(text)).toBe(false));
});

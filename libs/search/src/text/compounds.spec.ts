import { compoundOf, partsOf } from './compounds.js';
import { stemOf, stemsOf } from './inflection.js';

describe('stemsOf', () => {
  it.each([
    ['sjuksköterska', 'sjuksköterskor', 'sjuksköterskan', 'sjuksköterskorna', 'sjuksköterskas'],
    ['målare', 'målaren', 'målares', 'målarens'],
    ['tekniker', 'teknikern', 'teknikerna', 'teknikers'],
    ['ingenjör', 'ingenjörer', 'ingenjören', 'ingenjörerna'],
    ['utbildning', 'utbildningar', 'utbildningen', 'utbildningarna'],
    ['kommun', 'kommuner', 'kommunen', 'kommunerna'],
    ['driver', 'drivers'],
    ['nurse', 'nurses'],
    ['engineer', 'engineers'],
  ])('is the same for %s and its forms', (word, ...forms) => {
    for (const form of forms) expect([form, stemOf(form)]).toEqual([form, stemOf(word)]);
  });

  it.each([
    ['målare', 'mål'],
    ['lärare', 'lär'],
    ['förare', 'för'],
    ['tekniker', 'teknik'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it('gives both readings of a plural that may be of doers', () => {
    expect(stemsOf('målarna')).toContain(stemOf('målare'));
    expect(stemsOf('bilarna')).toContain(stemOf('bil'));
  });
});

describe('compoundOf', () => {
  it.each([
    ['lastbilsförare', 'lastbil', 'förare'],
    ['lastbilsförarens', 'lastbil', 'förare'],
    ['enhetschef', 'enhet', 'chef'],
    ['undersköterskor', 'under', 'sköterska'],
    ['underhållstekniker', 'underhåll', 'tekniker'],
    ['maskiningenjör', 'maskin', 'ingenjör'],
    ['gruvarbetare', 'gruv', 'arbetare'],
  ])('takes %s apart', (word, front, head) => {
    expect(compoundOf(word)).toMatchObject({ front: stemOf(front), head: stemOf(head) });
  });

  it('finds heads within heads', () => {
    expect(partsOf('ambulanssjuksköterska')).toEqual(
      ['sjuksköterska', 'ambulans', 'sköterska'].map((part) => stemOf(part)),
    );
  });

  it.each(['svetsare', 'chef', 'restaurang', 'kiruna', 'personal', 'ansvarig'])('leaves %s whole', (word) => {
    expect(compoundOf(word)).toBeNull();
  });
});

import type { ConceptView, ExplanationPart } from '#contracts';
import { evidenceLine } from './match.js';

const part: ExplanationPart = {
  part: 'demand',
  points: 62_500,
  of: 125_000,
  demandId: null,
  kind: 'skill',
  necessity: 'merit',
  conceptId: 'aaaa_bbb_ccc',
  factId: null,
  factConceptId: 'dddd_eee_fff',
  factOrigin: 'stated',
  relation: 'sibling',
  vacancySpan: { field: 'text', start: 3, end: 20, quote: 'svetsat\n  i rostfritt' },
  profileSpan: null,
  ground: null,
};
const labels = new Map(
  [
    ['aaaa_bbb_ccc', 'TIG-svetsning'],
    ['dddd_eee_fff', 'MIG-svetsning'],
  ].map(([id, sv]) => [id!, { label: { sv } } as ConceptView]),
);

describe('a line of evidence', () => {
  it('says what is asked, in the words of the ad, and what the person has', () => {
    expect(evidenceLine(part, labels)).toBe(
      'TIG-svetsning “svetsat i rostfritt” ← MIG-svetsning (a neighbour): 6.3 of 12.5 %',
    );
  });

  it('says the ground where no concept is asked, and cuts a long quote', () => {
    const place: ExplanationPart = {
      ...part,
      part: 'place',
      conceptId: null,
      factConceptId: null,
      vacancySpan: null,
      ground: 'within-reach',
    };
    expect(evidenceLine(place, labels)).toBe('place (within reach): 6.3 of 12.5 %');
    const long = { ...part, vacancySpan: { ...part.vacancySpan!, quote: 'ord '.repeat(100) } };
    expect(evidenceLine(long, labels)).toContain('ord ord…”');
  });

  it('names a concept that nobody knows by its id, and can be none', () => {
    expect(evidenceLine(part, new Map())).toContain('aaaa_bbb_ccc');
    expect(evidenceLine(undefined, labels)).toBe('no evidence');
  });
});

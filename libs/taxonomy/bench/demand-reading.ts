import type { ReadDemand, TextReader } from '../src/index.js';
import type { GoldAd } from './demand-gold.js';
import type { Family, ReadThing } from './demand-score.js';

const FAMILY_OF_READ: Readonly<Record<ReadDemand['kind'], Family>> = {
  skill: 'skill',
  occupation: 'skill',
  'professional-licence': 'skill',
  'driving-licence': 'licence',
  language: 'language',
  education: 'education',
  'work-permit': 'other',
  trait: 'trait',
  condition: 'other',
};

/** What is read in an ad's text; headlines are not annotated. */
export function readThings(reader: TextReader, ad: GoldAd): ReadThing[] {
  const { demands } = reader.readVacancy({ headline: '', text: ad.text });
  return demands.map(({ span, kind, necessity, rule }) => ({
    ...span,
    family: FAMILY_OF_READ[kind],
    level: necessity === 'requirement' ? 'must' : 'merit',
    rule,
  }));
}

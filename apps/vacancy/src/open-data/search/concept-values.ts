import type { ConceptKind } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import { fixedConcept } from '../ad/fixed-concepts.js';

/** Parameters whose values are concepts, and under whose names ads are found. */
export type TermName =
  | 'municipality'
  | 'region'
  | 'country'
  | 'occupation-name'
  | 'occupation-group'
  | 'occupation-field'
  | 'skill'
  | 'language'
  | 'driving-license'
  | 'employment-type'
  | 'worktime-extent'
  | 'duration'
  | 'label';

const kinds: Partial<Record<TermName, readonly ConceptKind[]>> = {
  municipality: ['municipality'],
  region: ['county'],
  country: ['country'],
  'occupation-name': ['occupation'],
  'occupation-group': ['occupation-group'],
  'occupation-field': ['occupation-field'],
  skill: ['skill', 'professional-licence'],
  language: ['language'],
  'driving-license': ['driving-licence'],
  'employment-type': ['employment-type'],
};

const isCode = /^[\dA-Z]{1,12}$/;

/** The id that a value means: itself, or the one whose code or older id it is. What is unknown stays, and finds nothing. */
export function conceptIdOf(taxonomy: Taxonomy, name: TermName, value: string): string {
  if (name === 'worktime-extent' || name === 'duration')
    return fixedConcept(name === 'duration' ? name : 'worktime', value)?.concept_id ?? value;
  for (const kind of kinds[name] ?? []) {
    const concept =
      taxonomy.concept(value)?.kind === kind || isCode.test(value) || isOlderId.test(value)
        ? taxonomy.resolve(kind, value)
        : undefined;
    if (concept) return concept.id;
  }
  return value;
}

/** Ids that JobTech has replaced resolve to those in use. */
const isOlderId = /^[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}$/;

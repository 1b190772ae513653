import type { ConceptKind, Fact, FactKind } from '#contracts';
import type { InputError } from '#platform';
import type { Taxonomy } from '#taxonomy';

/** Most facts that one profile holds. */
export const mostFacts = 300;

const conceptKinds: Record<FactKind, readonly ConceptKind[]> = {
  occupation: ['occupation', 'occupation-group'],
  skill: ['skill'],
  language: ['language'],
  'driving-licence': ['driving-licence'],
  'professional-licence': ['professional-licence'],
  education: ['education-level', 'education-field'],
  'work-permit': ['work-permit'],
};

/** The kinds that have levels, with the highest. */
export const highestLevel: Partial<Record<FactKind, number>> = { skill: 5, language: 6, education: 6 };

const withYears: readonly FactKind[] = ['occupation', 'skill'];

type Meaning = Pick<Fact, 'kind' | 'conceptId' | 'level' | 'years'>;

/** What is wrong with a fact beyond its shape; `pointer` is where it stands in the body. */
export function factErrors(
  taxonomy: Taxonomy,
  { kind, conceptId, level, years }: Meaning,
  pointer: string,
): InputError[] {
  const errors: InputError[] = [];
  const concept = conceptId === null ? null : taxonomy.concept(conceptId);
  if (concept === undefined) errors.push({ pointer: `${pointer}/conceptId`, detail: 'no such concept' });
  else if (concept !== null && !conceptKinds[kind].includes(concept.kind))
    errors.push({
      pointer: `${pointer}/conceptId`,
      detail: `a concept of the kind ${concept.kind} cannot be a ${kind}`,
    });
  const highest = highestLevel[kind];
  if (level !== null && (highest === undefined || level > highest))
    errors.push({
      pointer: `${pointer}/level`,
      detail: highest === undefined ? `the kind ${kind} has no levels` : `at most ${highest} for the kind ${kind}`,
    });
  if (years !== null && !withYears.includes(kind))
    errors.push({ pointer: `${pointer}/years`, detail: `the kind ${kind} has no years` });
  return errors;
}

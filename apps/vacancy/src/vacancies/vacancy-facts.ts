import type { VacancyChange } from '#contracts';
import type { InputError } from '#platform';
import type { Taxonomy } from '#taxonomy';
import { hasPassed } from './publish-rules.js';

type Named = Pick<VacancyChange, 'occupationId' | 'municipalities' | 'employmentTypeId' | 'deadline'>;

/** What is wrong with what an employer names, beyond its shape: concepts and places that do not exist, a deadline that has passed. */
export function vacancyErrors(taxonomy: Taxonomy, named: Named, today: string): InputError[] {
  const errors: InputError[] = [];
  const { occupationId, employmentTypeId, municipalities = [], deadline } = named;
  if (occupationId != null && taxonomy.concept(occupationId)?.kind !== 'occupation')
    errors.push({ pointer: '/occupationId', detail: 'not a known occupation' });
  if (employmentTypeId != null && taxonomy.concept(employmentTypeId)?.kind !== 'employment-type')
    errors.push({ pointer: '/employmentTypeId', detail: 'not a known employment type' });
  municipalities.forEach((code, index) => {
    if (!taxonomy.municipality(code))
      errors.push({ pointer: `/municipalities/${index}`, detail: 'not a known municipality' });
  });
  if (hasPassed(deadline ?? null, today)) errors.push({ pointer: '/deadline', detail: 'this day has passed' });
  return errors;
}

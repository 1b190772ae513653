import type { InputError } from '#platform';
import type { Taxonomy } from '#taxonomy';
import { isCountry } from './countries.js';

export interface Home {
  readonly homeMunicipality: string | null;
  readonly homeCountry: string;
}

/** What is wrong with a home beyond its shape. */
export function homeErrors({ homeMunicipality, homeCountry }: Home, taxonomy: Taxonomy): InputError[] {
  const errors: InputError[] = [];
  if (!isCountry(homeCountry)) errors.push({ pointer: '/homeCountry', detail: 'no such country' });
  if (homeMunicipality === null) return errors;
  if (!taxonomy.municipality(homeMunicipality))
    errors.push({ pointer: '/homeMunicipality', detail: 'no such municipality' });
  else if (homeCountry !== 'SE')
    errors.push({ pointer: '/homeMunicipality', detail: 'lies in Sweden; null for a home abroad' });
  return errors;
}

import type { ConceptKind, Wishes } from '#contracts';
import type { InputError } from '#platform';
import type { Taxonomy } from '#taxonomy';

const wantable: readonly ConceptKind[] = ['occupation', 'occupation-group', 'occupation-field'];
const yearsAhead = 5;

type ListField = 'occupations' | 'employmentTypes' | 'municipalities' | 'counties';

const listFields: Record<ListField, { known: (taxonomy: Taxonomy, item: string) => boolean; what: string }> = {
  occupations: {
    known: (taxonomy, id) => wantable.includes(taxonomy.concept(id)?.kind ?? 'skill'),
    what: 'no such occupation, occupation group or field',
  },
  employmentTypes: {
    known: (taxonomy, id) => taxonomy.concept(id)?.kind === 'employment-type',
    what: 'no such employment type',
  },
  municipalities: {
    known: (taxonomy, code) => taxonomy.municipality(code) !== undefined,
    what: 'no such municipality',
  },
  counties: {
    known: (taxonomy, code) => taxonomy.counties.some((county) => county.code === code),
    what: 'no such county',
  },
};

const latestStart = (today: string): string => `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`;

/** What is wrong with items of the wishes' lists. */
function listErrors(
  wishes: Wishes,
  taxonomy: Taxonomy,
  pointer: string,
): (InputError & { field: ListField; index: number })[] {
  return (Object.keys(listFields) as ListField[]).flatMap((field) =>
    wishes[field].flatMap((item, index) => {
      const at = { field, index, pointer: `${pointer}/${field}/${index}` };
      if (!listFields[field].known(taxonomy, item)) return [{ ...at, detail: listFields[field].what }];
      return wishes[field].indexOf(item) < index ? [{ ...at, detail: 'stands here twice' }] : [];
    }),
  );
}

/**
 * What is wrong with wishes beyond their shape.
 * @param today the day in Sweden; an earliest start before it is refused, unless it is `standing`, the one stored already.
 */
export function wishErrors(
  wishes: Wishes,
  { taxonomy, today, standing = null }: { taxonomy: Taxonomy; today: string; standing?: string | null },
): InputError[] {
  const errors: InputError[] = listErrors(wishes, taxonomy, '/wishes').map(({ pointer, detail }) => ({
    pointer,
    detail,
  }));
  if (wishes.reachMinutes !== null && wishes.reachKm !== null)
    errors.push({ pointer: '/wishes/reachKm', detail: 'say how far in minutes or in kilometres, not in both' });
  const { earliestStart } = wishes;
  if (earliestStart !== null && earliestStart !== standing) {
    if (earliestStart < today) errors.push({ pointer: '/wishes/earliestStart', detail: 'lies in the past' });
    if (earliestStart > latestStart(today))
      errors.push({ pointer: '/wishes/earliestStart', detail: `lies more than ${yearsAhead} years ahead` });
  }
  return errors;
}

/** Wishes of a document with what cannot be used taken out of them; each with a warning. An earliest start that has passed is kept. */
export function usableWishes(
  wishes: Wishes,
  { taxonomy, today, pointer }: { taxonomy: Taxonomy; today: string; pointer: string },
): { wishes: Wishes; warnings: InputError[] } {
  const faults = listErrors(wishes, taxonomy, pointer);
  const usable = (field: ListField): string[] =>
    wishes[field].filter((_, index) => !faults.some((fault) => fault.field === field && fault.index === index));
  const warnings: InputError[] = faults.map((fault) => ({ pointer: fault.pointer, detail: fault.detail }));
  const tooLate = wishes.earliestStart !== null && wishes.earliestStart > latestStart(today);
  if (tooLate)
    warnings.push({ pointer: `${pointer}/earliestStart`, detail: `lies more than ${yearsAhead} years ahead` });
  const doubled = wishes.reachMinutes !== null && wishes.reachKm !== null;
  if (doubled) warnings.push({ pointer: `${pointer}/reachKm`, detail: 'left out, since reachMinutes says how far' });
  return {
    wishes: {
      ...wishes,
      occupations: usable('occupations'),
      employmentTypes: usable('employmentTypes'),
      municipalities: usable('municipalities'),
      counties: usable('counties'),
      earliestStart: tooLate ? null : wishes.earliestStart,
      reachKm: doubled ? null : wishes.reachKm,
    },
    warnings,
  };
}

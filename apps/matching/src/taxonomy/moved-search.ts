import type { ReferenceMove } from '#taxonomy';

/** What a saved search names concepts in. */
const conceptFilters = [
  'occupation',
  'occupationGroup',
  'occupationField',
  'concept',
  'employmentType',
  'labourMarketRegion',
] as const;

const longestQuery = 255;

/**
 * A saved search in the taxonomy in use. What has no successor is searched for by the name that it had, so that the search finds no more than before.
 */
export function moveSearch<T extends object>(search: T, move: ReferenceMove): T {
  const moved: Record<string, unknown> = Object.fromEntries(Object.entries(search));
  const words: string[] = [];
  for (const filter of conceptFilters) {
    const value = moved[filter];
    if (typeof value !== 'string' && !Array.isArray(value)) continue;
    const ids = [value].flat() as string[];
    const now = ids.map((id) => ({ id, ...move.of(id) }));
    for (const one of now) if (one.conceptId === null) words.push(one.label?.sv ?? one.id);
    const kept = [...new Set(now.flatMap(({ conceptId }) => conceptId ?? []))];
    if (Array.isArray(value)) moved[filter] = kept;
    else if (kept[0] === undefined) delete moved[filter];
    else moved[filter] = kept[0];
  }
  if (words.length > 0) {
    const typed = typeof moved['q'] === 'string' ? moved['q'] : '';
    moved['q'] = [typed, ...words].join(' ').trim().slice(0, longestQuery);
  }
  return moved as T;
}

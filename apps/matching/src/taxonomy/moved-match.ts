import type { ReferenceMove } from '#taxonomy';

const conceptKeys = new Set(['conceptId', 'factConceptId']);

/**
 * What a frozen list shows, in the taxonomy in use: every concept that it names becomes what takes its place, and a fact whose concept is gone shows the
 * name that it had. Figures and order stay as they were frozen.
 */
export function moveMatch<T>(value: T, move: ReferenceMove): T {
  if (Array.isArray(value)) return value.map((one: unknown) => moveMatch(one, move)) as T;
  if (value === null || typeof value !== 'object') return value;
  const moved: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (!conceptKeys.has(key) || typeof one !== 'string') moved[key] ??= moveMatch(one, move);
    else {
      const now = move.of(one);
      moved[key] = now.conceptId;
      // No person's own words stand in a list: this is what the taxonomy called it.
      if (now.conceptId === null && 'words' in value) moved['words'] = value.words ?? now.label?.sv ?? null;
    }
  }
  return moved as T;
}

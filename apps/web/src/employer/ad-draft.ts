import type { VacancyChange, VacancyView } from '#contracts';

/** What an employer writes of a vacancy; demands are said one by one. */
export const adFields = [
  'headline',
  'text',
  'occupationId',
  'municipalities',
  'remote',
  'positions',
  'employmentTypeId',
  'extent',
  'pay',
  'deadline',
  'start',
  'applicationUrl',
  'applicationEmail',
] as const;
export type AdField = (typeof adFields)[number];
export type Ad = Pick<VacancyView, AdField>;

export const adOf = (vacancy: VacancyView): Ad =>
  Object.fromEntries(adFields.map((field) => [field, vacancy[field]])) as unknown as Ad;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields in which two versions differ. */
export const differing = (a: Ad, b: Ad): AdField[] => adFields.filter((field) => !isSame(a[field], b[field]));

/** What to send so that the saved version becomes the written one, from the revision that was seen; null where there is nothing to save. A headline is never empty. */
export function changeOf(written: Ad, saved: Ad, revision: number): VacancyChange | null {
  const fields = differing(written, saved).filter((field) => field !== 'headline' || written.headline.trim() !== '');
  if (fields.length === 0) return null;
  return { revision, ...Object.fromEntries(fields.map((field) => [field, written[field]])) };
}

/**
 * Somebody else saved meanwhile. Their fields are taken where nothing was written here; where both wrote something else, it is a conflict for a person to settle.
 * @param base what both began from
 */
export function merged(base: Ad, written: Ad, saved: Ad): { readonly ad: Ad; readonly conflicts: AdField[] } {
  const mine = differing(written, base);
  const theirs = differing(saved, base);
  const conflicts = mine.filter((field) => theirs.includes(field) && !isSame(written[field], saved[field]));
  const ad = { ...written } as Record<AdField, unknown>;
  for (const field of theirs) if (!mine.includes(field)) ad[field] = saved[field];
  return { ad: ad as Ad, conflicts };
}

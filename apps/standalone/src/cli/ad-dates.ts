const dayMs = 24 * 60 * 60 * 1000;
const dated = ['publication_date', 'last_publication_date', 'application_deadline', 'removed_date'] as const;
const shape = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/;

type Dated = Partial<Record<(typeof dated)[number], unknown>>;

const asRecord = (record: unknown): Dated | null =>
  typeof record === 'object' && record !== null && !Array.isArray(record) ? record : null;

/** The calendar day that a date of an ad begins with; null for what is none. */
function dayOf(value: unknown): string | null {
  const day = typeof value === 'string' ? shape.exec(value.trim())?.[0] : undefined;
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : null;
}

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The calendar day in Sweden, as the dates of ads count. */
export const swedishDay = (instant: Date): string => stockholm.format(instant);

/** The day on which an ad was published; null for removals and what says none. */
export const publicationDay = (record: unknown): string | null => dayOf(asRecord(record)?.publication_date);

/** Whether an ad's last day to apply, or else to be shown, lies before today. */
export function isPast(record: unknown, today: string): boolean {
  const ad = asRecord(record);
  const last = dayOf(ad?.application_deadline ?? ad?.last_publication_date);
  return last !== null && last < today;
}

/** Whole days from one day to another; 0 where the other is not later. */
export const daysUntil = (day: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / dayMs));

/** An ad or a removal with all its dates moved by whole days; times of day, and what is no date, stay as they are. */
export function moveDates(record: unknown, days: number): unknown {
  const ad = asRecord(record);
  if (ad === null || days === 0) return record;
  const moved = dated.flatMap((name) => {
    const day = dayOf(ad[name]);
    if (day === null) return [];
    const later = new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
    return [[name, later + (ad[name] as string).trim().slice(day.length)]];
  });
  return { ...ad, ...(Object.fromEntries(moved) as Dated) };
}

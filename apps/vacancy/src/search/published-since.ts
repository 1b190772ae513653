import type { VacancySearchAnswer } from '#contracts';
import type { FacetCount } from '#search';

const spans = [
  { days: 1, label: { sv: 'I dag', en: 'Today' } },
  { days: 3, label: { sv: 'Senaste 3 dagarna', en: 'Last 3 days' } },
  { days: 7, label: { sv: 'Senaste veckan', en: 'Last week' } },
  { days: 30, label: { sv: 'Senaste 30 dagarna', en: 'Last 30 days' } },
] as const;

/** Counts by day, summed: how many since when. A value is the first day that counts; spans without vacancies are left out. */
export function sinceDays(
  days: readonly FacetCount[],
  today: string,
): NonNullable<VacancySearchAnswer['facets']['publishedAfter']> {
  return spans.flatMap(({ days: length, label }) => {
    const value = new Date(Date.parse(today) - (length - 1) * 86_400_000).toISOString().slice(0, 10);
    const count = days.reduce((sum, day) => (day.value >= value ? sum + day.count : sum), 0);
    return count === 0 ? [] : [{ value, label: { ...label }, count }];
  });
}

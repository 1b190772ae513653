import type { EventName, VacancyStatus } from '#contracts';
import type { InputError } from '#platform';
import type { Vacancy } from './vacancy.entity.js';

type Content = Pick<Vacancy, 'headline' | 'text' | 'demands' | 'municipalities' | 'remote' | 'deadline'>;

/** What a vacancy lacks before it can be shown to people; `today` is the day in Sweden. */
export function missingForPublication(vacancy: Content, today: string): InputError[] {
  const missing: InputError[] = [];
  if (vacancy.headline.trim() === '') missing.push({ pointer: '/headline', detail: 'a headline is missing' });
  if (vacancy.text.trim() === '' && !vacancy.demands.some((demand) => demand.origin !== 'rejected'))
    missing.push({ pointer: '/text', detail: 'a text, or a demand, is missing' });
  if (vacancy.municipalities.length === 0 && !vacancy.remote)
    missing.push({ pointer: '/municipalities', detail: 'a place is missing, or that the work is remote' });
  if (hasPassed(vacancy.deadline, today))
    missing.push({ pointer: '/deadline', detail: 'the last day to apply has passed' });
  return missing;
}

export const hasPassed = (deadline: string | null, today: string): boolean => deadline !== null && deadline < today;

/** Shown to everybody, found and ranked. */
export const isOpen = (vacancy: Pick<Vacancy, 'status' | 'deadline'>, today: string): boolean =>
  vacancy.status === 'published' && !hasPassed(vacancy.deadline, today);

/** The fact that others need to know after a write; null for what has never left the employer's desk. */
export function eventAfter(before: VacancyStatus, after: VacancyStatus): EventName | null {
  if (after === 'draft') return null;
  if (after === 'published') return before === 'published' ? 'vacancy.changed.v1' : 'vacancy.published.v1';
  return before === after ? 'vacancy.changed.v1' : 'vacancy.closed.v1';
}

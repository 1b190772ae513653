import { isRankedDemand, type VacancyMatchView, type VacancySummary, type VacancyView } from '#contracts';
import type { StoredDemand } from '../demands/stored-demand.js';
import type { Employer } from '../employers/employer.entity.js';
import { employerView } from '../employers/employer.view.js';
import { isOpen } from './publish-rules.js';
import type { Vacancy } from './vacancy.entity.js';

const extentOf = ({ extentMin, extentMax }: Vacancy): VacancyView['extent'] =>
  extentMin === null || extentMax === null ? null : { min: extentMin, max: extentMax };

const instantOf = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Everything, as the vacancy's own employer sees it. */
export function vacancyView(vacancy: Vacancy, employer: Employer): VacancyView {
  const { sourceName, externalId, sourceUrl } = vacancy;
  return {
    ...vacancy,
    employer: employerView(employer),
    extent: extentOf(vacancy),
    demands: vacancy.demands,
    source: sourceName === null || externalId === null ? null : { name: sourceName, externalId, url: sourceUrl },
    publishedAt: instantOf(vacancy.publishedAt),
    closedAt: instantOf(vacancy.closedAt),
    createdAt: vacancy.createdAt.toISOString(),
    updatedAt: vacancy.updatedAt.toISOString(),
  };
}

/** As everybody sees it: without what the employer has rejected. */
export const publicVacancyView = (vacancy: Vacancy, employer: Employer): VacancyView =>
  vacancyView({ ...vacancy, demands: vacancy.demands.filter(notRejected) }, employer);

const notRejected = (demand: StoredDemand): boolean => demand.origin !== 'rejected';

export const vacancySummary = (vacancy: Vacancy, employer: Employer): VacancySummary => ({
  ...vacancy,
  employer: { id: employer.id, name: employer.name },
  extent: extentOf(vacancy),
  publishedAt: instantOf(vacancy.publishedAt),
});

/** @param today the day in Sweden: what has passed its deadline is not ranked. */
export const vacancyMatchView = (vacancy: Vacancy, today: string): VacancyMatchView => ({
  ...vacancy,
  vacancyId: vacancy.id,
  rankable: isOpen(vacancy, today),
  demands: vacancy.demands.filter(notRejected).filter(isRankedDemand),
  extent: extentOf(vacancy),
});

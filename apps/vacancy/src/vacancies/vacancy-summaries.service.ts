import type { VacancySummary } from '#contracts';
import { Injectable } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import type { Vacancy } from './vacancy.entity.js';
import { VacancyRepository } from './vacancy.repository.js';
import { vacancySummary } from './vacancy.view.js';

/** Vacancies as lists show them, each with its employer's name. */
@Injectable()
export class VacancySummaries {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly employers: EmployerRepository,
  ) {}

  /** In the order of the ids; what does not exist, and what `wanted` does not want, is left out. */
  async byIds(ids: readonly string[], wanted: (vacancy: Vacancy) => boolean): Promise<VacancySummary[]> {
    const found = await this.vacancies.byIds(ids);
    return this.of([...new Set(ids)].flatMap((id) => found.get(id) ?? []).filter(wanted));
  }

  async of(vacancies: readonly Vacancy[]): Promise<VacancySummary[]> {
    const employers = await this.employers.byIds(vacancies.map(({ employerId }) => employerId));
    return vacancies.map((vacancy) => vacancySummary(vacancy, employers.get(vacancy.employerId)!));
  }
}

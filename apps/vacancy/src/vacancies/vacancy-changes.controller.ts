import { vacancyApi, type InputOf, type VacancyView } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import { ChangeVacancyService } from './change-vacancy.service.js';
import { PublishVacancyService } from './publish-vacancy.service.js';
import type { Vacancy } from './vacancy.entity.js';
import { vacancyView } from './vacancy.view.js';

@Controller()
export class VacancyChangesController {
  constructor(
    private readonly changes: ChangeVacancyService,
    private readonly publication: PublishVacancyService,
    private readonly employers: EmployerRepository,
  ) {}

  @Serve(vacancyApi.changeVacancy)
  change(@Input() { params, body, principal }: InputOf<typeof vacancyApi.changeVacancy>): Promise<VacancyView> {
    return this.view(this.changes.change(principal, params.vacancyId, body));
  }

  @Serve(vacancyApi.publishVacancy)
  publish(@Input() { params, body, principal }: InputOf<typeof vacancyApi.publishVacancy>): Promise<VacancyView> {
    return this.view(this.publication.publish(principal, params.vacancyId, body.revision));
  }

  @Serve(vacancyApi.closeVacancy)
  close(@Input() { params, body, principal }: InputOf<typeof vacancyApi.closeVacancy>): Promise<VacancyView> {
    return this.view(this.publication.close(principal, params.vacancyId, body.revision));
  }

  @Serve(vacancyApi.reopenVacancy)
  reopen(@Input() { params, principal }: InputOf<typeof vacancyApi.reopenVacancy>): Promise<VacancyView> {
    return this.view(this.publication.reopen(principal, params.vacancyId));
  }

  private async view(change: Promise<Vacancy>): Promise<VacancyView> {
    const vacancy = await change;
    return vacancyView(vacancy, (await this.employers.find(vacancy.employerId))!);
  }
}

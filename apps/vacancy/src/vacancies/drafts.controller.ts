import { vacancyApi, type InputOf, type VacancyView } from '#contracts';
import { Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import { MembershipService } from '../employers/membership.service.js';
import { DraftVacancyService } from './draft-vacancy.service.js';
import { VacancyRepository } from './vacancy.repository.js';
import { VacancyWriter } from './vacancy-writer.service.js';
import { vacancyView } from './vacancy.view.js';

@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftVacancyService,
    private readonly vacancies: VacancyRepository,
    private readonly employers: EmployerRepository,
    private readonly members: MembershipService,
    private readonly writer: VacancyWriter,
  ) {}

  @Serve(vacancyApi.createVacancy)
  async create(@Input() { params, body, principal }: InputOf<typeof vacancyApi.createVacancy>): Promise<VacancyView> {
    await this.members.requireActsFor(principal, params.employerId);
    const employer = await this.employers.find(params.employerId);
    if (!employer) throw notFound();
    return vacancyView(await this.drafts.create(employer, body), employer);
  }

  @Serve(vacancyApi.copyVacancy)
  async copy(@Input() { params, principal }: InputOf<typeof vacancyApi.copyVacancy>): Promise<VacancyView> {
    const original = await this.vacancies.find(params.vacancyId);
    if (!original) throw notFound();
    await this.members.requireActsFor(principal, original.employerId);
    const employer = (await this.employers.find(original.employerId))!;
    return vacancyView(await this.drafts.copy(original, employer), employer);
  }

  @Serve(vacancyApi.removeDraft)
  remove(@Input() { params, principal }: InputOf<typeof vacancyApi.removeDraft>): Promise<void> {
    return this.writer.removeDraft(principal, params.vacancyId);
  }
}

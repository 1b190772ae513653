import { vacancyApi, type AnswerOf, type InputOf, type VacancyView } from '#contracts';
import { DomainError, Input, notFound, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { EmployerRepository } from '../employers/employer.repository.js';
import { MembershipService } from '../employers/membership.service.js';
import { VacancyViews } from '../views/vacancy-views.service.js';
import { isOpen } from './publish-rules.js';
import { VacancyRepository } from './vacancy.repository.js';
import { publicVacancyView, vacancySummary, vacancyView } from './vacancy.view.js';

/** What is there to see. */
@Controller()
export class VacanciesController {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly employers: EmployerRepository,
    private readonly members: MembershipService,
    private readonly views: VacancyViews,
    private readonly clock: Clock,
  ) {}

  @Serve(vacancyApi.listVacancies)
  async list(
    @Input() { params, query, principal }: InputOf<typeof vacancyApi.listVacancies>,
  ): Promise<AnswerOf<typeof vacancyApi.listVacancies>> {
    await this.members.requireActsFor(principal, params.employerId);
    const employer = await this.employers.find(params.employerId);
    if (!employer) throw notFound();
    const { total, items } = await this.vacancies.ofEmployer(employer.id, query);
    return { total, items: items.map((vacancy) => vacancySummary(vacancy, employer)) };
  }

  @Serve(vacancyApi.getVacancy)
  async get(@Input() { params, principal }: InputOf<typeof vacancyApi.getVacancy>): Promise<VacancyView> {
    const vacancy = await this.vacancies.find(params.vacancyId);
    if (!vacancy) throw notFound();
    const employer = (await this.employers.find(vacancy.employerId))!;
    if (await this.members.actsFor(principal, employer.id)) return vacancyView(vacancy, employer);
    if (vacancy.status === 'draft') throw notFound();
    if (!isOpen(vacancy, swedishDay(this.clock.now()))) throw new DomainError('gone');
    this.views.note(vacancy.id);
    return publicVacancyView(vacancy, employer);
  }
}

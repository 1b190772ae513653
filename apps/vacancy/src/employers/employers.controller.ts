import { vacancyApi, vacancyInternalApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { CreateEmployerService } from './create-employer.service.js';
import { EmployerRepository } from './employer.repository.js';
import { employerView } from './employer.view.js';
import { MembershipService } from './membership.service.js';

@Controller()
export class EmployersController {
  constructor(
    private readonly employers: EmployerRepository,
    private readonly creation: CreateEmployerService,
    private readonly members: MembershipService,
  ) {}

  @Serve(vacancyApi.listEmployers)
  async list(
    @Input() { principal, query }: InputOf<typeof vacancyApi.listEmployers>,
  ): Promise<AnswerOf<typeof vacancyApi.listEmployers>> {
    const subject = principal.roles.includes('operator') ? null : principal.subject;
    const { total, items } = await this.employers.page(subject, query.limit, query.offset);
    return { total, items: items.map(employerView) };
  }

  @Serve(vacancyApi.createEmployer)
  async create(
    @Input() { body }: InputOf<typeof vacancyApi.createEmployer>,
  ): Promise<AnswerOf<typeof vacancyApi.createEmployer>> {
    return employerView(await this.creation.create(body));
  }

  @Serve(vacancyApi.addMember)
  addMember(@Input() { params }: InputOf<typeof vacancyApi.addMember>): Promise<void> {
    return this.members.add(params.employerId, params.subject);
  }

  @Serve(vacancyApi.removeMember)
  removeMember(@Input() { params }: InputOf<typeof vacancyApi.removeMember>): Promise<void> {
    return this.members.remove(params.employerId, params.subject);
  }

  @Serve(vacancyInternalApi.memberships)
  async memberships(
    @Input() { params }: InputOf<typeof vacancyInternalApi.memberships>,
  ): Promise<AnswerOf<typeof vacancyInternalApi.memberships>> {
    return { employerIds: await this.members.employerIds(params.subject) };
  }
}

import type { Principal } from '#contracts';
import { notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Employer } from './employer.entity.js';
import { Member } from './member.entity.js';

/** Which account acts for which employer. This service's own list decides, so that a membership taken away counts at once. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async actsFor(principal: Principal, employerId: string): Promise<boolean> {
    if (principal.roles.includes('operator')) return true;
    if (!principal.roles.includes('employer') && !principal.roles.includes('officer')) return false;
    return this.dataSource.manager.existsBy(Member, { employerId, subject: principal.subject });
  }

  /** @throws DomainError `not-found` when the account does not act for the employer, or there is none. */
  async requireActsFor(principal: Principal, employerId: string): Promise<void> {
    if (!(await this.actsFor(principal, employerId))) throw notFound();
  }

  async employerIds(subject: string): Promise<string[]> {
    const found = await this.dataSource.manager.find(Member, { where: { subject }, order: { employerId: 'ASC' } });
    return found.map((member) => member.employerId);
  }

  /** @throws DomainError `not-found` for an employer that does not exist. */
  async add(employerId: string, subject: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const employer = await manager.findOne(Employer, {
        where: { id: employerId },
        lock: { mode: 'pessimistic_read' },
      });
      if (!employer) throw notFound();
      const member = { employerId, subject, createdAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(Member).values(member).orIgnore().execute();
    });
  }

  async remove(employerId: string, subject: string): Promise<void> {
    if (!(await this.dataSource.manager.existsBy(Employer, { id: employerId }))) throw notFound();
    await this.dataSource.manager.delete(Member, { employerId, subject });
  }
}

import type { Principal, VacancyStatus } from '#contracts';
import { Outbox } from '#messaging';
import { DomainError, notFound } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { MembershipService } from '../employers/membership.service.js';
import { eventAfter } from './publish-rules.js';
import { Vacancy } from './vacancy.entity.js';
import { VacancyRepository } from './vacancy.repository.js';

/** Every write of a vacancy by its employer: whose it is, which revision it was made from, and one transaction with the fact for others. */
@Injectable()
export class VacancyWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vacancies: VacancyRepository,
    private readonly members: MembershipService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a vacancy; `work` alters it in place and throws what forbids it.
   * @param expected the revision that the change was made from, where the asker names one.
   * @throws DomainError `not-found` for somebody else's, `stale-revision`.
   */
  async change(
    principal: Principal,
    vacancyId: string,
    work: (vacancy: Vacancy) => void,
    expected?: number,
  ): Promise<Vacancy> {
    await this.requireOwn(principal, vacancyId);
    return this.dataSource.transaction(async (manager) => {
      const vacancy = await this.vacancies.lock(manager, vacancyId);
      if (!vacancy) throw notFound();
      if (expected !== undefined && expected !== vacancy.revision)
        throw new DomainError('stale-revision', undefined, { vacancyId, revision: vacancy.revision });
      const { status } = vacancy;
      work(vacancy);
      await this.save(manager, vacancy, status);
      return vacancy;
    });
  }

  /** Stores a changed vacancy as its next revision, with its event; for transactions of the caller's own. */
  async save(manager: EntityManager, vacancy: Vacancy, before: VacancyStatus): Promise<void> {
    vacancy.revision += 1;
    vacancy.updatedAt = this.clock.now();
    await manager.update(Vacancy, { id: vacancy.id }, vacancy);
    const event = eventAfter(before, vacancy.status);
    if (event !== null) await this.outbox.add(manager, event, { vacancyId: vacancy.id, revision: vacancy.revision });
  }

  async addDraft(vacancy: Vacancy): Promise<Vacancy> {
    await this.dataSource.manager.insert(Vacancy, vacancy);
    return vacancy;
  }

  /** @throws DomainError `conflict` for what is no draft. */
  async removeDraft(principal: Principal, vacancyId: string): Promise<void> {
    await this.requireOwn(principal, vacancyId);
    await this.dataSource.transaction(async (manager) => {
      const vacancy = await this.vacancies.lock(manager, vacancyId);
      if (!vacancy) throw notFound();
      if (vacancy.status !== 'draft') throw new DomainError('conflict', 'only a draft can be thrown away');
      await manager.delete(Vacancy, { id: vacancyId });
    });
  }

  private async requireOwn(principal: Principal, vacancyId: string): Promise<void> {
    const vacancy = await this.vacancies.find(vacancyId);
    if (!vacancy) throw notFound();
    await this.members.requireActsFor(principal, vacancy.employerId);
  }
}

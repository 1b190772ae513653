import type { Principal } from '#contracts';
import { DomainError } from '#platform';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { missingForPublication } from './publish-rules.js';
import { VacancyWriter } from './vacancy-writer.service.js';
import type { Vacancy } from './vacancy.entity.js';

/** A vacancy's way from draft to published to closed, and back. */
@Injectable()
export class PublishVacancyService {
  constructor(
    private readonly writer: VacancyWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `vacancy-incomplete` with what is missing; `conflict` for what is no draft; `stale-revision`. */
  publish(principal: Principal, vacancyId: string, revision: number): Promise<Vacancy> {
    return this.writer.change(
      principal,
      vacancyId,
      (vacancy) => {
        if (vacancy.status !== 'draft') throw new DomainError('conflict', 'only a draft can be published');
        this.open(vacancy);
      },
      revision,
    );
  }

  /** @throws DomainError `vacancy-not-open`, `stale-revision`. */
  close(principal: Principal, vacancyId: string, revision: number): Promise<Vacancy> {
    return this.writer.change(
      principal,
      vacancyId,
      (vacancy) => {
        if (vacancy.status !== 'published') throw new DomainError('vacancy-not-open');
        vacancy.status = 'closed';
        vacancy.closedAt = this.clock.now();
      },
      revision,
    );
  }

  /** @throws DomainError `vacancy-incomplete`, for instance when its last day has passed; `conflict` for what is not closed. */
  reopen(principal: Principal, vacancyId: string): Promise<Vacancy> {
    return this.writer.change(principal, vacancyId, (vacancy) => {
      if (vacancy.status !== 'closed' && vacancy.status !== 'expired')
        throw new DomainError('conflict', 'only a closed vacancy can be opened again');
      this.open(vacancy);
    });
  }

  private open(vacancy: Vacancy): void {
    const now = this.clock.now();
    const missing = missingForPublication(vacancy, swedishDay(now));
    if (missing.length > 0) throw new DomainError('vacancy-incomplete', undefined, { vacancyId: vacancy.id }, missing);
    vacancy.status = 'published';
    vacancy.publishedAt ??= now;
    vacancy.closedAt = null;
    vacancy.withdrawnBySource = false;
  }
}

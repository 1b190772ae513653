import { randomUUID } from 'node:crypto';
import type { EmployerInput } from '#contracts';
import { DomainError, invalidInput } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Employer } from './employer.entity.js';

@Injectable()
export class CreateEmployerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `conflict` where an employer has the number already; `invalid-input` for a person's number. */
  async create(input: Required<EmployerInput>): Promise<Employer> {
    const number = input.organisationNumber;
    if (number !== null && /^\d\d[01]/.test(number))
      throw invalidInput([{ pointer: '/organisationNumber', detail: "a person's number is not taken here" }]);
    const employer: Employer = {
      ...input,
      id: randomUUID(),
      source: null,
      sourceKey: null,
      demo: false,
      createdAt: this.clock.now(),
    };
    const inserted = await this.dataSource.manager
      .createQueryBuilder()
      .insert()
      .into(Employer)
      .values(employer)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0)
      throw new DomainError('conflict', 'an employer has this organisation number already');
    return employer;
  }
}

import { Outbox } from '#messaging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Employer } from '../employers/employer.entity.js';
import { Vacancy } from '../vacancies/vacancy.entity.js';

const batchSize = 200;

/** Removes the invented vacancies and employers, and tells everybody who keeps something of them. */
@Injectable()
export class RemoveDemoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** @returns how many vacancies are gone. */
  async remove(): Promise<number> {
    let removed = 0;
    for (let count = batchSize; count === batchSize; removed += count) count = await this.removeBatch();
    await this.dataSource.manager
      .createQueryBuilder()
      .delete()
      .from(Employer)
      .where('demo AND NOT EXISTS (SELECT FROM vacancies WHERE vacancies.employer_id = employers.id)')
      .execute();
    return removed;
  }

  private removeBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const batch = await manager.find(Vacancy, {
        where: { demo: true },
        order: { id: 'ASC' },
        take: batchSize,
        lock: { mode: 'pessimistic_write' },
      });
      if (batch.length === 0) return 0;
      await manager.delete(
        Vacancy,
        batch.map(({ id }) => id),
      );
      for (const { id, revision, status } of batch)
        if (status !== 'draft')
          await this.outbox.add(manager, 'vacancy.erased.v1', { vacancyId: id, revision: revision + 1 });
      return batch.length;
    });
  }
}

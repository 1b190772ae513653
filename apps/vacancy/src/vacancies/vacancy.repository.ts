import type { VacancyStatus } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm';
import { Vacancy } from './vacancy.entity.js';

export interface PublishedRevision {
  readonly id: string;
  readonly revision: number;
}

@Injectable()
export class VacancyRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<Vacancy | null> {
    return this.dataSource.manager.findOneBy(Vacancy, { id });
  }

  /** The vacancy, held against other writers until the transaction ends. */
  lock(manager: EntityManager, id: string): Promise<Vacancy | null> {
    return manager.findOne(Vacancy, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Vacancy>> {
    if (ids.length === 0) return new Map();
    const found = await this.dataSource.manager.findBy(Vacancy, { id: In([...new Set(ids)]) });
    return new Map(found.map((vacancy) => [vacancy.id, vacancy]));
  }

  /** Of one employer, last changed first. */
  async ofEmployer(
    employerId: string,
    page: { limit: number; offset: number; status?: VacancyStatus | undefined },
  ): Promise<{ total: number; items: Vacancy[] }> {
    const [items, total] = await this.dataSource.manager.findAndCount(Vacancy, {
      where: { employerId, ...(page.status ? { status: page.status } : {}) },
      order: { updatedAt: 'DESC', id: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
    return { total, items };
  }

  /** Those that have left the employer's desk, in the order of their ids. */
  async page(after: string | undefined, limit: number): Promise<Vacancy[]> {
    return this.dataSource.manager.find(Vacancy, {
      where: {
        status: In<VacancyStatus>(['published', 'closed', 'expired']),
        ...(after ? { id: MoreThan(after) } : {}),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Published ones in the order of their ids, a batch at a time. */
  async *published(batch = 500): AsyncGenerator<Vacancy[]> {
    for (let after = lowestId; ;) {
      const found = await this.dataSource.manager.find(Vacancy, {
        where: { status: 'published', id: MoreThan(after) },
        order: { id: 'ASC' },
        take: batch,
      });
      if (found.length > 0) yield found;
      if (found.length < batch) return;
      after = found.at(-1)!.id;
    }
  }

  /** Open ones whose id begins with a hexadecimal digit. */
  async openBeginningWith(digit: string, today: string): Promise<{ id: string; updatedAt: string; demo: boolean }[]> {
    const found = await this.dataSource.manager
      .createQueryBuilder(Vacancy, 'vacancy')
      .select(['vacancy.id', 'vacancy.updatedAt', 'vacancy.demo'])
      .where(`vacancy.status = 'published' AND (vacancy.deadline IS NULL OR vacancy.deadline >= :today)`, { today })
      .andWhere('vacancy.id BETWEEN :first AND :last', {
        first: lowestId.replace('0', digit),
        last: highestId.replace('f', digit),
      })
      .orderBy('vacancy.id')
      .getMany();
    return found.map(({ id, updatedAt, demo }) => ({ id, updatedAt: updatedAt.toISOString(), demo }));
  }

  publishedRevisions(): Promise<PublishedRevision[]> {
    return this.dataSource.manager
      .createQueryBuilder(Vacancy, 'vacancy')
      .select(['vacancy.id AS id', 'vacancy.revision AS revision'])
      .where(`vacancy.status = 'published'`)
      .getRawMany<PublishedRevision>();
  }
}

const lowestId = '00000000-0000-0000-0000-000000000000';
const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

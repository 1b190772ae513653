import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Employer } from './employer.entity.js';

@Injectable()
export class EmployerRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string, manager: EntityManager = this.dataSource.manager): Promise<Employer | null> {
    return manager.findOneBy(Employer, { id });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Employer>> {
    if (ids.length === 0) return new Map();
    const found = await this.dataSource.manager.findBy(Employer, { id: In([...new Set(ids)]) });
    return new Map(found.map((employer) => [employer.id, employer]));
  }

  /** Employers by name; those of `subject`, or all for null. */
  async page(subject: string | null, limit: number, offset: number): Promise<{ total: number; items: Employer[] }> {
    const query = this.dataSource.manager.createQueryBuilder(Employer, 'employer');
    if (subject !== null)
      query.innerJoin('members', 'member', 'member.employer_id = employer.id AND member.subject = :subject', {
        subject,
      });
    const [items, total] = await query
      .orderBy('employer.name', 'ASC')
      .addOrderBy('employer.id', 'ASC')
      .limit(limit)
      .offset(offset)
      .getManyAndCount();
    return { total, items };
  }
}

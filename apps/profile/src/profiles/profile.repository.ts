import { notFound } from '#platform';
import type { Principal } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type EntityManager } from 'typeorm';
import { ProfileContact } from './contact.entity.js';
import { Profile } from './profile.entity.js';

/** Id and revision of a profile that is ranked and found. */
export interface RankableRevision {
  readonly id: string;
  readonly revision: number;
}

@Injectable()
export class ProfileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `not-found` for what does not exist and for what is somebody else's. */
  async own(principal: Principal, id: string, manager: EntityManager = this.dataSource.manager): Promise<Profile> {
    const profile = await manager.findOneBy(Profile, { id });
    if (!profile || profile.subject !== principal.subject) throw notFound();
    return profile;
  }

  /** As `own`, held against other writers until the transaction ends. */
  async lockOwn(principal: Principal, id: string, manager: EntityManager): Promise<Profile> {
    const profile = await this.lock(manager, { id });
    if (!profile || profile.subject !== principal.subject) throw notFound();
    return profile;
  }

  lock(manager: EntityManager, where: { id: string } | { importReference: string }): Promise<Profile | null> {
    return manager.findOne(Profile, { where, lock: { mode: 'pessimistic_write' } });
  }

  ofSubject(subject: string): Promise<Profile | null> {
    return this.dataSource.manager.findOneBy(Profile, { subject });
  }

  contactOf(id: string, manager: EntityManager = this.dataSource.manager): Promise<ProfileContact> {
    return manager.findOneByOrFail(ProfileContact, { profileId: id });
  }

  async byIds(ids: readonly string[]): Promise<Profile[]> {
    if (ids.length === 0) return [];
    return this.dataSource.manager.find(Profile, { where: { id: In([...new Set(ids)]) }, order: { id: 'ASC' } });
  }

  /** In the order of their ids, after the one named. */
  page(after: string | undefined, limit: number): Promise<Profile[]> {
    return this.dataSource.manager.find(Profile, {
      where: after ? { id: MoreThan(after) } : {},
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** Newest first. */
  newest(page: { limit: number; offset: number; demo?: boolean | undefined }): Promise<[Profile[], number]> {
    return this.dataSource.manager.findAndCount(Profile, {
      where: page.demo === undefined ? {} : { demo: page.demo },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
  }

  demoIds(): Promise<{ id: string }[]> {
    return this.dataSource.manager.find(Profile, { select: { id: true }, where: { demo: true }, order: { id: 'ASC' } });
  }

  /** Ids and revisions of all that are not restricted. */
  rankableRevisions(): Promise<RankableRevision[]> {
    return this.dataSource.manager
      .createQueryBuilder(Profile, 'profile')
      .select(['profile.id AS id', 'profile.revision AS revision'])
      .where(`profile.status = 'active'`)
      .getRawMany<RankableRevision>();
  }
}

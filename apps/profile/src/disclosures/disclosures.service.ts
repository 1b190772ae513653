import type { Disclosure } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StoredDisclosure } from './disclosure.entity.js';

/** Who has looked at whom, for which vacancy, and what was decided. */
@Injectable()
export class Disclosures {
  constructor(private readonly dataSource: DataSource) {}

  /** Writes one down, once; of a person who is erased nothing is written. */
  async record(manager: EntityManager, disclosure: StoredDisclosure): Promise<void> {
    const { profileId, sourceId, purpose, employerId, vacancyId, at } = disclosure;
    await manager.query(
      `INSERT INTO disclosures (profile_id, source_id, purpose, employer_id, vacancy_id, at)
       SELECT id, $2, $3, $4, $5, $6 FROM profiles WHERE id = $1 FOR KEY SHARE
       ON CONFLICT DO NOTHING`,
      [profileId, sourceId, purpose, employerId, vacancyId, at],
    );
  }

  /** Newest first. */
  async list(
    profileId: string,
    page: { limit: number; offset: number },
  ): Promise<{ total: number; items: Disclosure[] }> {
    const [found, total] = await this.dataSource.manager.findAndCount(StoredDisclosure, {
      where: { profileId },
      order: { at: 'DESC', sourceId: 'ASC', purpose: 'ASC' },
      take: page.limit,
      skip: page.offset,
    });
    return { total, items: found.map(disclosureView) };
  }

  async all(profileId: string, manager: EntityManager): Promise<Disclosure[]> {
    const found = await manager.find(StoredDisclosure, {
      where: { profileId },
      order: { at: 'DESC', sourceId: 'ASC', purpose: 'ASC' },
    });
    return found.map(disclosureView);
  }
}

const disclosureView = ({ at, employerId, vacancyId, purpose }: StoredDisclosure): Disclosure => ({
  at: at.toISOString(),
  employerId,
  vacancyId,
  purpose,
});

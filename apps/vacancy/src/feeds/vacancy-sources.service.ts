import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { vacancySource } from '#contracts';
import { Outbox } from '#messaging';
import { DomainError, notFound } from '#platform';
import { Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { Employer } from '../employers/employer.entity.js';
import { AdSourceRepository } from '../imports/ad-source.repository.js';
import { applyAd, statusByDeadline } from '../imports/ad-vacancy.js';
import { blankDraft } from '../vacancies/blank-draft.js';
import { eventAfter } from '../vacancies/publish-rules.js';
import { Vacancy } from '../vacancies/vacancy.entity.js';

type VacancySource = z.infer<typeof vacancySource>;

/** Where a vacancy comes from, and the undoing of what was taken for one. */
@Injectable()
export class VacancySourcesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sources: AdSourceRepository,
    private readonly outbox: Outbox,
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
    private readonly clock: Clock,
  ) {}

  async list(vacancyId: string): Promise<VacancySource[]> {
    const { manager } = this.dataSource;
    const vacancy = await manager.findOneBy(Vacancy, { id: vacancyId });
    if (!vacancy) throw notFound();
    const rows = (await this.sources.ofVacancies(manager, [vacancyId])).get(vacancyId) ?? [];
    return rows.map((row) => ({
      source: row.source,
      externalId: row.external_id,
      url: row.url,
      active: row.active,
      leads: row.source === vacancy.sourceName && row.external_id === vacancy.externalId,
      matchedBy: row.matched_by,
      similarity: row.similarity,
      since: new Date(row.since).toISOString(),
    }));
  }

  /**
   * Makes a vacancy of its own of a source that was merged into another's.
   * @throws DomainError `not-found` for no such source; `conflict` for the one whose words the vacancy shows.
   */
  separate(vacancyId: string, source: string, externalId: string): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('import'))`);
      const row = (await this.sources.of(manager, source, [externalId])).get(externalId);
      if (row?.vacancy_id !== vacancyId) throw notFound();
      const merged = await manager.findOneByOrFail(Vacancy, { id: vacancyId });
      if (row.ad === null) throw new DomainError('conflict', 'the vacancy shows this source’s own words');
      const employer = await manager.findOneByOrFail(Employer, { id: merged.employerId });
      const now = this.clock.now();
      const published = row.ad.publishedAt === null ? now : new Date(row.ad.publishedAt);
      const status = row.active ? statusByDeadline(row.ad, swedishDay(now)) : 'closed';
      const vacancy: Vacancy = {
        ...blankDraft(employer, now),
        status,
        sourceName: source,
        externalId,
        contentHash: row.content_hash,
        withdrawnBySource: !row.active,
        publishedAt: published < now ? published : now,
        closedAt: status === 'published' ? null : now,
      };
      applyAd(vacancy, row.ad, { taxonomy: this.taxonomy, reader: this.reader }, randomUUID);
      await manager.insert(Vacancy, vacancy);
      await this.sources.put(manager, [
        {
          ...row,
          vacancy_id: vacancy.id,
          ad: null,
          content_hash: null,
          matched_by: 'first',
          similarity: null,
        },
      ]);
      const event = eventAfter('draft', status);
      if (event !== null) await this.outbox.add(manager, event, { vacancyId: vacancy.id, revision: vacancy.revision });
      return vacancy.id;
    });
  }
}

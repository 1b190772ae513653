import { setImmediate } from 'node:timers/promises';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Employer } from '../../employers/employer.entity.js';
import { Vacancy } from '../../vacancies/vacancy.entity.js';
import { ConceptPhrases } from '../words/concept-phrases.js';
import { openAdRow, projectionVersion, type Projected } from './open-ad-row.js';
import { OpenAdRepository } from './open-ad.repository.js';

const batchSize = 200;

/** Takes over what changed among the vacancies, in batches, one at a time in the whole system. */
@Injectable()
export class OpenAdProjector {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ads: OpenAdRepository,
    private readonly taxonomy: Taxonomy,
    private readonly phrases: ConceptPhrases,
  ) {}

  /** Rows made by another version, or of another taxonomy, are made anew; their place in the stream stays. */
  async prepare(): Promise<void> {
    await this.ads.renew(`${projectionVersion}:${this.taxonomy.hash}`);
  }

  /** Takes over everything that has changed, and gives it its place in the stream. */
  async catchUp(): Promise<void> {
    while ((await this.takeBatch()) === batchSize);
    while (await this.ads.hasDue()) await this.ads.stamp();
  }

  private takeBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await this.ads.takeTurn(manager))) return 0;
      const { rows, changes } = await this.ads.takeChanges(manager, batchSize);
      if (changes.length === 0) return rows;
      const ids = changes.map(({ vacancyId }) => vacancyId);
      const vacancies = new Map((await manager.findBy(Vacancy, { id: In(ids) })).map((one) => [one.id, one]));
      const published = [...vacancies.values()].filter(({ status }) => status === 'published');
      const employers = new Map(
        (await manager.findBy(Employer, { id: In(published.map(({ employerId }) => employerId)) })).map((one) => [
          one.id,
          one,
        ]),
      );
      const put: (Projected & { news: boolean })[] = [];
      const closed = new Map<string, Date | null>();
      for (const { vacancyId, news } of changes) {
        const vacancy = vacancies.get(vacancyId);
        if (vacancy?.status !== 'published') closed.set(vacancyId, vacancy?.closedAt ?? null);
        else {
          put.push({ ...openAdRow(vacancy, employers.get(vacancy.employerId)!, this.taxonomy, this.phrases), news });
          // Others get their turn in between.
          await setImmediate();
        }
      }
      await this.ads.put(manager, put);
      await this.ads.remove(manager, closed);
      return rows;
    });
  }
}

import type { AdRemoval, JobAd } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import { swedishDay } from '../../clock/swedish-time.js';
import { adRemovalOf } from '../ad/job-ad.js';
import { OpenAds } from '../ad/open-ads.js';
import { OpenAdRepository } from '../projection/open-ad.repository.js';
import { conceptIdOf, type TermName } from '../search/concept-values.js';
import { Parameters } from '../search/parameters.js';
import { openAds } from '../search/search-statement.js';

export type AdEvent = JobAd | AdRemoval;

export interface AdWindow {
  /** Epoch milliseconds, both included. */
  readonly from: number;
  readonly to: number | null;
}

export interface AdScope {
  /** Concept ids, of any level. */
  readonly locations: readonly string[];
  readonly occupations: readonly string[];
}

interface Row {
  readonly vacancy_id: string;
  readonly changed_at: string | null;
  readonly removed_at: Date | null;
  readonly occupation: string | null;
  readonly occupation_group: string | null;
  readonly occupation_field: string | null;
  readonly municipality: string | null;
  readonly region: string | null;
  readonly country: string;
}

const batchSize = 250;
const columns =
  'a.vacancy_id, p.changed_at, a.removed_at, a.occupation, a.occupation_group, a.occupation_field, a.municipality, a.region, a.country';

/**
 * Changes by time, and everything that is open, a batch at a time: no transaction and no connection is held while a client reads slowly, and memory is that
 * of a batch.
 */
@Injectable()
export class AdStream {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: OpenAdRepository,
    private readonly ads: OpenAds,
    private readonly taxonomy: Taxonomy,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals the time until now, then tells what lies in the window, oldest first. A change that is committed later has a later time, so that slices of time
   * miss none.
   */
  async *changes({ from, to }: AdWindow, scope: AdScope): AsyncGenerator<AdEvent[]> {
    const sealed = await this.rows.stamp();
    const until = Math.min(to ?? sealed, sealed);
    for (let after = { at: from, id: lowestId }; ;) {
      const parameters = new Parameters();
      const [at, id] = [parameters.add(after.at, 'bigint'), parameters.add(after.id, 'uuid')];
      const where = [
        `(p.changed_at, p.vacancy_id) > (${at}, ${id})`,
        `p.changed_at <= ${parameters.add(until, 'bigint')}`,
        ...this.within(scope, parameters),
      ];
      const found = await this.dataSource.query<Row[]>(
        `SELECT ${columns} FROM open_ad_places p JOIN open_ads a ON a.vacancy_id = p.vacancy_id
          WHERE ${where.join(' AND ')} ORDER BY p.changed_at, p.vacancy_id LIMIT ${batchSize}`,
        parameters.values,
      );
      yield await this.events(found);
      if (found.length < batchSize) return;
      after = { at: Number(found.at(-1)!.changed_at), id: found.at(-1)!.vacancy_id };
    }
  }

  /** All open ads, by id. One that comes while this runs has a later time than its begin, and is in the stream from there. */
  async *snapshot(scope: AdScope): AsyncGenerator<AdEvent[]> {
    for (let after = lowestId; ;) {
      const parameters = new Parameters();
      const where = [
        `a.vacancy_id > ${parameters.add(after, 'uuid')}`,
        ...openAds(swedishDay(this.clock.now()), parameters),
        ...this.within(scope, parameters),
      ];
      const found = await this.dataSource.query<Row[]>(
        `SELECT ${columns} FROM open_ads a LEFT JOIN open_ad_places p ON p.vacancy_id = a.vacancy_id
          WHERE ${where.join(' AND ')} ORDER BY a.vacancy_id LIMIT ${batchSize}`,
        parameters.values,
      );
      yield await this.events(found);
      if (found.length < batchSize) return;
      after = found.at(-1)!.vacancy_id;
    }
  }

  /** Changes when what `snapshot` answers does. */
  async version(): Promise<string> {
    await this.rows.stamp();
    const [row] = await this.dataSource.query<{ last: string | null }[]>(
      'SELECT max(changed_at) AS last FROM open_ad_places',
    );
    return `${row!.last ?? 0}-${swedishDay(this.clock.now())}`;
  }

  private async events(found: readonly Row[]): Promise<AdEvent[]> {
    const placed = found.filter((row) => row.removed_at === null);
    const open = await this.ads.byIds(
      placed.map((row) => ({ id: row.vacancy_id, changedAt: row.changed_at === null ? null : Number(row.changed_at) })),
    );
    return found.flatMap((row) => {
      if (row.removed_at === null) return open.get(row.vacancy_id) ?? [];
      return adRemovalOf({
        vacancyId: row.vacancy_id,
        removedAt: row.removed_at,
        changedAt: Number(row.changed_at),
        occupation: row.occupation,
        occupationGroup: row.occupation_group,
        occupationField: row.occupation_field,
        municipality: row.municipality,
        region: row.region,
        country: row.country,
      });
    });
  }

  private within({ locations, occupations }: AdScope, parameters: Parameters): string[] {
    const any = (names: readonly TermName[], ids: readonly string[]): string[] =>
      ids.length === 0
        ? []
        : [
            `a.terms && ${parameters.add(
              ids.flatMap((id) => names.map((name) => `${name}:${conceptIdOf(this.taxonomy, name, id)}`)),
              'text[]',
            )}`,
          ];
    return [
      ...any(['municipality', 'region', 'country'], locations),
      ...any(['occupation-name', 'occupation-group', 'occupation-field'], occupations),
    ];
  }
}

const lowestId = '00000000-0000-0000-0000-000000000000';

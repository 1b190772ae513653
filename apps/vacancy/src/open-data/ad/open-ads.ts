import type { JobAd } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../clock/clock.js';
import { swedishDay } from '../../clock/swedish-time.js';
import { InjectConfig, type VacancyConfig } from '../../config.js';
import { EmployerRepository } from '../../employers/employer.repository.js';
import { isOpen } from '../../vacancies/publish-rules.js';
import type { Vacancy } from '../../vacancies/vacancy.entity.js';
import { VacancyRepository } from '../../vacancies/vacancy.repository.js';
import { jobAdOf, type AdContext } from './job-ad.js';

export interface PlacedAd {
  readonly id: string;
  /** Its place in the stream; null while it awaits one. */
  readonly changedAt: number | null;
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Open vacancies as ads, made from what their owner's tables hold now. */
@Injectable()
export class OpenAds {
  private readonly context: AdContext;

  constructor(
    private readonly dataSource: DataSource,
    private readonly vacancies: VacancyRepository,
    private readonly employers: EmployerRepository,
    private readonly clock: Clock,
    taxonomy: Taxonomy,
    @InjectConfig() { PUBLIC_URL }: VacancyConfig,
  ) {
    const pageOf = ({ id, language }: Vacancy): string =>
      `${PUBLIC_URL}${language === 'en' ? '/en/vacancies' : '/sv/lediga-jobb'}/${id}`;
    this.context = { taxonomy, pageOf };
  }

  /** What is no longer open is left out. */
  async byIds(placed: readonly PlacedAd[]): Promise<Map<string, JobAd>> {
    const today = swedishDay(this.clock.now());
    const vacancies = await this.vacancies.byIds(placed.map(({ id }) => id));
    const open = [...vacancies.values()].filter((one) => isOpen(one, today));
    const employers = await this.employers.byIds(open.map(({ employerId }) => employerId));
    const placeOf = new Map(placed.map(({ id, changedAt }) => [id, changedAt]));
    return new Map(
      open.map((vacancy) => [
        vacancy.id,
        jobAdOf(
          vacancy,
          employers.get(vacancy.employerId)!,
          placeOf.get(vacancy.id) ?? vacancy.updatedAt.getTime(),
          this.context,
        ),
      ]),
    );
  }

  /** By its id, else by the newest that a source gave this id. */
  async find(idOrExternal: string): Promise<JobAd | null> {
    const [row] = await this.dataSource.query<{ id: string; changed_at: string | null }[]>(
      `SELECT v.id, p.changed_at FROM vacancies v LEFT JOIN open_ad_places p ON p.vacancy_id = v.id
        WHERE v.status = 'published' AND (v.id = $2::uuid OR v.id = (
          SELECT vacancy_id FROM open_ads WHERE external_id = $1 AND removed_at IS NULL ORDER BY published_at DESC LIMIT 1))
        ORDER BY v.id = $2::uuid DESC NULLS LAST LIMIT 1`,
      [idOrExternal, isUuid.test(idOrExternal) ? idOrExternal : null],
    );
    if (!row) return null;
    const changedAt = row.changed_at === null ? null : Number(row.changed_at);
    return (await this.byIds([{ id: row.id, changedAt }])).get(row.id) ?? null;
  }
}

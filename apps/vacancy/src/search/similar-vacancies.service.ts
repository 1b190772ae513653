import { searchApi, type VacancySummary } from '#contracts';
import { notFound } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import type { Vacancy } from '../vacancies/vacancy.entity.js';
import { VacancyRepository } from '../vacancies/vacancy.repository.js';
import { SearchVacanciesService } from './search-vacancies.service.js';

const shown = 5;

/** What to look at in place of a vacancy, or beside it. */
@Injectable()
export class SimilarVacanciesService {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly searching: SearchVacanciesService,
    private readonly taxonomy: Taxonomy,
  ) {}

  /** The same group of occupations, the same place before the same county before elsewhere; without an occupation, what is new there. */
  async of(vacancyId: string): Promise<VacancySummary[]> {
    const vacancy = await this.vacancies.find(vacancyId);
    if (!vacancy || vacancy.status === 'draft') throw notFound();
    const found = new Map<string, VacancySummary>();
    for (const filters of this.widening(vacancy)) {
      const query = searchApi.searchVacancies.query.parse({ ...filters, sort: 'newest', limit: shown + 1 });
      for (const { highlights: _, ...summary } of (await this.searching.search(query)).items)
        if (summary.id !== vacancyId) found.set(summary.id, summary);
      if (found.size >= shown) break;
    }
    return [...found.values()].slice(0, shown);
  }

  private widening({ occupationId, municipalities }: Vacancy): object[] {
    const county = [...new Set(municipalities.map((code) => code.slice(0, 2)))];
    const places = municipalities.length === 0 ? [] : [{ municipality: municipalities }, { county }];
    const group = occupationId === null ? undefined : this.taxonomy.occupationGroupOf(occupationId);
    if (group === undefined) return places;
    return [...places, {}].map((place) => ({ ...place, occupationGroup: [group] }));
  }
}

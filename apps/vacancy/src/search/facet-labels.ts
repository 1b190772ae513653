import type { FacetName, VacancySearchAnswer, VacancySearchQuery } from '#contracts';
import type { FacetCount, SearchAnswer } from '#search';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import { OpenCountsService } from './open-counts.service.js';
import { sinceDays } from './published-since.js';

type Facets = VacancySearchAnswer['facets'];
export type Label = { sv: string; en: string };

/** The facets that a vacancy search counts, by the index's names. */
export const facets = [
  'municipality',
  'county',
  'labourMarketRegion',
  'occupationField',
  'occupationGroup',
  'employmentType',
  'extent',
  'remote',
  'noExperience',
  'salaryStated',
  'publishedDay',
  'employer',
  'language',
] as const satisfies readonly (keyof SearchAnswer['facets'])[];

/** People choose among so many; who wants others types them. */
const mostShown = 50;

const fixed: Readonly<Record<string, Label>> = {
  'extent full': { sv: 'Heltid', en: 'Full time' },
  'extent part': { sv: 'Deltid', en: 'Part time' },
  'remote true': { sv: 'På distans', en: 'Remote' },
  'remote false': { sv: 'På plats', en: 'On site' },
  'noExperience true': { sv: 'Ingen erfarenhet krävs', en: 'No experience needed' },
  'noExperience false': { sv: 'Säger inget om det', en: 'Does not say so' },
  'salaryStated true': { sv: 'Lönen anges', en: 'Salary stated' },
  'salaryStated false': { sv: 'Lönen anges inte', en: 'Salary not stated' },
  'language sv': { sv: 'Svenska', en: 'Swedish' },
  'language en': { sv: 'Engelska', en: 'English' },
};

/** What people call the values that are counted. */
@Injectable()
export class FacetLabels {
  private readonly counties: ReadonlyMap<string | null, Label>;

  constructor(
    private readonly taxonomy: Taxonomy,
    private readonly employers: EmployerRepository,
    private readonly counts: OpenCountsService,
  ) {
    this.counties = new Map(taxonomy.counties.map(({ code, label }) => [code, label]));
  }

  /** The counts with labels; a value without a name goes by itself. What is chosen stays, however few it has. */
  async label(counted: SearchAnswer['facets'], query: VacancySearchQuery, today: string): Promise<Facets> {
    const employers = shownOf(counted.employer ?? [], query.employer);
    const names = await this.namesOf(employers.map(({ value }) => value));
    const result: Facets = { publishedAfter: sinceDays(counted.publishedDay ?? [], today) };
    for (const facet of facets) {
      if (facet === 'publishedDay') continue;
      const chosen = query[facet];
      const shown =
        facet === 'employer' ? employers : shownOf(counted[facet] ?? [], Array.isArray(chosen) ? chosen : []);
      result[facet] = shown.map(({ value, count }) => {
        const label = facet === 'employer' ? same(names.get(value)) : this.labelOf(facet, value);
        return { value, count, label: { ...(label ?? same(value)!) } };
      });
    }
    return result;
  }

  private async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { nameOfEmployer: known } = await this.counts.current();
    const unknown = await this.employers.byIds(ids.filter((id) => !known.has(id)));
    return new Map(ids.map((id) => [id, known.get(id) ?? unknown.get(id)?.name ?? id]));
  }

  /** What a filter's value is called, where it is not an employer. */
  labelOf(facet: FacetName | 'occupation' | 'concept' | 'near', value: string): Label | undefined {
    if (facet === 'municipality' || facet === 'near') return same(this.taxonomy.municipality(value)?.name);
    if (facet === 'county') return this.counties.get(value);
    return fixed[`${facet} ${value}`] ?? this.taxonomy.concept(value)?.label;
  }
}

const shownOf = (counts: FacetCount[], chosen: readonly string[]): FacetCount[] =>
  counts.filter(({ value }, place) => place < mostShown || chosen.includes(value));

const same = (name: string | undefined): Label | undefined => (name === undefined ? undefined : { sv: name, en: name });

import type { VacancySearchAnswer } from '#contracts';
import type { SearchAnswer } from '#search';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';

type Facets = VacancySearchAnswer['facets'];
type Facet = keyof Facets;
type Label = { sv: string; en: string };

/** The facets that a vacancy search counts. */
export const facets = [
  'municipality',
  'county',
  'occupationField',
  'occupationGroup',
  'employmentType',
  'extent',
  'remote',
  'employer',
  'language',
] as const satisfies readonly Facet[];

const fixed: Readonly<Record<string, Label>> = {
  'extent full': { sv: 'Heltid', en: 'Full time' },
  'extent part': { sv: 'Deltid', en: 'Part time' },
  'remote true': { sv: 'På distans', en: 'Remote' },
  'remote false': { sv: 'På plats', en: 'On site' },
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
  ) {
    this.counties = new Map(taxonomy.counties.map(({ code, label }) => [code, label]));
  }

  /** The counts with labels; a value without a name goes by itself. */
  async label(counted: SearchAnswer['facets']): Promise<Facets> {
    const employers = await this.employers.byIds((counted.employer ?? []).map(({ value }) => value));
    const result: Facets = {};
    for (const facet of facets) {
      result[facet] = counted[facet]?.map(({ value, count }) => {
        const label = facet === 'employer' ? same(employers.get(value)?.name) : this.labelOf(facet, value);
        return { value, count, label: { ...(label ?? same(value)!) } };
      });
    }
    return result;
  }

  private labelOf(facet: Facet, value: string): Label | undefined {
    if (facet === 'municipality') return same(this.taxonomy.municipality(value)?.name);
    if (facet === 'county') return this.counties.get(value);
    return fixed[`${facet} ${value}`] ?? this.taxonomy.concept(value)?.label;
  }
}

const same = (name: string | undefined): Label | undefined => (name === undefined ? undefined : { sv: name, en: name });

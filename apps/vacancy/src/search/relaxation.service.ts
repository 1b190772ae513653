import type { Relaxation, VacancySearchQuery } from '#contracts';
import type { SearchQuery } from '#search';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { EmployerRepository } from '../employers/employer.repository.js';
import { SuggestionVectors } from '../suggestions/suggestion-vectors.js';
import { askedQuery } from './asked-query.js';
import { FacetLabels, type Label } from './facet-labels.js';
import type { Reading } from './reading/query-reader.js';
import { QueryReader } from './reading/query-reader.service.js';
import { InjectVacancyIndex, type VacancyIndex } from './vacancy-index.js';

interface Candidate {
  readonly filter: Relaxation['filter'];
  readonly query: VacancySearchQuery;
  readonly label: Label | null;
}

const filterNames = [
  'municipality',
  'county',
  'labourMarketRegion',
  'near',
  'occupation',
  'occupationGroup',
  'occupationField',
  'concept',
  'employmentType',
  'employer',
  'extent',
  'extentMin',
  'extentMax',
  'remote',
  'noExperience',
  'salaryStated',
  'language',
  'publishedAfter',
] as const satisfies readonly Relaxation['filter'][];
const lists: readonly string[] = [
  'municipality',
  'county',
  'labourMarketRegion',
  'occupation',
  'occupationGroup',
  'occupationField',
  'concept',
  'employmentType',
  'employer',
];
const mostTried = 8;
const nearest = 3;

/** For a search that finds nothing: what to leave out, and how many that brings. */
@Injectable()
export class RelaxationService {
  constructor(
    private readonly reader: QueryReader,
    private readonly labels: FacetLabels,
    private readonly employers: EmployerRepository,
    private readonly vectors: SuggestionVectors,
    private readonly taxonomy: Taxonomy,
    @InjectVacancyIndex() private readonly index: VacancyIndex,
  ) {}

  async of(query: VacancySearchQuery, reading: Reading, today: string): Promise<Relaxation[]> {
    const candidates = [
      ...(await this.withoutFilters(query)),
      ...withoutWords(query, reading),
      ...(await this.byMeaning(query, reading)),
    ].slice(0, mostTried);
    const tried = await Promise.all(
      candidates.map(async ({ filter, query: relaxed, label }): Promise<Relaxation> => {
        const total = await this.total(relaxed, today);
        return { filter, q: relaxed.q, label, total };
      }),
    );
    return tried.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
  }

  private async total(query: VacancySearchQuery, today: string): Promise<number> {
    const asked: SearchQuery = {
      ...askedQuery(query, await this.reader.read(query.q), this.taxonomy, today),
      limit: 0,
      offset: 0,
      facets: [],
      highlight: false,
    };
    return (await this.index.search(asked)).total;
  }

  private async withoutFilters(query: VacancySearchQuery): Promise<Candidate[]> {
    const asked = filterNames.filter((name) => {
      const value = query[name];
      return value !== undefined && !(Array.isArray(value) && value.length === 0);
    });
    return Promise.all(
      asked.map(async (filter) => ({
        filter,
        query: { ...query, [filter]: lists.includes(filter) ? [] : undefined },
        label: await this.labelOf(filter, query[filter]),
      })),
    );
  }

  /** Occupations that are near in meaning to words that name none; none without a service of vectors. */
  private async byMeaning(query: VacancySearchQuery, { chips, text }: Reading): Promise<Candidate[]> {
    if (text.trim() === '' || chips.some(({ kind }) => kind === 'occupation')) return [];
    const near = (await this.vectors.occupations?.nearest(text, nearest)) ?? [];
    return near.flatMap(({ id }) => {
      const label = this.taxonomy.concept(id)?.label.sv;
      return label === undefined ? [] : [{ filter: 'q', query: { ...query, q: label }, label: null }];
    });
  }

  private async labelOf(filter: (typeof filterNames)[number], value: unknown): Promise<Label | null> {
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    const [only] = values;
    if (values.length !== 1 || only === undefined || filter === 'extentMin' || filter === 'extentMax') return null;
    if (filter !== 'employer') return { ...(this.labels.labelOf(filter, only) ?? { sv: only, en: only }) };
    const name = (await this.employers.find(only))?.name;
    return name === undefined ? null : { sv: name, en: name };
  }
}

/** Without each name that was read, and without the other words; without all of them where they are few. */
function withoutWords(query: VacancySearchQuery, { chips }: Reading): Candidate[] {
  const others = chips.map(({ words }) => words).join(' ');
  const lefts = new Map<string, Label | null>();
  for (const { without, label } of chips) if (without !== '') lefts.set(without, label);
  if (others !== '' && others !== query.q.trim()) lefts.set(others, null);
  if (query.q.trim() !== '') lefts.set('', null);
  return [...lefts].map(([q, label]) => ({ filter: 'q', query: { ...query, q }, label }));
}

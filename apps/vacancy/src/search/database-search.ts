import type { VacancySearchQuery } from '#contracts';
import type { SearchFilters } from '#search';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Employer } from '../employers/employer.entity.js';
import { Vacancy } from '../vacancies/vacancy.entity.js';
import { municipalitiesNear } from './asked-query.js';
import type { Reading } from './reading/query-reader.js';
import { noExperienceWords } from './stated-terms.js';

const mostWords = 10;

/** What people get while the search engine is away: the same filters, plain words, no ranking. */
@Injectable()
export class DatabaseSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly taxonomy: Taxonomy,
  ) {}

  async search(
    query: VacancySearchQuery,
    reading: Reading,
    today: string,
  ): Promise<{ total: number; items: Vacancy[] }> {
    const [items, total] = await this.ordered(query, reading, today)
      .limit(query.limit)
      .offset(query.offset)
      .getManyAndCount();
    return { total, items };
  }

  /** Ids of all hits, in their order. */
  async ids(query: VacancySearchQuery, reading: Reading, today: string): Promise<string[]> {
    const rows = await this.ordered(query, reading, today).select('vacancy.id', 'id').getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  private ordered(query: VacancySearchQuery, reading: Reading, today: string): Found {
    const found = this.dataSource.manager
      .createQueryBuilder(Vacancy, 'vacancy')
      .innerJoin(Employer, 'employer', 'employer.id = vacancy.employer_id')
      .where(`vacancy.status = 'published' AND (vacancy.deadline IS NULL OR vacancy.deadline >= :today)`, { today });
    byWords(found, reading.text);
    const { near, km, extent } = query;
    const hours = extent === undefined ? {} : extent === 'full' ? { extentMin: 100 } : { extentMax: 99 };
    narrow(found, { ...query, ...hours }, 'asked', this.taxonomy);
    reading.required.forEach((filters, index) => narrow(found, filters, `read${index}`, this.taxonomy));
    if (near !== undefined) {
      const around = municipalitiesNear(this.taxonomy, near, km);
      found.andWhere('vacancy.municipalities && :around', { around });
    }
    if (query.sort === 'deadline') found.orderBy('vacancy.deadline', 'ASC', 'NULLS LAST');
    return found.addOrderBy('vacancy.publishedAt', 'DESC').addOrderBy('vacancy.id', 'ASC');
  }
}

type Found = SelectQueryBuilder<Vacancy>;

function byWords(found: Found, text: string): void {
  const words = text.match(/-?"[^"]+"?|\S+/g) ?? [];
  words.slice(0, mostWords).forEach((raw, index) => {
    const excluded = raw.startsWith('-');
    const word = raw.replace(/^[-+]/, '').replaceAll('"', '').trim();
    if (word === '') return;
    const name = `word${index}`;
    const holds = `concat_ws(' ', vacancy.headline, employer.name, vacancy.text) ILIKE :${name}`;
    found.andWhere(excluded ? `NOT ${holds}` : holds, { [name]: `%${word.replace(/[\\%_]/g, '\\$&')}%` });
  });
}

const salaryStated = `(coalesce(vacancy.pay ->> 'min', vacancy.pay ->> 'max') IS NOT NULL
  OR coalesce(vacancy.pay ->> 'text', '') ~ '\\d{4,}|\\d[\\s.]\\d{3}')`;
const noExperience = `regexp_replace(vacancy.headline || ' ' || vacancy.text, '\\s+', ' ', 'g') ~* :noExperienceWords`;

/** @param as names the parameters apart: filters may be asked and read */
function narrow(found: Found, filters: SearchFilters, as: string, taxonomy: Taxonomy): void {
  const by = (name: string, sql: (parameter: string) => string, value: unknown): void => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
    const parameter = `${as}_${name}`;
    found.andWhere(sql(`:${parameter}`), { [parameter]: value });
  };
  const { occupationGroup = [], occupationField = [], labourMarketRegion = [] } = filters;
  by('municipality', (codes) => `vacancy.municipalities && ${codes}`, filters.municipality);
  by(
    'county',
    (codes) => `EXISTS (SELECT FROM unnest(vacancy.municipalities) AS code WHERE left(code, 2) = ANY (${codes}))`,
    filters.county,
  );
  if (labourMarketRegion.length > 0) {
    const within = taxonomy.municipalities.filter((one) => labourMarketRegion.includes(one.labourMarketRegionId));
    by('region', (codes) => `vacancy.municipalities && ${codes}`, ['none', ...within.map(({ code }) => code)]);
  }
  by('occupation', (ids) => `vacancy.occupation_id = ANY (${ids})`, filters.occupation);
  const occupations = (ids: readonly string[], of: (id: string) => string | undefined): string[] => [
    'none',
    ...taxonomy.ofKind('occupation').flatMap(({ id }) => (ids.includes(of(id) ?? '') ? [id] : [])),
  ];
  if (occupationGroup.length > 0)
    by(
      'group',
      (ids) => `vacancy.occupation_id = ANY (${ids})`,
      occupations(occupationGroup, (id) => taxonomy.occupationGroupOf(id)),
    );
  if (occupationField.length > 0)
    by(
      'field',
      (ids) => `vacancy.occupation_id = ANY (${ids})`,
      occupations(occupationField, (id) => taxonomy.occupationFieldOf(id)),
    );
  by(
    'concept',
    (ids) =>
      `EXISTS (SELECT FROM jsonb_array_elements(vacancy.demands) AS demand
        WHERE demand ->> 'conceptId' = ANY (${ids}) AND demand ->> 'origin' <> 'rejected')`,
    filters.concept,
  );
  by('type', (ids) => `vacancy.employment_type_id = ANY (${ids})`, filters.employmentType);
  by('employer', (ids) => `vacancy.employer_id = ANY (${ids}::uuid[])`, filters.employer);
  by('extentMin', (percent) => `vacancy.extent_max >= ${percent}`, filters.extentMin);
  by('extentMax', (percent) => `vacancy.extent_min <= ${percent}`, filters.extentMax);
  by('remote', (remote) => `vacancy.remote = ${remote}`, filters.remote);
  by('language', (language) => `vacancy.language = ${language}`, filters.language);
  by('published', (day) => `vacancy.published_at >= ${day}`, filters.publishedAfter);
  by('salary', (stated) => `${salaryStated} = ${stated}`, filters.salaryStated);
  if (filters.noExperience !== undefined)
    found.andWhere(`${filters.noExperience ? '' : 'NOT '}${noExperience}`, { noExperienceWords });
}

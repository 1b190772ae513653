import type { VacancySearchQuery } from '#contracts';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { Employer } from '../employers/employer.entity.js';
import { Vacancy } from '../vacancies/vacancy.entity.js';

const mostWords = 10;

/** What people get while the search engine is away: the same filters, plain words, no ranking. */
@Injectable()
export class DatabaseSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly taxonomy: Taxonomy,
  ) {}

  async search(query: VacancySearchQuery, today: string): Promise<{ total: number; items: Vacancy[] }> {
    const found = this.dataSource.manager
      .createQueryBuilder(Vacancy, 'vacancy')
      .innerJoin(Employer, 'employer', 'employer.id = vacancy.employer_id')
      .where(`vacancy.status = 'published' AND (vacancy.deadline IS NULL OR vacancy.deadline >= :today)`, { today });
    byWords(found, query.q);
    byPlace(found, query);
    byOccupation(found, query, this.taxonomy);
    byTerms(found, query);
    if (query.sort === 'deadline') found.orderBy('vacancy.deadline', 'ASC', 'NULLS LAST');
    const [items, total] = await found
      .addOrderBy('vacancy.publishedAt', 'DESC')
      .addOrderBy('vacancy.id', 'ASC')
      .limit(query.limit)
      .offset(query.offset)
      .getManyAndCount();
    return { total, items };
  }
}

type Found = SelectQueryBuilder<Vacancy>;

function byTerms(found: Found, query: VacancySearchQuery): void {
  const { employmentType, employer, extentMin, extentMax, remote, language, publishedAfter } = query;
  if (employmentType.length > 0)
    found.andWhere('vacancy.employment_type_id = ANY (:employmentType)', { employmentType });
  if (employer.length > 0) found.andWhere('vacancy.employer_id = ANY (:employer::uuid[])', { employer });
  if (extentMin !== undefined) found.andWhere('vacancy.extent_max >= :extentMin', { extentMin });
  if (extentMax !== undefined) found.andWhere('vacancy.extent_min <= :extentMax', { extentMax });
  if (remote !== undefined) found.andWhere('vacancy.remote = :remote', { remote });
  if (language !== undefined) found.andWhere('vacancy.language = :language', { language });
  if (publishedAfter !== undefined) found.andWhere('vacancy.published_at >= :publishedAfter', { publishedAfter });
}

function byWords(found: Found, q: string): void {
  const words = q.match(/-?"[^"]+"?|\S+/g) ?? [];
  words.slice(0, mostWords).forEach((raw, index) => {
    const excluded = raw.startsWith('-');
    const word = raw.replace(/^[-+]/, '').replaceAll('"', '').trim();
    if (word === '') return;
    const name = `word${index}`;
    const holds = `concat_ws(' ', vacancy.headline, employer.name, vacancy.text) ILIKE :${name}`;
    found.andWhere(excluded ? `NOT ${holds}` : holds, { [name]: `%${word.replace(/[\\%_]/g, '\\$&')}%` });
  });
}

function byPlace(found: Found, { municipality, county }: VacancySearchQuery): void {
  if (municipality.length > 0) found.andWhere('vacancy.municipalities && :municipality', { municipality });
  if (county.length > 0)
    found.andWhere('EXISTS (SELECT FROM unnest(vacancy.municipalities) AS code WHERE left(code, 2) = ANY (:county))', {
      county,
    });
}

function byOccupation(found: Found, query: VacancySearchQuery, taxonomy: Taxonomy): void {
  const { occupation, occupationGroup, occupationField } = query;
  const within = (ids: readonly string[], of: (occupationId: string) => string | undefined): string[] =>
    taxonomy.ofKind('occupation').flatMap(({ id }) => (ids.includes(of(id) ?? '') ? [id] : []));
  const narrow = (name: string, ids: readonly string[]) =>
    found.andWhere(`vacancy.occupation_id = ANY (:${name})`, { [name]: ids });
  if (occupation.length > 0) narrow('occupation', occupation);
  if (occupationGroup.length > 0)
    narrow(
      'group',
      within(occupationGroup, (id) => taxonomy.occupationGroupOf(id)),
    );
  if (occupationField.length > 0)
    narrow(
      'field',
      within(occupationField, (id) => taxonomy.occupationFieldOf(id)),
    );
}

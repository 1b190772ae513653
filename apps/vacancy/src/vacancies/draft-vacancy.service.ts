import { randomUUID } from 'node:crypto';
import type { InputOf, Principal, vacancyApi } from '#contracts';
import { invalidInput, notFound } from '#platform';
import { TextReader, Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { demandErrors, statedDemands } from '../demands/demand-rules.js';
import type { StoredDemand } from '../demands/stored-demand.js';
import type { Employer } from '../employers/employer.entity.js';
import { readVacancy } from './read-vacancy.js';
import { vacancyErrors } from './vacancy-facts.js';
import { VacancyWriter } from './vacancy-writer.service.js';
import type { Vacancy } from './vacancy.entity.js';

type NewVacancy = InputOf<typeof vacancyApi.createVacancy>['body'];

/** Drafts: written anew, or as a copy. */
@Injectable()
export class DraftVacancyService {
  constructor(
    private readonly writer: VacancyWriter,
    private readonly taxonomy: Taxonomy,
    private readonly reader: TextReader,
    private readonly clock: Clock,
  ) {}

  async create(employer: Employer, input: NewVacancy): Promise<Vacancy> {
    const { demands, language, extent, ...fields } = input;
    const now = this.clock.now();
    const errors = [
      ...vacancyErrors(this.taxonomy, input, swedishDay(now)),
      ...demands.flatMap((demand, index) => demandErrors(this.taxonomy, demand, `/demands/${index}`)),
    ];
    if (errors.length > 0) throw invalidInput(errors);
    const vacancy: Vacancy = {
      ...blankDraft(employer, now),
      ...fields,
      municipalities: [...new Set(fields.municipalities)],
      language: language ?? 'sv',
      languageStated: language !== undefined,
      occupationOrigin: fields.occupationId === null ? null : 'stated',
      extentMin: extent?.min ?? null,
      extentMax: extent?.max ?? null,
      demands: statedDemands(demands, randomUUID),
    };
    readVacancy(vacancy, this.reader, randomUUID);
    return this.writer.addDraft(vacancy);
  }

  /** The same content as a draft of its own: what is tied to a time or a source stays behind. */
  async copy(original: Vacancy, employer: Employer): Promise<Vacancy> {
    const now = this.clock.now();
    const today = swedishDay(now);
    const open = (day: string | null): string | null => (day !== null && day >= today ? day : null);
    const blank = blankDraft(employer, now);
    const copy: Vacancy = {
      ...original,
      ...pickIdentity(blank),
      deadline: open(original.deadline),
      start: open(original.start),
      demands: original.demands.map(({ fromFeed: _, ...demand }: StoredDemand) => ({ ...demand, id: randomUUID() })),
    };
    return this.writer.addDraft(copy);
  }

  async remove(principal: Principal, vacancyId: string): Promise<void> {
    await this.writer.removeDraft(principal, vacancyId);
  }
}

/** An employer's draft before anything is written in it. */
export function blankDraft(employer: Pick<Employer, 'id' | 'demo'>, now: Date): Vacancy {
  return {
    id: randomUUID(),
    revision: 1,
    status: 'draft',
    employerId: employer.id,
    headline: '',
    text: '',
    language: 'sv',
    languageStated: false,
    occupationId: null,
    occupationOrigin: null,
    municipalities: [],
    remote: false,
    positions: 1,
    employmentTypeId: null,
    extentMin: null,
    extentMax: null,
    duration: null,
    pay: null,
    deadline: null,
    start: null,
    applicationUrl: null,
    applicationEmail: null,
    demands: [],
    sourceName: null,
    externalId: null,
    sourceUrl: null,
    contentHash: null,
    withdrawnBySource: false,
    demo: employer.demo,
    publishedAt: null,
    closedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

const pickIdentity = ({
  id,
  revision,
  status,
  sourceName,
  externalId,
  sourceUrl,
  contentHash,
  withdrawnBySource,
  demo,
  publishedAt,
  closedAt,
  createdAt,
  updatedAt,
}: Vacancy): Partial<Vacancy> => ({
  id,
  revision,
  status,
  sourceName,
  externalId,
  sourceUrl,
  contentHash,
  withdrawnBySource,
  demo,
  publishedAt,
  closedAt,
  createdAt,
  updatedAt,
});

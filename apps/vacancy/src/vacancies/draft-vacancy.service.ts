import { randomUUID } from 'node:crypto';
import type { InputOf, vacancyApi } from '#contracts';
import { invalidInput } from '#platform';
import { Taxonomy, TextReader } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { demandErrors, statedDemands } from '../demands/demand-rules.js';
import type { StoredDemand } from '../demands/stored-demand.js';
import type { Employer } from '../employers/employer.entity.js';
import { blankDraft, newIdentity } from './blank-draft.js';
import { hasPassed } from './publish-rules.js';
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

  /** @throws DomainError `invalid-input` for concepts, places and days that cannot be. */
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

  /** The same content as a draft of its own; days that have passed stay behind. */
  async copy(original: Vacancy, employer: Employer): Promise<Vacancy> {
    const now = this.clock.now();
    const ahead = (day: string | null): string | null => (hasPassed(day, swedishDay(now)) ? null : day);
    const { deadline, start, demands } = original;
    return this.writer.addDraft({
      ...original,
      ...newIdentity(employer, now),
      deadline: ahead(deadline),
      start: ahead(start),
      demands: demands.map(({ fromFeed: _, ...demand }: StoredDemand) => ({ ...demand, id: randomUUID() })),
    });
  }
}

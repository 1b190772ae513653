import { searchInternalApi, type AnswerOf, type InputOf } from '#contracts';
import { Input, Serve } from '#platform';
import { vacancyMeets } from '#search';
import { Controller } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { swedishDay } from '../clock/swedish-time.js';
import { isOpen } from '../vacancies/publish-rules.js';
import { VacancyRepository } from '../vacancies/vacancy.repository.js';
import { IndexWriter } from './index-writer.service.js';
import { SearchVacanciesService } from './search-vacancies.service.js';

/** What other services ask of search. */
@Controller()
export class SearchInternalController {
  constructor(
    private readonly searching: SearchVacanciesService,
    private readonly vacancies: VacancyRepository,
    private readonly writer: IndexWriter,
    private readonly clock: Clock,
  ) {}

  @Serve(searchInternalApi.searchHits)
  async hits(
    @Input() { body }: InputOf<typeof searchInternalApi.searchHits>,
  ): Promise<AnswerOf<typeof searchInternalApi.searchHits>> {
    return { ids: await this.searching.hits(body) };
  }

  @Serve(searchInternalApi.searchPage)
  page(
    @Input() { body }: InputOf<typeof searchInternalApi.searchPage>,
  ): Promise<AnswerOf<typeof searchInternalApi.searchPage>> {
    return this.searching.page(body.search, body.ids);
  }

  @Serve(searchInternalApi.metSearches)
  async met(
    @Input() { body }: InputOf<typeof searchInternalApi.metSearches>,
  ): Promise<AnswerOf<typeof searchInternalApi.metSearches>> {
    const vacancy = await this.vacancies.find(body.vacancyId);
    if (!vacancy || !isOpen(vacancy, swedishDay(this.clock.now())))
      return { revision: vacancy?.revision ?? null, meets: body.searches.map(() => false) };
    const [document] = await this.writer.documents([vacancy]);
    const queries = await Promise.all(body.searches.map((search) => this.searching.indexed(search)));
    return { revision: vacancy.revision, meets: vacancyMeets(document!, queries) };
  }

  @Serve(searchInternalApi.openVacancies)
  async open(
    @Input() { query }: InputOf<typeof searchInternalApi.openVacancies>,
  ): Promise<AnswerOf<typeof searchInternalApi.openVacancies>> {
    return { items: await this.vacancies.openBeginningWith(query.digit, swedishDay(this.clock.now())) };
  }
}

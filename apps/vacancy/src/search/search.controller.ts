import { vacancyApi, type AnswerOf, type InputOf, type VacancySearchAnswer } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { RebuildSearchService } from './rebuild-search.service.js';
import { SearchVacanciesService } from './search-vacancies.service.js';

@Controller()
export class SearchController {
  constructor(
    private readonly searching: SearchVacanciesService,
    private readonly rebuilding: RebuildSearchService,
  ) {}

  @Serve(vacancyApi.searchVacancies)
  search(@Input() { query }: InputOf<typeof vacancyApi.searchVacancies>): Promise<VacancySearchAnswer> {
    return this.searching.search(query);
  }

  @Serve(vacancyApi.rebuildSearch)
  rebuild(): Promise<AnswerOf<typeof vacancyApi.rebuildSearch>> {
    return this.rebuilding.rebuild();
  }
}

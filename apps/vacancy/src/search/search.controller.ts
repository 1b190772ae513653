import { vacancyApi, type AnswerOf, type InputOf, type VacancySearchAnswer } from '#contracts';
import { Input, Serve } from '#platform';
import { Controller } from '@nestjs/common';
import { RebuildSearchService } from './rebuild-search.service.js';
import { SearchVacanciesService } from './search-vacancies.service.js';
import { SimilarVacanciesService } from './similar-vacancies.service.js';
import { SuggestSearchService } from './suggestions/suggest-search.service.js';

@Controller()
export class SearchController {
  constructor(
    private readonly searching: SearchVacanciesService,
    private readonly suggesting: SuggestSearchService,
    private readonly similarity: SimilarVacanciesService,
    private readonly rebuilding: RebuildSearchService,
  ) {}

  @Serve(vacancyApi.searchVacancies)
  search(@Input() { query }: InputOf<typeof vacancyApi.searchVacancies>): Promise<VacancySearchAnswer> {
    return this.searching.search(query);
  }

  @Serve(vacancyApi.suggestSearch)
  suggest(
    @Input() { query }: InputOf<typeof vacancyApi.suggestSearch>,
  ): Promise<AnswerOf<typeof vacancyApi.suggestSearch>> {
    return this.suggesting.suggest(query);
  }

  @Serve(vacancyApi.similarVacancies)
  async similar(
    @Input() { params }: InputOf<typeof vacancyApi.similarVacancies>,
  ): Promise<AnswerOf<typeof vacancyApi.similarVacancies>> {
    return { items: await this.similarity.of(params.vacancyId) };
  }

  @Serve(vacancyApi.rebuildSearch)
  rebuild(): Promise<AnswerOf<typeof vacancyApi.rebuildSearch>> {
    return this.rebuilding.start();
  }

  @Serve(vacancyApi.getSearchRebuild)
  rebuildProgress(): Promise<AnswerOf<typeof vacancyApi.getSearchRebuild>> {
    return this.rebuilding.progress();
  }
}

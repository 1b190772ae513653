import { openVacancyIndex } from '#search';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { configToken, type VacancyConfig } from '../config.js';
import { EmployersModule } from '../employers/employers.module.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { VacanciesModule } from '../vacancies/vacancies.module.js';
import { DatabaseSearch } from './database-search.js';
import { FacetLabels } from './facet-labels.js';
import { IndexComparison } from './index-comparison.js';
import { IndexVacanciesHandler } from './index-vacancies.handler.js';
import { IndexWriter } from './index-writer.service.js';
import { OpenCountsRepository } from './open-counts.repository.js';
import { OpenCountsService } from './open-counts.service.js';
import { QueryReader } from './reading/query-reader.service.js';
import { RebuildRepository } from './rebuild.repository.js';
import { RebuildSearchService } from './rebuild-search.service.js';
import { ReconcileSearchService } from './reconcile-search.service.js';
import { ReconcileJob } from './reconcile.job.js';
import { withRecentAnswers } from './recent-answers.js';
import { RelaxationService } from './relaxation.service.js';
import { SearchInternalController } from './search-internal.controller.js';
import { SearchVacanciesService } from './search-vacancies.service.js';
import { SearchController } from './search.controller.js';
import { SimilarVacanciesService } from './similar-vacancies.service.js';
import { SuggestSearchService } from './suggestions/suggest-search.service.js';
import { InjectVacancyIndex, vacancyIndexToken, type VacancyIndex } from './vacancy-index.js';

const index = {
  provide: vacancyIndexToken,
  inject: [configToken],
  useFactory: ({ SEARCH_URL, SEARCH_KEY, SEARCH_INDEX: name }: VacancyConfig) =>
    withRecentAnswers(openVacancyIndex(SEARCH_URL, SEARCH_KEY === undefined ? { name } : { key: SEARCH_KEY, name })),
};

@Module({
  imports: [EmployersModule, VacanciesModule, SuggestionsModule],
  controllers: [SearchController, SearchInternalController],
  providers: [
    index,
    IndexWriter,
    IndexVacanciesHandler,
    IndexComparison,
    RebuildRepository,
    RebuildSearchService,
    ReconcileSearchService,
    ReconcileJob,
    DatabaseSearch,
    FacetLabels,
    OpenCountsRepository,
    OpenCountsService,
    QueryReader,
    RelaxationService,
    SearchVacanciesService,
    SimilarVacanciesService,
    SuggestSearchService,
  ],
  exports: [index],
})
export class SearchModule implements OnApplicationShutdown {
  constructor(@InjectVacancyIndex() private readonly index: VacancyIndex) {}

  async onApplicationShutdown(): Promise<void> {
    await this.index.close();
  }
}

import { openVacancyIndex } from '#search';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { configToken, type VacancyConfig } from '../config.js';
import { EmployersModule } from '../employers/employers.module.js';
import { VacanciesModule } from '../vacancies/vacancies.module.js';
import { DatabaseSearch } from './database-search.js';
import { FacetLabels } from './facet-labels.js';
import { IndexComparison } from './index-comparison.js';
import { IndexVacanciesHandler } from './index-vacancies.handler.js';
import { IndexWriter } from './index-writer.service.js';
import { RebuildSearchService } from './rebuild-search.service.js';
import { ReconcileSearchService } from './reconcile-search.service.js';
import { ReconcileJob } from './reconcile.job.js';
import { SearchVacanciesService } from './search-vacancies.service.js';
import { SearchController } from './search.controller.js';
import { InjectVacancyIndex, vacancyIndexToken, type VacancyIndex } from './vacancy-index.js';

const index = {
  provide: vacancyIndexToken,
  inject: [configToken],
  useFactory: ({ SEARCH_URL, SEARCH_KEY }: VacancyConfig) =>
    openVacancyIndex(SEARCH_URL, SEARCH_KEY === undefined ? {} : { key: SEARCH_KEY }),
};

@Module({
  imports: [EmployersModule, VacanciesModule],
  controllers: [SearchController],
  providers: [
    index,
    IndexWriter,
    IndexVacanciesHandler,
    IndexComparison,
    RebuildSearchService,
    ReconcileSearchService,
    ReconcileJob,
    DatabaseSearch,
    FacetLabels,
    SearchVacanciesService,
  ],
  exports: [index],
})
export class SearchModule implements OnApplicationShutdown {
  constructor(@InjectVacancyIndex() private readonly index: VacancyIndex) {}

  async onApplicationShutdown(): Promise<void> {
    await this.index.close();
  }
}

import { Taxonomy } from '#taxonomy';
import { Module } from '@nestjs/common';
import { EmployersModule } from '../employers/employers.module.js';
import { VacanciesModule } from '../vacancies/vacancies.module.js';
import { OpenAds } from './ad/open-ads.js';
import { CompleteWordsService } from './complete/complete-words.service.js';
import { OpenDataController } from './open-data.controller.js';
import { OpenAdProjector } from './projection/open-ad.projector.js';
import { OpenAdRepository } from './projection/open-ad.repository.js';
import { ProjectionJob } from './projection/projection.job.js';
import { SearchAdsService } from './search/search-ads.service.js';
import { AdStreamController } from './stream/ad-stream.controller.js';
import { AdStream } from './stream/ad-stream.js';
import { ConceptPhrases } from './words/concept-phrases.js';

const phrases = {
  provide: ConceptPhrases,
  inject: [Taxonomy],
  useFactory: (taxonomy: Taxonomy) => new ConceptPhrases(taxonomy),
};

/** Open ads for other people's programs, in the shape of JobSearch and JobStream. */
@Module({
  imports: [EmployersModule, VacanciesModule],
  controllers: [OpenDataController, AdStreamController],
  providers: [
    phrases,
    OpenAds,
    OpenAdRepository,
    OpenAdProjector,
    ProjectionJob,
    SearchAdsService,
    CompleteWordsService,
    AdStream,
  ],
})
export class OpenDataModule {}

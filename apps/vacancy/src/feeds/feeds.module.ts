import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module.js';
import { CsvPreviewService } from './csv-preview.service.js';
import { FeedRepository } from './feed.repository.js';
import { FeedSchedule } from './feed-schedule.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { FeedFetcher } from './reading/feed-fetcher.js';
import { RunFeedService } from './run-feed.service.js';
import { VacancySourcesService } from './vacancy-sources.service.js';

/** Ads that come by themselves: registered by an operator, read at their time, one vacancy for one job whatever its sources. */
@Module({
  imports: [ImportsModule],
  controllers: [FeedsController],
  providers: [
    CsvPreviewService,
    FeedRepository,
    FeedFetcher,
    RunFeedService,
    FeedSchedule,
    FeedsService,
    VacancySourcesService,
  ],
})
export class FeedsModule {}

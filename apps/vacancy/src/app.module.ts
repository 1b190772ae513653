import { openEmbeddings } from '#embeddings';
import { MessagingModule, messagingEntities, messagingMigrations } from '#messaging';
import { currentRequestId, databaseModule, isUnavailable, withRequestId, type Platform } from '#platform';
import { loadTaxonomy, starterTaxonomyPath, Taxonomy, TextReader } from '#taxonomy';
import { TaxonomyVersions1790002000000 } from '#taxonomy-store';
import type { DynamicModule } from '@nestjs/common';
import { Clock } from './clock/clock.js';
import { ConceptUsage } from './concepts/concept-usage.js';
import { ConceptsController } from './concepts/concepts.controller.js';
import { configToken, type VacancyConfig } from './config.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { CoverageRepository } from './coverage/coverage.repository.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { DemoController } from './demo/demo.controller.js';
import { RemoveDemoService } from './demo/remove-demo.service.js';
import { embeddingsToken } from './embeddings/inject-embeddings.js';
import { Employer } from './employers/employer.entity.js';
import { EmployersModule } from './employers/employers.module.js';
import { Member } from './employers/member.entity.js';
import { Feed, FeedReject, FeedRun } from './feeds/feed.entity.js';
import { FeedsModule } from './feeds/feeds.module.js';
import { HealthService } from './health/health.service.js';
import { ImportsModule } from './imports/imports.module.js';
import { Vacancies1790000000000 } from './migrations/1790000000000-vacancies.js';
import { Feeds1790001100000 } from './migrations/1790001100000-feeds.js';
import { PlacesOfOpenAds1790002200000 } from './migrations/1790002200000-places-of-open-ads.js';
import { SearchRebuild1790003000000 } from './migrations/1790003000000-search-rebuild.js';
import { NewestOpenAds1790003100000 } from './migrations/1790003100000-newest-open-ads.js';
import { OpenAds1790000200000 } from './migrations/1790000200000-open-ads.js';
import { VacancyViews1790001000000 } from './migrations/1790001000000-vacancy-views.js';
import { OpenDataModule } from './open-data/open-data.module.js';
import { SearchModule } from './search/search.module.js';
import { TaxonomyModule } from './taxonomy/taxonomy.module.js';
import { SuggestionsModule } from './suggestions/suggestions.module.js';
import { VacanciesModule } from './vacancies/vacancies.module.js';
import { Vacancy } from './vacancies/vacancy.entity.js';

class VacancyAppModule {}
class KnowledgeModule {}

/** Events handled at the same time: the index takes what arrives together in one write. */
const concurrency = 12;
const poolSize = 24;

/** The vacancy service: employers, vacancies and what they ask for, imports, and search. */
export function appModule(config: VacancyConfig, platform: Platform, clock: Clock = new Clock()): DynamicModule {
  const { logger, readiness } = platform;
  const path = config.TAXONOMY ?? starterTaxonomyPath();
  const taxonomy = loadTaxonomy(path);
  const knowledge = [
    { provide: configToken, useValue: config },
    { provide: Clock, useValue: clock },
    { provide: Taxonomy, useValue: taxonomy },
    { provide: TextReader, useValue: new TextReader(taxonomy) },
    { provide: embeddingsToken, useValue: openEmbeddings(config) },
  ];
  return {
    module: VacancyAppModule,
    imports: [
      {
        module: KnowledgeModule,
        global: true,
        providers: knowledge,
        exports: knowledge.map(({ provide }) => provide),
      },
      databaseModule({
        url: config.DATABASE_URL,
        entities: [Employer, Member, Vacancy, Feed, FeedRun, FeedReject, ...messagingEntities],
        migrations: [
          ...messagingMigrations,
          Vacancies1790000000000,
          OpenAds1790000200000,
          VacancyViews1790001000000,
          TaxonomyVersions1790002000000,
          Feeds1790001100000,
          PlacesOfOpenAds1790002200000,
          SearchRebuild1790003000000,
          NewestOpenAds1790003100000,
        ],
        readiness,
        poolSize,
      }),
      MessagingModule.forRootAsync({
        useFactory: () => ({
          service: 'vacancy',
          queueUrl: config.QUEUE_URL,
          prefix: config.QUEUE_PREFIX,
          role: config.ROLE,
          logger,
          requestId: () => currentRequestId() ?? null,
          withRequestId,
          isOutage: isUnavailable,
          concurrency,
        }),
      }),
      EmployersModule,
      VacanciesModule,
      ImportsModule,
      SearchModule,
      TaxonomyModule.of({ taxonomy, path, works: config.ROLE !== 'api' }),
      OpenDataModule,
      SuggestionsModule,
      FeedsModule,
    ],
    controllers: [ConceptsController, CoverageController, DemoController, DeadLettersController],
    providers: [ConceptUsage, CoverageRepository, RemoveDemoService, HealthService],
  };
}

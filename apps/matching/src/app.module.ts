import { taxonomyMoveApi } from '#contracts';
import { messagingEntities, MessagingModule, messagingMigrations, QueueHealth } from '#messaging';
import {
  currentRequestId,
  databaseModule,
  gauge,
  isUnavailable,
  KeptAnswers,
  Readiness,
  withRequestId,
  type Platform,
} from '#platform';
import { loadTaxonomy, starterTaxonomyPath, Taxonomy } from '#taxonomy';
import { taxonomyMovesController, taxonomyStore, TaxonomyVersions1790002000000 } from '#taxonomy-store';
import { Injectable, type DynamicModule } from '@nestjs/common';
import { AlertFinder } from './alerts/alert-finder.service.js';
import { MetSearches } from './alerts/met-searches.js';
import { AlertRepository } from './alerts/alert.repository.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { ClosingRepository } from './closings/closing.repository.js';
import { ClosingsController } from './closings/closings.controller.js';
import { CreateAlert } from './alerts/create-alert.service.js';
import { ApplicationRepository } from './applications/application.repository.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { Applications } from './applications/applications.service.js';
import { QuestionRepository } from './applications/question.repository.js';
import { Questions } from './applications/questions.service.js';
import { BulkNights } from './bulk/bulk-nights.js';
import { BulkRangeHandlers } from './bulk/bulk-range.handlers.js';
import { BulkRunRepository } from './bulk/bulk-run.repository.js';
import { BulkRunsController } from './bulk/bulk-runs.controller.js';
import { BulkRuns } from './bulk/bulk-runs.service.js';
import { FrozenEngines } from './bulk/frozen-engines.js';
import { CandidatesController } from './candidates/candidates.controller.js';
import { Candidates } from './candidates/candidates.service.js';
import { Clock } from './clock.js';
import { KnownConcepts } from './concepts/known-concepts.js';
import { configToken, InjectConfig, roleToken, type MatchingConfig } from './config.js';
import { DeskController } from './desk/desk.controller.js';
import { Desk } from './desk/desk.service.js';
import { Supply } from './desk/supply.service.js';
import { FiguresRepository } from './desk/figures.repository.js';
import { NoteRepository } from './desk/note.repository.js';
import { EngineHost } from './engine/engine-host.js';
import { EngineSnapshots } from './engine/engine-snapshots.js';
import { IdfRepository } from './engine/idf.repository.js';
import { ExportsController } from './exports/exports.controller.js';
import { TracesRepository } from './exports/traces.repository.js';
import { HouseholdRepository } from './households/household.repository.js';
import { HouseholdsController } from './households/households.controller.js';
import { PlacesOfTwo } from './households/place-jobs.service.js';
import { LiveController } from './live/live.controller.js';
import { LiveFeed } from './live/live-feed.service.js';
import { MarkRepository } from './marks/mark.repository.js';
import { MarksController } from './marks/marks.controller.js';
import { Marks } from './marks/marks.service.js';
import { VisitRepository } from './marks/visit.repository.js';
import { MatchList } from './matches/match-list.service.js';
import { MatchesController } from './matches/matches.controller.js';
import { FitSearch } from './matches/fit-search.service.js';
import { SeekerMatches } from './matches/seeker-matches.service.js';
import { VacancySummaries } from './matches/vacancy-summaries.js';
import { Matching1790000000000 } from './migrations/1790000000000-matching.js';
import { DecisionOrder1790000100000 } from './migrations/1790000100000-decision-order.js';
import { SeekersAndDesks1790001000000 } from './migrations/1790001000000-seekers-and-desks.js';
import { Closings1790002100000 } from './migrations/1790002100000-closings.js';
import { NamedSearches1790003100000 } from './migrations/1790003100000-named-searches.js';
import { SavedSearches1790001100000 } from './migrations/1790001100000-saved-searches.js';
import { OpenQuestionsController } from './open-questions/open-questions.controller.js';
import { OpenQuestions } from './open-questions/open-questions.service.js';
import { BulkRuns1790000600000 } from './migrations/1790000600000-bulk-runs.js';
import { OperationController } from './operation/operation.controller.js';
import { Ownership } from './ownership/ownership.service.js';
import { ProjectionHandlers } from './projections/projection.handlers.js';
import { ProjectionRepository } from './projections/projection.repository.js';
import { Reconciler } from './projections/reconciler.js';
import { ShortlistRepository } from './shortlists/shortlist.repository.js';
import { ShortlistsController } from './shortlists/shortlists.controller.js';
import { Shortlists } from './shortlists/shortlists.service.js';
import { ListMover, TaxonomyHandler } from './taxonomy/list-mover.js';
import { ShownMatches } from './shown/shown-matches.service.js';

@Injectable()
class QueueReadiness {
  constructor(readiness: Readiness, health: QueueHealth, @InjectConfig() config: MatchingConfig) {
    readiness.register('queue', async () => ({ ...(await health.check()) }));
    if (config.METRICS_PORT !== undefined) health.measure(gauge);
  }
}

class MatchingModule {}

export function appModule(
  config: MatchingConfig,
  { logger, readiness }: Platform,
  clock: Clock = new Clock(),
): DynamicModule {
  const path = config.TAXONOMY ?? starterTaxonomyPath();
  const taxonomy = loadTaxonomy(path);
  return {
    module: MatchingModule,
    imports: [
      databaseModule({
        url: config.DATABASE_URL,
        entities: [...messagingEntities],
        migrations: [
          ...messagingMigrations,
          Matching1790000000000,
          DecisionOrder1790000100000,
          BulkRuns1790000600000,
          SeekersAndDesks1790001000000,
          SavedSearches1790001100000,
          TaxonomyVersions1790002000000,
          Closings1790002100000,
          NamedSearches1790003100000,
        ],
        readiness,
      }),
      MessagingModule.forRootAsync({
        useFactory: () => ({
          service: 'matching' as const,
          queueUrl: config.QUEUE_URL,
          prefix: config.QUEUE_PREFIX,
          role: config.ROLE,
          logger,
          requestId: () => currentRequestId() ?? null,
          withRequestId,
          isOutage: isUnavailable,
        }),
      }),
    ],
    controllers: [
      MatchesController,
      CandidatesController,
      ShortlistsController,
      AlertsController,
      ClosingsController,
      MarksController,
      OpenQuestionsController,
      ExportsController,
      HouseholdsController,
      ApplicationsController,
      DeskController,
      LiveController,
      BulkRunsController,
      OperationController,
      taxonomyMovesController(taxonomyMoveApi.matching, 'matching'),
    ],
    providers: [
      { provide: configToken, useValue: config },
      { provide: Taxonomy, useValue: taxonomy },
      ...taxonomyStore({ taxonomy, path, works: config.ROLE !== 'api', mover: ListMover }),
      TaxonomyHandler,
      { provide: roleToken, useValue: config.ROLE },
      { provide: Clock, useValue: clock },
      { provide: KeptAnswers, useValue: new KeptAnswers() },
      KnownConcepts,
      ProjectionRepository,
      ProjectionHandlers,
      Reconciler,
      IdfRepository,
      EngineSnapshots,
      EngineHost,
      Ownership,
      VacancySummaries,
      MatchList,
      SeekerMatches,
      FitSearch,
      MetSearches,
      MarkRepository,
      VisitRepository,
      Marks,
      OpenQuestions,
      TracesRepository,
      HouseholdRepository,
      PlacesOfTwo,
      ApplicationRepository,
      Applications,
      QuestionRepository,
      Questions,
      LiveFeed,
      Candidates,
      ShownMatches,
      ShortlistRepository,
      Shortlists,
      NoteRepository,
      FiguresRepository,
      Desk,
      Supply,
      AlertRepository,
      ClosingRepository,
      AlertFinder,
      CreateAlert,
      FrozenEngines,
      BulkRunRepository,
      BulkRuns,
      BulkRangeHandlers,
      BulkNights,
      QueueReadiness,
    ],
  };
}

import { taxonomyMoveApi } from '#contracts';
import { MessagingModule, messagingEntities, messagingMigrations } from '#messaging';
import { currentRequestId, databaseModule, isUnavailable, withRequestId, type Platform } from '#platform';
import { openCandidateIndex } from '#search';
import { loadTaxonomy, starterTaxonomyPath, Taxonomy, TextReader } from '#taxonomy';
import { taxonomyMovesController, taxonomyStore, TaxonomyVersions1790002000000 } from '#taxonomy-store';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { Clock } from './clock/clock.js';
import { configToken, type ProfileConfig } from './config.js';
import { AddCv } from './cv/add-cv.service.js';
import { CvController } from './cv/cv.controller.js';
import { CvReader } from './cv/cv-reader.js';
import { StoredCvText } from './cv/cv-text.entity.js';
import { CvTexts } from './cv/cv-texts.service.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { StoredDisclosure } from './disclosures/disclosure.entity.js';
import { DisclosuresController } from './disclosures/disclosures.controller.js';
import { DisclosuresHandler } from './disclosures/disclosures.handler.js';
import { Disclosures } from './disclosures/disclosures.service.js';
import { FactsController } from './facts/facts.controller.js';
import { HealthService } from './health/health.service.js';
import { Household } from './households/household.entity.js';
import { HouseholdsController } from './households/households.controller.js';
import { Households } from './households/households.service.js';
import { ImportedProfiles } from './imports/imported-profiles.service.js';
import { ImportProfile } from './imports/import-profile.service.js';
import { ImportsController } from './imports/imports.controller.js';
import { MatchViewsController } from './match-views/match-views.controller.js';
import { Profiles1790000000000 } from './migrations/1790000000000-profiles.js';
import { ChangeProfile } from './profiles/change-profile.service.js';
import { ProfileContact } from './profiles/contact.entity.js';
import { CreateProfile } from './profiles/create-profile.service.js';
import { EditProfile } from './profiles/edit-profile.service.js';
import { EraseProfile } from './profiles/erase-profile.service.js';
import { ExportProfile } from './profiles/export-profile.service.js';
import { Profile } from './profiles/profile.entity.js';
import { ProfileRepository } from './profiles/profile.repository.js';
import { ProfilesController } from './profiles/profiles.controller.js';
import { Tombstone } from './profiles/tombstone.entity.js';
import { candidateIndexToken, type CandidateIndex } from './search/candidate-index.js';
import { CandidatesHandler } from './search/candidates.handler.js';
import { IndexCandidates } from './search/index-candidates.service.js';
import { ReconcileJob } from './search/reconcile.job.js';
import { SearchController } from './search/search.controller.js';
import { ProfileMover, TaxonomyHandler } from './taxonomy/profile-mover.js';

const entities = [Profile, ProfileContact, StoredCvText, StoredDisclosure, Household, Tombstone];

// Static paths before those with parameters: `/profiles/mine` is no profile's id.
const controllers = [
  CvController,
  ImportsController,
  MatchViewsController,
  SearchController,
  ProfilesController,
  FactsController,
  HouseholdsController,
  DisclosuresController,
  DeadLettersController,
  taxonomyMovesController(taxonomyMoveApi.profile, 'profile'),
];

const services: Provider[] = [
  ProfileRepository,
  ChangeProfile,
  CreateProfile,
  EditProfile,
  EraseProfile,
  ExportProfile,
  CvReader,
  CvTexts,
  AddCv,
  ImportProfile,
  ImportedProfiles,
  Households,
  Disclosures,
  DisclosuresHandler,
  IndexCandidates,
  CandidatesHandler,
  ReconcileJob,
  TaxonomyHandler,
  HealthService,
];

@Module({})
class ProfileAppModule implements OnApplicationShutdown {
  constructor(@Inject(candidateIndexToken) private readonly index: CandidateIndex) {}

  async onApplicationShutdown(): Promise<void> {
    await this.index?.close();
  }
}

/** The profile service: people, their facts and wishes, CVs, households, who has looked, and the candidate index. */
export function appModule(config: ProfileConfig, platform: Platform, clock: Clock = new Clock()): DynamicModule {
  const { logger, readiness } = platform;
  const path = config.TAXONOMY ?? starterTaxonomyPath();
  const taxonomy = loadTaxonomy(path);
  return {
    module: ProfileAppModule,
    imports: [
      databaseModule({
        url: config.DATABASE_URL,
        entities: [...entities, ...messagingEntities],
        migrations: [...messagingMigrations, Profiles1790000000000, TaxonomyVersions1790002000000],
        readiness,
        poolSize: 16,
      }),
      MessagingModule.forRootAsync({
        useFactory: () => ({
          service: 'profile',
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
    controllers,
    providers: [
      { provide: configToken, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Taxonomy, useValue: taxonomy },
      { provide: TextReader, useValue: new TextReader(taxonomy) },
      { provide: candidateIndexToken, useValue: openIndex(config) },
      ...taxonomyStore({ taxonomy, path, works: config.ROLE !== 'api', mover: ProfileMover }),
      ...services,
    ],
  };
}

function openIndex({ SEARCH_URL, SEARCH_KEY }: ProfileConfig): CandidateIndex {
  if (SEARCH_URL === undefined) return null;
  return openCandidateIndex(SEARCH_URL, SEARCH_KEY === undefined ? {} : { key: SEARCH_KEY });
}

import { Module } from '@nestjs/common';
import { DemandsController } from '../demands/demands.controller.js';
import { EmployersModule } from '../employers/employers.module.js';
import { VacancyViewsController } from '../views/vacancy-views.controller.js';
import { VacancyViews } from '../views/vacancy-views.service.js';
import { ChangeVacancyService } from './change-vacancy.service.js';
import { DraftVacancyService } from './draft-vacancy.service.js';
import { DraftsController } from './drafts.controller.js';
import { ExpireVacanciesService } from './expire-vacancies.service.js';
import { ExpiryJob } from './expiry.job.js';
import { InternalVacanciesController } from './internal-vacancies.controller.js';
import { PublishVacancyService } from './publish-vacancy.service.js';
import { VacanciesController } from './vacancies.controller.js';
import { VacancyChangesController } from './vacancy-changes.controller.js';
import { VacancySummaries } from './vacancy-summaries.service.js';
import { VacancyWriter } from './vacancy-writer.service.js';
import { VacancyRepository } from './vacancy.repository.js';

@Module({
  imports: [EmployersModule],
  controllers: [
    VacanciesController,
    DraftsController,
    VacancyChangesController,
    DemandsController,
    InternalVacanciesController,
    VacancyViewsController,
  ],
  providers: [
    VacancyRepository,
    VacancyWriter,
    VacancySummaries,
    DraftVacancyService,
    ChangeVacancyService,
    PublishVacancyService,
    ExpireVacanciesService,
    ExpiryJob,
    VacancyViews,
  ],
  exports: [VacancyRepository, VacancyWriter, VacancySummaries],
})
export class VacanciesModule {}

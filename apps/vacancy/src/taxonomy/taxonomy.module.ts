import { taxonomyMoveApi } from '#contracts';
import type { Taxonomy } from '#taxonomy';
import { taxonomyMovesController, taxonomyStore } from '#taxonomy-store';
import type { DynamicModule } from '@nestjs/common';
import { VacanciesModule } from '../vacancies/vacancies.module.js';
import { TaxonomyHandler, VacancyMover } from './vacancy-mover.js';

/** Keeps the taxonomies that vacancies were written under, and moves them to the one in use. */
export class TaxonomyModule {
  static of(options: { taxonomy: Taxonomy; path: string; works: boolean }): DynamicModule {
    return {
      module: TaxonomyModule,
      imports: [VacanciesModule],
      controllers: [taxonomyMovesController(taxonomyMoveApi.vacancy, 'vacancy')],
      providers: [...taxonomyStore({ ...options, mover: VacancyMover }), TaxonomyHandler],
    };
  }
}

import { z } from 'zod';
import { matchFigures } from '../domain/match.js';
import { uuid } from '../domain/text.js';
import { operation } from './operation.js';
import { vacancySearchAnswer, vacancySearchQuery } from './vacancy-search.api.js';

/** A search as it is kept: without order and page. */
export const savedSearch = vacancySearchQuery.omit({ sort: true, relax: true, limit: true, offset: true });
/** As an address has it. */
export type SavedSearchInput = z.input<typeof savedSearch>;
export type SavedSearch = z.infer<typeof savedSearch>;

export const fitSearchAnswer = vacancySearchAnswer.extend({
  items: z.array(
    vacancySearchAnswer.shape.items.element.extend({
      /** Null where the engine does not hold the vacancy yet. */
      match: matchFigures.pick({ fit: true, employerFit: true, seekerFit: true, eligibility: true }).nullable(),
    }),
  ),
});
export type FitSearchAnswer = z.infer<typeof fitSearchAnswer>;

export const fitSearchApi = {
  searchByFit: operation({
    id: 'searchByFit',
    method: 'GET',
    path: '/profiles/{profileId}/vacancy-search',
    service: 'matching',
    tag: 'search',
    who: ['seeker'],
    status: 200,
    summary:
      'Search open vacancies, all hits in the order of how well they fit me; those that I am not eligible for come last',
    params: z.strictObject({ profileId: uuid }),
    query: vacancySearchQuery.omit({ sort: true }),
    answer: fitSearchAnswer,
  }),
} as const;

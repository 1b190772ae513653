import {
  matchingApi,
  searchAsAsked,
  vacancyApi,
  type FitSearchAnswer,
  type Principal,
  type VacancySearchAnswer,
} from '#contracts';
import { DomainError, ServiceClient } from '#platform';
import { Injectable } from '@nestjs/common';
import { Principals } from '../session/principals.js';
import type { SearchState } from './search-state.js';

export const isSeeker = ({ roles }: Principal): boolean => roles.includes('seeker');

/** Asks what a search page shows; a list in the order of fit of the service that matches. */
@Injectable()
export class SearchAnswers {
  constructor(
    private readonly client: ServiceClient,
    private readonly principals: Principals,
  ) {}

  /** @returns the state, too: an order that cannot be had now gives way to relevance. */
  async of(
    state: SearchState,
    principal: Principal,
  ): Promise<{ state: SearchState; answer: VacancySearchAnswer | FitSearchAnswer }> {
    const answer = state.sort === 'fit' && isSeeker(principal) ? await this.byFit(state, principal) : null;
    if (answer) return { state, answer };
    const { sort, ...query } = state;
    const plain = { ...query, sort: sort === 'fit' ? 'relevance' : sort } as const;
    return {
      state: plain,
      answer: await this.client.call(vacancyApi.searchVacancies, principal, {
        query: searchAsAsked({ ...plain, relax: true }),
      }),
    };
  }

  private async byFit(state: SearchState, principal: Principal): Promise<FitSearchAnswer | null> {
    const { sort: _, ...query } = state;
    try {
      const profileId = await this.principals.profileOf(principal.subject);
      if (profileId === null) return null;
      return await this.client.call(matchingApi.searchByFit, principal, {
        params: { profileId },
        query: searchAsAsked({ ...query, relax: true }),
      });
    } catch (error) {
      // Nobody's list, or no engine: the list is shown in another order rather than not at all.
      if (error instanceof DomainError && ['not-found', 'unavailable'].includes(error.type)) return null;
      throw error;
    }
  }
}

import { matchingApi, searchAsAsked, type Language } from '#contracts';
import { DomainError, ServiceClient } from '#platform';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenToAll } from '../door/open-to-all.js';
import { Principals } from '../session/principals.js';
import { addresses } from '#site';
import { isSeeker } from './search-answers.js';
import { addressQuery, searchStateOf } from './search-state.js';

/** Saves a search from its page, without a script. It lies below `auth`, where forms are read and their token is checked. */
@Controller('auth/saved-searches')
export class SavedSearchesController {
  constructor(
    private readonly client: ServiceClient,
    private readonly principals: Principals,
  ) {}

  @Post(['sv', 'en'])
  @OpenToAll()
  async save(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language: Language = request.path.endsWith('/en') ? 'en' : 'sv';
    const asked = (request.body as Record<string, unknown> | undefined)?.['search'];
    const state = searchStateOf(
      Object.fromEntries(fieldsOf(new URLSearchParams(typeof asked === 'string' ? asked : ''))),
    );
    const principal = await this.principals.of(request);
    if (!isSeeker(principal)) throw new DomainError('not-allowed');
    const { sort: _sort, relax: _relax, limit: _limit, offset: _offset, ...search } = state;
    const profileId = await this.principals.profileOf(principal.subject);
    const isSaved = profileId !== null && (await this.create(profileId, searchAsAsked(search), principal));
    const query = addressQuery(state);
    const said = `${query === '' ? '?' : '&'}saved=${isSaved ? '1' : '0'}`;
    response.redirect(303, `${addresses.vacancies[language]}${query}${said}`);
  }

  private async create(
    profileId: string,
    search: ReturnType<typeof searchAsAsked>,
    principal: Awaited<ReturnType<Principals['of']>>,
  ): Promise<boolean> {
    try {
      await this.client.call(matchingApi.createAlert, principal, {
        params: { profileId },
        body: { minimumFit: 0, search },
      });
      return true;
    } catch (error) {
      if (error instanceof DomainError && ['conflict', 'not-found'].includes(error.type)) return false;
      throw error;
    }
  }
}

/** As Express reads an address: a name that repeats has a list. */
const fieldsOf = (query: URLSearchParams): [string, string | string[]][] =>
  [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length === 1 ? values[0]! : values];
  });

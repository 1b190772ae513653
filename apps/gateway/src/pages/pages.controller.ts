import { searchAsAsked, vacancyApi, type Language } from '#contracts';
import { notFound, ServiceClient } from '#platform';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { OpenToAll } from '../door/open-to-all.js';
import { Principals } from '../session/principals.js';
import { addresses } from './addresses.js';
import { languageOf, PageRenderer } from './page-renderer.js';
import { DemoPage, HowPage, StartPage } from './plain-pages.js';
import { SearchPage } from './search-page.js';
import { searchStateOf } from './search-state.js';
import { VacancyPage } from './vacancy-page.js';

const newestShown = 6;
const both = (path: Record<Language, string>, below = ''): string[] => [`${path.sv}${below}`, `${path.en}${below}`];

/** The public pages, in both languages. */
@Controller()
export class PagesController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly client: ServiceClient,
    private readonly principals: Principals,
  ) {}

  @Get('/')
  @OpenToAll()
  root(@Req() request: Request, @Res() response: Response): void {
    response.setHeader('Vary', 'Accept-Language');
    response.redirect(302, addresses.start[languageOf(request)]);
  }

  @Get(both(addresses.start))
  @OpenToAll()
  async start(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => {
      const { items } = await this.client.call(vacancyApi.searchVacancies, await this.principals.of(request), {
        query: { sort: 'newest', limit: newestShown },
      });
      return createElement(StartPage, { context, newest: items });
    });
  }

  @Get(both(addresses.vacancies))
  @OpenToAll()
  async search(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => {
      const state = searchStateOf(request.query);
      const answer = await this.client.call(vacancyApi.searchVacancies, await this.principals.of(request), {
        query: searchAsAsked(state),
      });
      return createElement(SearchPage, { context, state, answer });
    });
  }

  @Get(both(addresses.vacancies, '/:vacancyId'))
  @OpenToAll()
  async vacancy(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => {
      const params = vacancyApi.getVacancy.params.safeParse(request.params);
      if (!params.success) throw notFound();
      const vacancy = await this.client.call(vacancyApi.getVacancy, await this.principals.of(request), {
        params: params.data,
      });
      return createElement(VacancyPage, { context, vacancy });
    });
  }

  @Get(both(addresses.how))
  @OpenToAll()
  async how(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => createElement(HowPage, { context }));
  }

  @Get(both(addresses.demo))
  @OpenToAll()
  async demo(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => createElement(DemoPage, { context }));
  }

  private async show(
    request: Request,
    response: Response,
    make: (context: Awaited<ReturnType<PageRenderer['context']>>) => Promise<Parameters<PageRenderer['send']>[1]>,
  ): Promise<void> {
    this.pages.send(response, await make(await this.pages.context(request, languageOf(request))));
  }
}

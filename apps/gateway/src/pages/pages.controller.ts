import { searchAsAsked, vacancyApi, type Language, type VacancySummary, type VacancyView } from '#contracts';
import { anonymous, DomainError, notFound, ServiceClient } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { OpenToAll } from '../door/open-to-all.js';
import { Principals } from '../session/principals.js';
import { addresses, feedAddress } from '#site';
import { atomFeed } from './atom-feed.js';
import { GonePage } from './gone-page.js';
import { exampleChoiceOf } from './how/example-choice.js';
import { HowPage } from './how/how-page.js';
import { workedExample } from './how/worked-example.js';
import { languageOf, PageRenderer } from './page-renderer.js';
import { DemoPage, StartPage } from './plain-pages.js';
import { isSeeker, SearchAnswers } from './search-answers.js';
import { SearchPage } from './search-page.js';
import { addressQuery, searchStateOf } from './search-state.js';
import { VacancyPage } from './vacancy-page.js';

const newestShown = 6;
const feedLength = 50;
const both = (path: Record<Language, string>, below = ''): string[] => [`${path.sv}${below}`, `${path.en}${below}`];

/** The public pages, in both languages. */
@Controller()
export class PagesController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly client: ServiceClient,
    private readonly principals: Principals,
    private readonly answers: SearchAnswers,
    private readonly taxonomy: Taxonomy,
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
      const principal = await this.principals.of(request);
      const { state, answer } = await this.answers.of(searchStateOf(request.query), principal);
      const { saved: said } = request.query;
      const saved = said === '1' ? 'saved' : said === '0' ? 'save.failed' : undefined;
      return createElement(SearchPage, { context, state, answer, isSeeker: isSeeker(principal), saved });
    });
  }

  /** Every search as a feed: the newest of its hits. */
  @Get(both(addresses.vacancies, '.atom'))
  @OpenToAll()
  async feed(@Req() request: Request, @Res() response: Response): Promise<void> {
    const context = await this.pages.context(request, languageOf(request));
    const state = { ...searchStateOf(request.query), sort: 'newest', offset: 0, limit: feedLength } as const;
    const answer = await this.client.call(vacancyApi.searchVacancies, anonymous, { query: searchAsAsked(state) });
    const query = addressQuery(state);
    const feed = atomFeed(context, answer, {
      title: [state.q, context.t('search.title')].filter(Boolean).join(': '),
      self: feedAddress(context.language) + query,
      page: addresses.vacancies[context.language] + query,
    });
    response.type('application/atom+xml').setHeader('Cache-Control', 'public, max-age=300').send(feed);
  }

  @Get(both(addresses.vacancies, '/:vacancyId'))
  @OpenToAll()
  async vacancy(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => {
      const params = vacancyApi.getVacancy.params.safeParse(request.params);
      if (!params.success) throw notFound();
      const vacancy = await this.openVacancy(request, params.data);
      if (vacancy) return createElement(VacancyPage, { context, vacancy });
      response.status(410);
      return createElement(GonePage, { context, similar: await this.similar(params.data) });
    });
  }

  @Get(both(addresses.how))
  @OpenToAll()
  async how(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => {
      const choice = exampleChoiceOf(request.query);
      return createElement(HowPage, { context, choice, example: workedExample(this.taxonomy, choice) });
    });
  }

  @Get(both(addresses.demo))
  @OpenToAll()
  async demo(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.show(request, response, async (context) => createElement(DemoPage, { context }));
  }

  /** Null when it was open once. */
  private async openVacancy(request: Request, params: { vacancyId: string }): Promise<VacancyView | null> {
    try {
      return await this.client.call(vacancyApi.getVacancy, await this.principals.of(request), { params });
    } catch (error) {
      if (error instanceof DomainError && error.type === 'gone') return null;
      throw error;
    }
  }

  private async similar(params: { vacancyId: string }): Promise<VacancySummary[]> {
    try {
      return (await this.client.call(vacancyApi.similarVacancies, anonymous, { params })).items;
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  }

  private async show(
    request: Request,
    response: Response,
    make: (context: Awaited<ReturnType<PageRenderer['context']>>) => Promise<Parameters<PageRenderer['send']>[1]>,
  ): Promise<void> {
    const page = await make(await this.pages.context(request, languageOf(request)));
    this.pages.send(response, page, response.statusCode);
  }
}

import { vacancyApi, type Language } from '#contracts';
import { anonymous, currentRequestId, InjectLogger, ServiceClient, toProblem, type Logger } from '#platform';
import { Taxonomy } from '#taxonomy';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PublicAddress } from '../door/public-address.js';
import { csrfToken } from '../session/session.js';
import { fontPreload } from '../static/web-files.js';
import { addresses, other } from '#site';
import { Labels } from './labels.js';
import type { PageContext } from './page-context.js';
import { MessagePage } from './plain-pages.js';
import { translator } from './texts.js';

const demoMemoryMs = 60_000;

const toldByStatus: Readonly<Record<number, 'gone' | 'missing' | 'refused' | 'busy' | 'unavailable'>> = {
  403: 'refused',
  404: 'missing',
  405: 'missing',
  410: 'gone',
  429: 'busy',
  503: 'unavailable',
};

/** Makes pages on the server: HTML that needs no script. */
@Injectable()
export class PageRenderer {
  private demo = { isDemo: false, until: 0 };
  private readonly preload = fontPreload();

  constructor(
    private readonly client: ServiceClient,
    private readonly taxonomy: Taxonomy,
    private readonly address: PublicAddress,
    @InjectLogger() private readonly logger: Logger,
  ) {}

  async context(request: Request, language: Language): Promise<PageContext> {
    const signedIn = request.session?.signedIn;
    return {
      language,
      t: translator(language),
      labels: new Labels(this.taxonomy, language),
      origin: this.address.origin,
      here: request.originalUrl,
      alternate: alternateOf(request.originalUrl, language),
      visitor: signedIn ? { name: signedIn.name, csrfToken: csrfToken(request) } : null,
      isDemo: await this.hasDemo(),
    };
  }

  send(response: Response, page: ReactNode, status = 200): void {
    if (this.preload) response.setHeader('Link', this.preload);
    response
      .status(status)
      .type('html')
      .setHeader('Cache-Control', 'private, no-cache')
      .send(`<!doctype html>${renderToStaticMarkup(page)}`);
  }

  /** A page for what cannot be shown. */
  async sendError(request: Request, response: Response, error: unknown): Promise<void> {
    const { status } = toProblem(error, undefined);
    if (status >= 500) this.logger.error({ err: error }, 'a page could not be shown');
    const context = await this.context(request, languageOf(request));
    if (status === 503) response.setHeader('Retry-After', '5');
    const told = toldByStatus[status] ?? 'failed';
    const values = { requestId: currentRequestId() ?? '' };
    const page = createElement(MessagePage, { context, title: `${told}.title`, text: `${told}.text`, values });
    this.send(response, page, status);
  }

  /** Whether anything of the demo region is shown; asked once a minute. */
  private async hasDemo(): Promise<boolean> {
    if (this.demo.until > Date.now()) return this.demo.isDemo;
    try {
      const { items } = await this.client.call(vacancyApi.searchVacancies, anonymous, { query: { limit: 20 } });
      this.demo = { isDemo: items.some(({ demo }) => demo), until: Date.now() + demoMemoryMs };
    } catch {
      // A page is shown without the note rather than not at all.
    }
    return this.demo.isDemo;
  }
}

/** By the address; else by what the browser asks for. */
export function languageOf(request: Request): Language {
  if (/^\/en(\/|\?|$)/.test(request.originalUrl)) return 'en';
  if (/^\/sv(\/|\?|$)/.test(request.originalUrl)) return 'sv';
  return request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv';
}

/** The same page in the other language. */
export function alternateOf(url: string, language: Language): string {
  const [path = '', query] = url.split('?');
  const to = other(language);
  for (const pair of Object.values(addresses)) {
    const from = pair[language];
    // The start address is the beginning of all others, so only the whole path counts.
    const isWhole = path === from;
    const isBelow = from === addresses.vacancies[language] && path.startsWith(`${from}/`);
    if (isWhole || isBelow) return `${pair[to]}${path.slice(from.length)}${query ? `?${query}` : ''}`;
  }
  return addresses.start[to];
}

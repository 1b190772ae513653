import { ProblemFilter, sendProblem, type Logger } from '#platform';
import type { ArgumentsHost } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { PageRenderer } from './page-renderer.js';

/** True where a person looks at the answer: a page's address, or a browser that opens anything but the API. */
export function isForPerson(request: Request): boolean {
  if (/^\/(sv|en)(\/|\?|$)/.test(request.originalUrl)) return true;
  return !/^\/api(\/|\?|$)/.test(request.originalUrl) && request.accepts(['json', 'html']) === 'html';
}

/** What goes wrong is shown to people as a page, and to programs as a problem document. */
export class PageErrorFilter extends ProblemFilter {
  constructor(
    private readonly pages: PageRenderer,
    private readonly pageLogger: Logger,
  ) {
    super(pageLogger);
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    send(error, http.getRequest<Request>(), http.getResponse<Response>(), this.pages, this.pageLogger);
  }
}

/** The same for errors of middleware, which Nest's filters do not see. */
export const pageErrorMiddleware =
  (pages: PageRenderer, logger: Logger) =>
  (error: unknown, request: Request, response: Response, _next: NextFunction): void =>
    send(error, request, response, pages, logger);

function send(error: unknown, request: Request, response: Response, pages: PageRenderer, logger: Logger): void {
  if (response.headersSent || !isForPerson(request)) return sendProblem(error, response, logger);
  pages.sendError(request, response, error).catch((second: unknown) => sendProblem(second, response, logger));
}

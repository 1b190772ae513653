import { problemDocument, type ProblemDocument } from '#contracts';
import { currentRequestId, toProblem, type Logger } from '#platform';
import type { NextFunction, Request, Response } from 'express';

const messages: Readonly<Record<number, string>> = {
  404: 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  405: 'The method is not allowed for the requested URL.',
  429: 'Too many requests: try again after the time that Retry-After tells.',
  500: 'Internal Server Error',
  503: 'The service is unavailable; try again in a moment.',
};

interface ErrorBody {
  readonly message: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** A problem in the words of JobTech's servers: by parameter what is wrong with it, else one message. */
export function errorBody(problem: Pick<ProblemDocument, 'status' | 'title' | 'detail' | 'errors'>): ErrorBody {
  const wrong = (problem.errors ?? []).filter(({ pointer }) => pointer.startsWith('query/'));
  if (wrong.length > 0) {
    const errors: Record<string, string> = {};
    for (const { pointer, detail } of wrong) errors[pointer.split('/')[1]!] ??= detail;
    return { message: 'Input payload validation failed', errors };
  }
  return { message: problem.detail ?? messages[problem.status] ?? problem.title };
}

export function sendError(response: Response, status: number, body: ErrorBody): void {
  if (response.headersSent) return void response.destroy();
  response.setHeader('Cache-Control', 'no-store');
  if (status === 503) response.setHeader('Retry-After', '5');
  response.status(status).json(body);
}

/** What the service answered instead of what was asked for. */
export async function passError(answer: globalThis.Response, response: Response): Promise<void> {
  const problem = problemDocument.safeParse(await answer.json().catch(() => null));
  if (answer.status === 404) return sendError(response, 404, { message: 'Ad not found' });
  const body = problem.success ? errorBody(problem.data) : { message: messages[answer.status] ?? 'Error' };
  sendError(response, answer.status, body);
}

export const openDataErrors =
  (logger: Logger) =>
  (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    const problem = toProblem(error, currentRequestId());
    if (problem.status >= 500) logger.error({ err: error }, problem.title);
    sendError(response, problem.status, errorBody(problem));
  };

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../errors/domain-error.js';
import { toProblem } from '../errors/problem.js';
import type { Logger } from '../logging/logger.js';
import { currentRequestId } from '../logging/request-context.js';

/** Writes a problem document; what is our fault is logged with its stack, what is the asker's with its type alone. */
export function sendProblem(error: unknown, response: Response, logger: Logger): void {
  const problem = toProblem(error, currentRequestId());
  if (problem.status >= 500) logger.error({ err: error }, problem.title);
  else
    logger.debug({ type: problem.type, facts: error instanceof DomainError ? error.facts : undefined }, problem.title);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(error, host.switchToHttp().getResponse<Response>(), this.logger);
  }
}

/** For errors of middleware (a body that cannot be parsed), which Nest's filters do not see. */
export const problemMiddleware =
  (logger: Logger) =>
  (error: unknown, _request: Request, response: Response, _next: NextFunction): void =>
    sendProblem(error, response, logger);

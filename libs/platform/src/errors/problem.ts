import { problemTypes, type ProblemDocument, type ProblemType } from '#contracts';
import { HttpException } from '@nestjs/common';
import { DomainError } from './domain-error.js';

const titles: Record<ProblemType, string> = {
  'invalid-input': 'The input is not valid',
  'malformed-body': 'The body cannot be read',
  'not-signed-in': 'Sign in first',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  'method-not-allowed': 'That method is not for this address',
  'stale-revision': 'It was changed meanwhile',
  conflict: 'It conflicts with what is stored',
  'vacancy-not-open': 'The vacancy is not open',
  'vacancy-incomplete': 'The vacancy lacks something that it needs first',
  gone: 'No longer here',
  'body-too-large': 'The body is too large',
  'unsupported-media-type': 'That kind of body is not taken here',
  'too-many-requests': 'Too many requests',
  internal: 'Something went wrong on our side',
  unavailable: 'A part of the system does not answer; try again in a moment',
};

const typeOfStatus = new Map<number, ProblemType>(
  (Object.keys(problemTypes) as ProblemType[]).reverse().map((type) => [problemTypes[type], type]),
);

/** Errors of body-parser and Express carry a status and a machine-readable `type`. */
interface HttpLikeError {
  readonly status?: number;
  readonly statusCode?: number;
}

/** Of sockets, and of PostgreSQL: connections (08), too much asked of it (53), shut down or told to stop (57), one of two who waited for each other (40). */
const passes = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_AGAIN|08...|53...|57...|40001|40P01|25P03)$/;
const passesBySaying =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

function typeOf(error: unknown): ProblemType {
  if (error instanceof DomainError) return error.type;
  // A path that cannot be decoded leads nowhere.
  if (error instanceof URIError) return 'not-found';
  if (error instanceof HttpException) return typeOfStatus.get(error.getStatus()) ?? 'internal';
  const { status, statusCode } = (error ?? {}) as HttpLikeError;
  const known = typeOfStatus.get(status ?? statusCode ?? 0);
  if (known && known !== 'internal') return known === 'invalid-input' ? 'malformed-body' : known;
  const causes = [error, (error as { driverError?: unknown })?.driverError, (error as { cause?: unknown })?.cause];
  const isPassing = causes.some((cause) => {
    const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
    return passes.test(String(code)) || passesBySaying.test(String(message));
  });
  return isPassing ? 'unavailable' : 'internal';
}

/** Any error as an RFC 9457 problem document. What is unexpected says nothing of its inside. */
export function toProblem(error: unknown, requestId: string | undefined): ProblemDocument {
  const type = typeOf(error);
  const domain = error instanceof DomainError ? error : undefined;
  return {
    type: `/problems/${type}`,
    title: titles[type],
    status: problemTypes[type],
    ...(domain?.detail ? { detail: domain.detail } : {}),
    ...(requestId ? { requestId } : {}),
    ...(domain && domain.errors.length > 0 ? { errors: domain.errors.map((one) => ({ ...one })) } : {}),
  };
}

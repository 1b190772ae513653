import type { Operation } from '#contracts';
import type { Request } from 'express';
import type { z } from 'zod';
import { DomainError, invalidInput, type InputError } from '../errors/domain-error.js';

const escape = (key: PropertyKey): string => String(key).replace(/~/g, '~0').replace(/\//g, '~1');

function pointers(issue: z.core.$ZodIssue, place: 'body' | 'query' | 'path'): InputError[] {
  const at = (path: readonly PropertyKey[]): string =>
    place === 'body' ? path.map((key) => `/${escape(key)}`).join('') : `${place}/${path.map(String).join('/')}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: at([...issue.path, key]), detail: 'unknown field' }));
  return [{ pointer: at(issue.path), detail: issue.message }];
}

function parsePart(
  schema: z.ZodType | undefined,
  value: unknown,
  place: 'body' | 'query' | 'path',
  errors: InputError[],
): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  errors.push(...result.error.issues.flatMap((issue) => pointers(issue, place)));
  return undefined;
}

/**
 * Parses path, query and body of a request by its operation.
 * @throws DomainError `invalid-input` with a pointer for each thing that is wrong; `not-found` for a path id that cannot exist.
 */
export function parseInput(
  operation: Operation,
  request: Pick<Request, 'params' | 'query' | 'body'>,
): { params: unknown; query: unknown; body: unknown } {
  const pathErrors: InputError[] = [];
  const params = parsePart(operation.params, request.params, 'path', pathErrors);
  if (pathErrors.length > 0) throw new DomainError('not-found');
  const errors: InputError[] = [];
  const query = parsePart(operation.query, request.query, 'query', errors);
  const body = parsePart(operation.body, request.body, 'body', errors);
  if (errors.length > 0) throw invalidInput(errors.slice(0, 50));
  return { params, query, body };
}

import {
  problemDocument,
  problemTypes,
  type AnswerOf,
  type Operation,
  type Principal,
  type ProblemType,
  type ServiceName,
} from '#contracts';
import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.js';
import { currentRequestId } from '../logging/request-context.js';
import type { ServiceTokens } from '../tokens/service-tokens.js';

export interface CallInput<O extends Operation> {
  readonly params?: O['params'] extends z.ZodType ? z.input<O['params']> : undefined;
  readonly query?: O['query'] extends z.ZodType ? Partial<z.input<O['query']>> : undefined;
  readonly body?: O['body'] extends z.ZodType ? z.input<O['body']> : undefined;
}

/** An operation's answer as its schema parses it. */
export type ParsedAnswer<O extends Operation> = O['answer'] extends z.ZodType ? z.infer<O['answer']> : AnswerOf<O>;

/** The address of an operation, with its path and query filled in. */
export function operationUrl(base: string, operation: Operation, input: { params?: object; query?: object }): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = operation.path.replace(/\{([A-Za-z]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (one !== undefined) query.append(name, String(one));
  }
  const search = query.toString();
  return `${base}${path}${search ? `?${search}` : ''}`;
}

export interface CallSettings {
  /** Sent as a bearer token. */
  readonly token: string;
  readonly timeoutMs: number;
}

/**
 * Asks for an operation over HTTP and parses its answer.
 * @throws DomainError with the problem type that was answered, or `unavailable` where nobody answers within the time-out.
 */
export async function callOperation<O extends Operation>(
  base: string,
  operation: O,
  input: CallInput<O>,
  { token, timeoutMs }: CallSettings,
): Promise<ParsedAnswer<O>> {
  const requestId = currentRequestId();
  let response: Response;
  let body: string;
  try {
    response = await fetch(operationUrl(base, operation, input), {
      method: operation.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(requestId ? { 'x-request-id': requestId } : {}),
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: input.body === undefined ? undefined : JSON.stringify(input.body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    body = await response.text();
  } catch (error) {
    throw new DomainError('unavailable', undefined, {
      service: operation.service,
      cause: String((error as Error).cause ?? error),
    });
  }
  if (!response.ok) throw problemOf(response.status, body, operation);
  return (operation.answer ? operation.answer.parse(JSON.parse(body)) : undefined) as ParsedAnswer<O>;
}

/** Asks other services, typed by their operations. */
export class ServiceClient {
  constructor(
    private readonly urls: Partial<Record<ServiceName, string>>,
    private readonly tokens: ServiceTokens,
    private readonly timeoutMs = 5000,
  ) {}

  /** @throws DomainError with the other service's problem type, or `unavailable`. */
  async call<O extends Operation>(
    operation: O,
    principal: Principal,
    input: CallInput<O> = {},
  ): Promise<ParsedAnswer<O>> {
    const base = this.urls[operation.service];
    if (!base) throw new Error(`no address for the service ${operation.service}`);
    const token = await this.tokens.mint(principal, operation.service);
    return callOperation(base, operation, input, { token, timeoutMs: this.timeoutMs });
  }
}

function problemOf(status: number, body: string, { service }: Operation): DomainError {
  const problem = problemDocument.safeParse(parsed(body));
  const type = problem.data?.type.replace('/problems/', '') ?? '';
  const known = Object.hasOwn(problemTypes, type) ? (type as ProblemType) : 'internal';
  return new DomainError(known, problem.data?.detail, { service, status }, problem.data?.errors);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

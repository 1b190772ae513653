import type { Operation, ProblemDocument } from '#contracts';
import type { z } from 'zod';

/** One operation of the contract: its types without its schemas, which would weigh more than the page. */
export interface Endpoint<O extends Operation> {
  readonly method: O['method'];
  readonly path: O['path'];
  /** Never set: carries the operation's types. */
  readonly operation?: O;
}

export interface CallInput<O extends Operation> {
  readonly params?: O['params'] extends z.ZodType ? z.input<O['params']> : undefined;
  readonly query?: O['query'] extends z.ZodType ? Partial<z.input<O['query']>> : undefined;
  readonly body?: O['body'] extends z.ZodType ? z.input<O['body']> : undefined;
}

export type Answer<O extends Operation> = O['answer'] extends z.ZodType ? z.infer<O['answer']> : undefined;
export type AnswerOfEndpoint<E> = E extends Endpoint<infer O> ? Answer<O> : never;

/** What the system answered instead, or `offline` where it did not answer. */
export class CallError extends Error {
  constructor(
    readonly type: string,
    readonly problem: ProblemDocument | undefined,
  ) {
    super(type);
  }
}

let csrfToken: string | undefined;

/** Told by the session: writes need it. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

function address(path: string, params: object | undefined, query: object | undefined): string {
  const values = (params ?? {}) as Record<string, string>;
  const filled = path.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  }
  return `/api${filled}${search.size > 0 ? `?${search}` : ''}`;
}

/** @throws CallError with the type of the problem document. */
export async function call<O extends Operation>(endpoint: Endpoint<O>, input: CallInput<O> = {}): Promise<Answer<O>> {
  const { params, query, body } = input as { params?: object; query?: object; body?: unknown };
  let response: Response;
  try {
    response = await fetch(address(endpoint.path, params, query), {
      method: endpoint.method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(endpoint.method === 'GET' || !csrfToken ? {} : { 'x-csrf-token': csrfToken }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new CallError('offline', undefined);
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => undefined)) as ProblemDocument | undefined;
    throw new CallError(problem?.type.replace('/problems/', '') ?? 'internal', problem);
  }
  return (response.status === 204 ? undefined : await response.json()) as Answer<O>;
}

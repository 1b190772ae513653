import type { Operation, ProblemDocument, systemApi } from '#contracts';
import type { z } from 'zod';
import { noteReachable, noteSessionOver } from './connection.js';

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

let csrfToken = '';

export function addressOf(path: string, params: object | undefined, query: object | undefined): string {
  const values = (params ?? {}) as Record<string, string>;
  const filled = path.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  }
  return `/api${filled}${search.size > 0 ? `?${search}` : ''}`;
}

interface Sending {
  readonly signal?: AbortSignal;
  /** It goes through also where its page is left at once; only for what is short. */
  readonly keepalive?: boolean;
}

/**
 * Asks the system. A write whose session was renewed meanwhile is sent once more with the new token; one whose session is over says so to the whole page,
 * and nothing that was typed is lost.
 * @throws CallError with the type of the problem document.
 */
export async function call<O extends Operation>(
  endpoint: Endpoint<O>,
  input: CallInput<O> & Sending = {},
): Promise<Answer<O>> {
  const isWrite = endpoint.method !== 'GET';
  let response = await send(endpoint, input);
  if (response.status === 403 && isWrite && (await renewSession())) response = await send(endpoint, input);
  if (response.status === 401) noteSessionOver(true);
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer<O>;
  const problem = (await response.json().catch(() => undefined)) as ProblemDocument | undefined;
  throw new CallError(problem?.type.replace('/problems/', '') ?? 'internal', problem);
}

async function send(
  { method, path }: Endpoint<Operation>,
  input: {
    readonly params?: unknown;
    readonly query?: unknown;
    readonly body?: unknown;
  } & Sending,
): Promise<Response> {
  const { params, query, body, signal, keepalive } = input as {
    params?: object;
    query?: object;
    body?: unknown;
  } & typeof input;
  try {
    const response = await fetch(addressOf(path, params, query), {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' || !csrfToken ? {} : { 'x-csrf-token': csrfToken }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ?? null,
      keepalive: keepalive ?? false,
    });
    noteReachable(true);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    noteReachable(false);
    throw new CallError('offline', undefined);
  }
}

export type Session = Answer<typeof systemApi.getSession>;

/** Who is signed in; keeps the token that writes need. */
export async function askSession(): Promise<Session> {
  const response = await send({ method: 'GET', path: '/session' }, {});
  if (!response.ok) throw new CallError('unavailable', undefined);
  const session = (await response.json()) as Session;
  csrfToken = session.csrfToken;
  return session;
}

/** True where the session has another token than the one that was refused. */
async function renewSession(): Promise<boolean> {
  const refused = csrfToken;
  const session = await askSession();
  noteSessionOver(!session.signedIn);
  return session.signedIn && csrfToken !== refused;
}

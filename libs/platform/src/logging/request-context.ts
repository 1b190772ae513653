import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

interface RequestContext {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The id that follows a fact through logs, services and queues; undefined outside of a request or job. */
export const currentRequestId = (): string | undefined => storage.getStore()?.requestId;

/** Runs `work` under a request id; what is not a plain id is replaced. */
export function withRequestId<T>(requestId: string | null | undefined, work: () => T): T {
  const id = requestId && /^[A-Za-z0-9-]{8,64}$/.test(requestId) ? requestId : randomUUID();
  return storage.run({ requestId: id }, work);
}

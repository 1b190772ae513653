import { type EnqueuedTaskPromise, MeilisearchApiError, MeilisearchError, type Task } from 'meilisearch';
import { SearchUnavailable } from '../search-errors.js';

/** The server took a task and failed at it. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';

  constructor(readonly task: Task) {
    super(`Meilisearch failed at ${task.type} ${task.uid}: ${task.error?.message ?? task.status}`);
  }
}

/** Runs something against Meilisearch; what means "the engine is down" becomes {@link SearchUnavailable}. */
export async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) throw new SearchUnavailable('Meilisearch is unavailable', error);
    throw error;
  }
}

/** An answer of 202 is only a promise: waits for the task, and throws where it failed. */
export async function settled(enqueued: EnqueuedTaskPromise): Promise<Task> {
  return succeeded(await enqueued.waitTask());
}

export function succeeded(task: Task): Task {
  if (task.status !== 'succeeded') throw new TaskFailed(task);
  return task;
}

export function isMissingIndex(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';
}

function isUnavailable(error: unknown): boolean {
  // What is no JSON did not come from Meilisearch, but from something in front of it.
  if (!(error instanceof MeilisearchError)) return error instanceof SyntaxError;
  if (!(error instanceof MeilisearchApiError)) return true;
  const { status } = error.response;
  return status >= 500 || [401, 403, 408, 429].includes(status) || isMissingIndex(error);
}

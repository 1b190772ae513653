import { setTimeout as pause } from 'node:timers/promises';
import { type EnqueuedTask, type Meilisearch, type Task } from 'meilisearch';
import { SearchUnavailable } from '../search-errors.js';

/** The server took a task and failed at it. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';

  constructor(readonly task: Task) {
    super(`Meilisearch failed at ${task.type} ${task.uid}: ${task.error?.message ?? task.status}`);
  }
}

const PATIENCE = 600_000;
const SHORTEST_PAUSE = 10;
const LONGEST_PAUSE = 250;

/**
 * An answer of 202 is only a promise: waits until the task has ended, and throws where it failed. (The client's own
 * `waitTask` asks at one pace and hangs a listener on the same signal each time, which Node warns of in long tasks.)
 * @throws SearchUnavailable after ten minutes.
 */
export async function settled(client: Meilisearch, enqueued: Promise<EnqueuedTask>): Promise<Task> {
  const { taskUid } = await enqueued;
  const task = await ended(client, taskUid);
  if (task.error?.code === 'index_not_found') throw new SearchUnavailable('There is no such index', task.error);
  if (task.status !== 'succeeded') throw new TaskFailed(task);
  return task;
}

/** Waits until a task has ended, well or not. */
export async function ended(client: Meilisearch, taskUid: number): Promise<Task> {
  const giveUp = Date.now() + PATIENCE;
  for (let wait = SHORTEST_PAUSE; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE)) {
    const task = await client.tasks.getTask(taskUid);
    if (task.status !== 'enqueued' && task.status !== 'processing') return task;
    if (Date.now() > giveUp) throw new SearchUnavailable('Meilisearch does not come to its tasks', task);
    await pause(wait);
  }
}

import { useSyncExternalStore } from 'react';

/** What stands between the page and the system: nothing, no answer, or a session that ended. */
export type Connection = 'up' | 'offline' | 'signed-out';

const listeners = new Set<() => void>();
let isUnreachable = false;
let isSessionOver = false;

const state = (): Connection => (isSessionOver ? 'signed-out' : isUnreachable || !navigator.onLine ? 'offline' : 'up');

function change(apply: () => void): void {
  const before = state();
  apply();
  if (state() !== before) for (const listener of listeners) listener();
}

/** Told by each call: whether anything answered. */
export const noteReachable = (isReachable: boolean): void => change(() => void (isUnreachable = !isReachable));

/** Told where the system no longer knows who asks, and when it knows again. */
export const noteSessionOver = (isOver: boolean): void => change(() => void (isSessionOver = isOver));

/** @returns what ends the listening */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Waits until somebody is signed in, if the session is over. */
export function whileSignedIn(): Promise<void> {
  if (!isSessionOver) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = onConnection(() => {
      if (isSessionOver) return;
      stop();
      resolve();
    });
  });
}

export const useConnection = (): Connection => useSyncExternalStore(onConnection, state);

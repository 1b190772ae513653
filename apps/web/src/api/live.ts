import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from './call.js';

/** What is asked anew when the system tells that something of the person changed. */
const asked: Readonly<Record<string, readonly string[]>> = {
  ranked: ['match', 'matches', 'match-places', 'open-questions', 'employer-view', 'saved', 'widening'],
  notification: ['alerts', 'matches'],
  application: ['applications', 'matches'],
  question: ['questions'],
};

/** Follows the person's own changes while a page is open: ids and revisions come as server-sent events, and what depends on them is asked again. */
export function useLive(profileId: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (profileId === null) return;
    const source = new EventSource(addressOf('/profiles/{profileId}/live', { profileId }, undefined));
    for (const [name, keys] of Object.entries(asked)) source.addEventListener(name, () => askAgain(queries, keys));
    return () => source.close();
  }, [profileId, queries]);
}

function askAgain(queries: QueryClient, keys: readonly string[]): void {
  for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
}

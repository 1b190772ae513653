import type { Decision, DeskPreference, Note, Shortlist } from '#contracts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { deskEndpoints } from '../api/role-endpoints.js';

export type Item = Shortlist['items'][number];
export type Stage = 'advance' | 'hold' | 'not-chosen';
export const stages: readonly Stage[] = ['advance', 'hold', 'not-chosen'];

export const useShortlist = (shortlistId: string): UseQueryResult<Shortlist> =>
  useQuery({
    queryKey: ['shortlist', shortlistId],
    queryFn: () => call(endpoints.shortlist, { params: { shortlistId } }),
  });

export interface NewDecision {
  readonly profileIds: string[];
  readonly stage: Stage;
  readonly reason: string;
  readonly by: string;
}

/** What hangs on a list: itself, its log, its notes, and the figures of its vacancy. */
function useRefresh(shortlistId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        ['shortlist', shortlistId],
        ['decision-log', shortlistId],
        ['notes', shortlistId],
        ['shortlists'],
        ['figures'],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}

/** Decides, with a reason and a name. */
export function useDecide(shortlistId: string): UseMutationResult<{ decisions: Decision[] }, Error, NewDecision> {
  const refresh = useRefresh(shortlistId);
  return useMutation({
    mutationFn: (body) => call(endpoints.decide, { params: { shortlistId }, body }),
    onSuccess: refresh,
  });
}

/** Undoes decisions: all of them, or none. */
export function useUndo(shortlistId: string): UseMutationResult<unknown, Error, readonly string[]> {
  const refresh = useRefresh(shortlistId);
  return useMutation({
    mutationFn: (decisionIds) =>
      call(deskEndpoints.undoSeveral, { params: { shortlistId }, body: { decisionIds: [...decisionIds] } }),
    onSuccess: refresh,
  });
}

export const useNotes = (shortlistId: string, profileId: string): UseQueryResult<{ total: number; items: Note[] }> =>
  useQuery({
    queryKey: ['notes', shortlistId, profileId],
    queryFn: () => call(deskEndpoints.notes, { params: { shortlistId }, query: { profileId, limit: 100 } }),
  });

export function useAddNote(
  shortlistId: string,
): UseMutationResult<unknown, Error, { profileId: string; text: string; by: string }> {
  const refresh = useRefresh(shortlistId);
  return useMutation({
    mutationFn: (body) => call(deskEndpoints.addNote, { params: { shortlistId }, body }),
    onSuccess: refresh,
  });
}

export function useRemoveNote(shortlistId: string): UseMutationResult<unknown, Error, string> {
  const refresh = useRefresh(shortlistId);
  return useMutation({
    mutationFn: (noteId) => call(deskEndpoints.removeNote, { params: { shortlistId, noteId } }),
    onSuccess: refresh,
  });
}

const usual: DeskPreference = { hideScores: false, blind: false, keys: true, signature: null, views: [] };

/** How I want to work; what is changed shows at once and is kept for the account. */
export function usePreference(): {
  readonly preference: DeskPreference;
  readonly isKnown: boolean;
  readonly change: (over: Partial<DeskPreference>) => void;
  readonly error: Error | null;
} {
  const queries = useQueryClient();
  const queryKey = ['desk-preference'];
  const known = useQuery({ queryKey, queryFn: () => call(deskEndpoints.preference), staleTime: Infinity });
  const save = useMutation({
    mutationFn: (body: DeskPreference) => call(deskEndpoints.setPreference, { body }),
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  const preference = known.data ?? usual;
  return {
    preference,
    isKnown: known.data !== undefined,
    change: (over) => {
      const next = { ...preference, ...over };
      queries.setQueryData(queryKey, next);
      save.mutate(next);
    },
    error: save.error,
  };
}

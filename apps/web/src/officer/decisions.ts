import type { Shortlist } from '#contracts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';

export const useShortlist = (shortlistId: string): UseQueryResult<Shortlist> =>
  useQuery({
    queryKey: ['shortlist', shortlistId],
    queryFn: () => call(endpoints.shortlist, { params: { shortlistId } }),
  });

export type Stage = 'advance' | 'hold' | 'not-chosen';
export const stages: readonly Stage[] = ['advance', 'hold', 'not-chosen'];

export interface NewDecision {
  readonly profileIds: string[];
  readonly stage: Stage;
  readonly reason: string;
  readonly by: string;
}

/** Decides, with a reason and a name. */
export function useDecide(shortlistId: string): UseMutationResult<unknown, Error, NewDecision> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => call(endpoints.decide, { params: { shortlistId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['shortlist', shortlistId] }),
  });
}

export function useUndo(shortlistId: string): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decisionId) => call(endpoints.undo, { params: { shortlistId, decisionId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['shortlist', shortlistId] }),
  });
}

import type { Counterfactual, Fact, FactInput, ProfileView } from '#contracts';
import {
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type MutationState,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, CallError } from '../../api/call.js';
import { whileSignedIn } from '../../api/connection.js';
import { endpoints } from '../../api/endpoints.js';
import type { Saving } from '../../design/progress.js';

const mutationKey = ['profile', 'write'];
const againMs = 2000;

/** My profile; null where there is none yet. */
export const useMyProfile = (): UseQueryResult<ProfileView | null> =>
  useQuery({
    queryKey: ['profile'],
    queryFn: () =>
      call(endpoints.myProfile).catch((error: unknown) => {
        if (error instanceof CallError && error.type === 'not-found') return null;
        throw error;
      }),
  });

/** One change of the profile, made to it as it is when its turn comes. */
export type ProfileWrite = (profile: ProfileView) => Promise<ProfileView>;

const isPassing = (error: unknown): boolean =>
  error instanceof CallError && ['offline', 'not-signed-in', 'unavailable'].includes(error.type);

/** Changes the profile, one change after the other. Without connection or session it waits and tries again, until it is told or the page is closed. */
export function useProfileWrite(): UseMutationResult<ProfileView, Error, ProfileWrite> {
  const queries = useQueryClient();
  return useMutation({
    mutationKey,
    scope: { id: 'profile' },
    mutationFn: async (write) => {
      await whileSignedIn();
      return write(queries.getQueryData<ProfileView>(['profile'])!);
    },
    onSuccess: (changed) => queries.setQueryData(['profile'], changed),
    networkMode: 'always',
    retry: (_, error) => isPassing(error),
    retryDelay: againMs,
  });
}

/** How it stands with everything that was changed of the profile since the page was opened. */
export function useProfileSaving(): { readonly state: Saving; readonly failed: MutationState | undefined } {
  const writes = useMutationState({ filters: { mutationKey }, select: ({ state }) => state });
  if (writes.some(({ status, failureReason }) => status === 'pending' && isPassing(failureReason)))
    return { state: 'waiting', failed: undefined };
  if (writes.some(({ status }) => status === 'pending')) return { state: 'saving', failed: undefined };
  const last = writes.at(-1);
  if (last?.status === 'error') return { state: 'failed', failed: last };
  return { state: last ? 'saved' : 'none', failed: undefined };
}

/** What a person says about one fact: they have it, or they do not. */
export interface Say {
  readonly isTrue: boolean;
  readonly kind: Fact['kind'];
  readonly conceptId: string;
  readonly level?: Counterfactual['change']['level'];
  readonly years?: Counterfactual['change']['years'];
}

/** Confirms or denies: the stored fact about the concept where there is one, else a new statement. */
export const saying =
  ({ isTrue, kind, conceptId, level, years }: Say): ProfileWrite =>
  ({ id: profileId, facts }) => {
    const stored = facts.find((fact) => fact.kind === kind && fact.conceptId === conceptId);
    if (!stored)
      return call(endpoints.addFact, {
        params: { profileId },
        body: isTrue ? { kind, conceptId, level, years } : { kind, conceptId, denied: true },
      });
    return call(endpoints.changeFact, {
      params: { profileId, factId: stored.id },
      body: isTrue
        ? { origin: 'confirmed', ...(level ? { level } : {}), ...(years ? { years } : {}) }
        : { origin: 'denied' },
    });
  };

export function useSay(): UseMutationResult<ProfileView, Error, Say> {
  const queries = useQueryClient();
  return useMutation({
    mutationKey,
    scope: { id: 'profile' },
    mutationFn: (said) => saying(said)(queries.getQueryData<ProfileView>(['profile'])!),
    onSuccess: (changed) => queries.setQueryData(['profile'], changed),
  });
}

export const adding =
  (body: FactInput): ProfileWrite =>
  ({ id: profileId }) =>
    call(endpoints.addFact, { params: { profileId }, body });

export const removing =
  (factId: string): ProfileWrite =>
  (profile) =>
    profile.facts.some(({ id }) => id === factId)
      ? call(endpoints.removeFact, { params: { profileId: profile.id, factId } })
      : Promise.resolve(profile);

/** Level, years, or the person's word about it. */
export const changing =
  (
    factId: string,
    body: { readonly origin?: 'confirmed' | 'denied'; readonly level?: number | null; readonly years?: number | null },
  ): ProfileWrite =>
  ({ id: profileId }) =>
    call(endpoints.changeFact, { params: { profileId, factId }, body });

/** A fact as its person would state it again: what undoes its removal. */
export const restating = ({ kind, conceptId, words, level, years, origin }: Fact): ProfileWrite =>
  adding({ kind, conceptId, words, level, years, denied: origin === 'denied' });

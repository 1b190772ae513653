import type { Counterfactual, Fact, ProfileView } from '#contracts';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call, CallError } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';

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

/** What a person says about one fact: they have it, or they do not. */
export interface Say {
  readonly isTrue: boolean;
  readonly kind: Fact['kind'];
  readonly conceptId: string;
  readonly level?: Counterfactual['change']['level'];
  readonly years?: Counterfactual['change']['years'];
}

/** Confirms or denies: the stored fact about the concept where there is one, else a new statement. */
export function useSay(profile: ProfileView): UseMutationResult<ProfileView, Error, Say> {
  const queries = useQueryClient();
  const params = { profileId: profile.id };
  return useMutation({
    mutationFn: ({ isTrue, kind, conceptId, level, years }) => {
      const stored = profile.facts.find((fact) => fact.kind === kind && fact.conceptId === conceptId);
      if (!stored)
        return call(endpoints.addFact, {
          params,
          body: isTrue ? { kind, conceptId, level, years } : { kind, conceptId, denied: true },
        });
      return call(endpoints.changeFact, {
        params: { ...params, factId: stored.id },
        body: isTrue
          ? { origin: 'confirmed', ...(level ? { level } : {}), ...(years ? { years } : {}) }
          : { origin: 'denied' },
      });
    },
    onSuccess: (changed) => queries.setQueryData(['profile'], changed),
  });
}

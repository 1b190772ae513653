import type { ProfileView, Wishes } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { call, CallError } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useAutosave, type Autosave } from '../../autosave/autosave.js';
import { aboutOf, isStorable, type About } from './about-section.js';
import { useProfileWrite, type ProfileWrite } from './my-profile.js';

export interface ProfileDrafts {
  readonly wishes: Autosave<Wishes>;
  readonly about: Autosave<About>;
}

/** The two parts of a profile that are stored as wholes, each kept as a draft until it is. */
export function useProfileDrafts(profile: ProfileView): ProfileDrafts {
  const queries = useQueryClient();
  const write = useProfileWrite();
  const store = (change: ProfileWrite): Promise<ProfileView> => write.mutateAsync(change);
  const refresh = async (): Promise<ProfileView> => {
    const latest = await call(endpoints.myProfile);
    queries.setQueryData(['profile'], latest);
    return latest;
  };
  const wishes = useAutosave<Wishes>({
    name: `wishes-${profile.id}`,
    saved: profile.wishes,
    write: (draft) =>
      store(({ id, revision }) =>
        call(endpoints.changeWishes, { params: { profileId: id }, body: { revision, wishes: draft } }),
      ),
    refresh: async () => (await refresh()).wishes,
  });
  const about = useAutosave<About>({
    name: `about-${profile.id}`,
    saved: aboutOf(profile),
    write: (draft) => {
      if (!isStorable(draft)) return Promise.reject(new CallError('incomplete', undefined));
      return store(({ id, revision }) =>
        call(endpoints.changeProfile, { params: { profileId: id }, body: { revision, ...draft } }),
      );
    },
    refresh: async () => aboutOf(await refresh()),
  });
  return { wishes, about };
}

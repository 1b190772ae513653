import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { call, type AnswerOfEndpoint } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';

type MatchList = AnswerOfEndpoint<typeof endpoints.matches>;

type Pair = { readonly profileId: string; readonly vacancyId: string };
const actions = {
  save: (params: Pair) => call(endpoints.saveVacancy, { params }),
  unsave: (params: Pair) => call(endpoints.unsaveVacancy, { params }),
  hide: (params: Pair) => call(endpoints.hideVacancy, { params }),
  unhide: (params: Pair) => call(endpoints.unhideVacancy, { params }),
};

export interface Marks {
  readonly save: (vacancyId: string, isSaved: boolean) => void;
  readonly hide: (vacancyId: string) => void;
  readonly unhide: (vacancyId: string) => void;
}

/** Saves and hides vacancies: shown at once, taken back where it fails, and undone from the message. */
export function useMarks(profileId: string): Marks {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const onLists = (change: (list: MatchList) => MatchList): [QueryKey, MatchList | undefined][] => {
    const before = queries.getQueriesData<MatchList>({ queryKey: ['matches'] });
    queries.setQueriesData<MatchList>({ queryKey: ['matches'] }, (list) => list && change(list));
    return before;
  };
  const askAgain = (): void => {
    for (const key of ['matches', 'saved', 'hidden']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const mark = useMutation({
    mutationFn: ({ to, vacancyId }: { to: keyof typeof actions; vacancyId: string }) =>
      actions[to]({ profileId, vacancyId }),
    onMutate: async ({ to, vacancyId }) => {
      await queries.cancelQueries({ queryKey: ['matches'] });
      if (to === 'save' || to === 'unsave')
        return onLists((list) => ({
          ...list,
          items: list.items.map((item) => (item.vacancyId === vacancyId ? { ...item, saved: to === 'save' } : item)),
        }));
      if (to !== 'hide') return undefined;
      return onLists((list) => {
        const items = list.items.filter((item) => item.vacancyId !== vacancyId);
        const gone = list.items.length - items.length;
        return { ...list, items, total: list.total - gone, hidden: list.hidden + gone };
      });
    },
    onError: (_, __, before) => {
      for (const [key, list] of before ?? []) queries.setQueryData(key, list);
      say(t('mark.failed'));
    },
    onSettled: askAgain,
  });
  const unhide = (vacancyId: string): void => mark.mutate({ to: 'unhide', vacancyId });
  return {
    save: (vacancyId, isSaved) => {
      mark.mutate({ to: isSaved ? 'save' : 'unsave', vacancyId });
      say(t(isSaved ? 'mark.saved' : 'mark.unsaved'), () =>
        mark.mutate({ to: isSaved ? 'unsave' : 'save', vacancyId }),
      );
    },
    hide: (vacancyId) => {
      mark.mutate({ to: 'hide', vacancyId });
      say(t('mark.hidden'), () => unhide(vacancyId));
    },
    unhide,
  };
}

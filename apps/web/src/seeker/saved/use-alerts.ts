import type { SavedSearchInput } from '#contracts';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { call, type AnswerOfEndpoint } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';

type Alerts = AnswerOfEndpoint<typeof endpoints.alerts>;
export type Alert = Alerts['items'][number];
type Change = Partial<Pick<Alert, 'name' | 'active'>>;

export const useAlerts = (profileId: string): UseQueryResult<Alerts> =>
  useQuery({ queryKey: ['alerts', profileId], queryFn: () => call(endpoints.alerts, { params: { profileId } }) });

export interface AlertActions {
  readonly change: (alert: Alert, change: Change) => void;
  /** On the way to what it found. */
  readonly open: (alert: Alert) => void;
  readonly remove: (alert: Alert) => void;
}

/** What a person does with a saved search: shown at once, asked again afterwards; one that was removed is made anew where that is undone. */
export function useAlertActions(profileId: string): AlertActions {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const queryKey = ['alerts', profileId];
  const act = useMutation({
    mutationFn: async ({ send }: { send: () => Promise<unknown>; shown: (items: Alert[]) => Alert[] }) => send(),
    onMutate: async ({ shown }) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<Alerts>(queryKey, (known) => known && { items: shown(known.items) });
    },
    onError: () => say(t('mark.failed')),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const edit = ({ id: alertId }: Alert, body: Change & { seen?: true }, shown: Partial<Alert>): void =>
    act.mutate({
      send: () => call(endpoints.changeAlert, { params: { profileId, alertId }, body, keepalive: true }),
      shown: (items) => items.map((item) => (item.id === alertId ? { ...item, ...shown } : item)),
    });
  return {
    change: (alert, change) => edit(alert, change, change),
    open: (alert) => edit(alert, { seen: true }, { newHits: 0 }),
    remove: ({ id: alertId, minimumFit, municipalities, search, name, active }) => {
      act.mutate({
        send: () => call(endpoints.removeAlert, { params: { profileId, alertId } }),
        shown: (items) => items.filter(({ id }) => id !== alertId),
      });
      say(t('searches.removed'), () =>
        act.mutate({
          send: () =>
            call(endpoints.createAlert, {
              params: { profileId },
              body: { minimumFit, municipalities, search: search as SavedSearchInput | null, name, active },
            }),
          shown: (items) => items,
        }),
      );
    },
  };
}

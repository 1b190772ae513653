import type { ProfileView } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { WordsField } from '../../design/field.js';
import { Failure } from '../../design/states.js';
import { say } from '../../design/toast.js';
import { useLanguage } from '../../language/language.js';
import { useApplications } from '../saved/marked.js';

const longest = 4000;

/** Applies, or shows where the application stands. What was written is kept in the tab until it is sent. */
export function Apply({
  profile,
  vacancyId,
}: {
  readonly profile: ProfileView;
  readonly vacancyId: string;
}): ReactNode {
  const { t, day } = useLanguage();
  const queries = useQueryClient();
  const key = `rallare-application-${vacancyId}`;
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState(() => sessionStorage.getItem(key) ?? '');
  const applications = useApplications(profile.id);
  const mine = applications.data?.items.find((one) => one.vacancyId === vacancyId && one.state !== 'withdrawn');
  const askAgain = (): void => {
    for (const one of ['applications', 'matches']) void queries.invalidateQueries({ queryKey: [one] });
  };
  const withdraw = useMutation({
    mutationFn: (applicationId: string) =>
      call(endpoints.withdraw, { params: { profileId: profile.id, applicationId } }),
    onSuccess: () => say(t('application.isWithdrawn')),
    onSettled: askAgain,
  });
  const send = useMutation({
    mutationFn: () =>
      call(endpoints.apply, {
        params: { profileId: profile.id },
        body: { vacancyId, message: message.trim() || null },
      }),
    onSuccess: ({ id }) => {
      sessionStorage.removeItem(key);
      setMessage('');
      setOpen(false);
      say(t('application.isSent'), () => withdraw.mutate(id));
    },
    onSettled: askAgain,
  });
  if (mine)
    return (
      <p className="application-state">
        <strong>{t(`application.${mine.state}`)}</strong>{' '}
        <span className="soft">{t('application.since', { day: day(mine.changedAt) })}</span>
      </p>
    );
  return (
    <>
      <Button onPress={() => setOpen(true)} isDisabled={applications.isPending}>
        {t('application.apply')}
      </Button>
      <Dialog
        title={t('application.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="secondary" onPress={() => setOpen(false)}>
              {t('dialog.cancel')}
            </Button>
            <Button isPending={send.isPending} onPress={() => send.mutate()}>
              {t(send.isPending ? 'application.sending' : 'application.send')}
            </Button>
          </>
        }
      >
        <p>{t('application.shares', { name: profile.contact.name })}</p>
        <WordsField
          label={t('application.message')}
          hint={t('application.message.hint')}
          rows={7}
          isOptional
          maxLength={longest}
          value={message}
          onChange={(next) => {
            sessionStorage.setItem(key, next);
            setMessage(next);
          }}
        />
        {send.isError && <Failure error={send.error} />}
      </Dialog>
    </>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { householdEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Confirm } from '../design/dialog.js';
import { WordsField } from '../design/field.js';
import { Failure } from '../design/states.js';
import { say } from '../design/toast.js';
import { useLanguage } from '../language/language.js';

/** Two link by a code that one gives the other: nobody is joined without knowing. */
export function Join({ profileId }: { readonly profileId: string }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const link = useMutation({
    mutationFn: (invitation: string | null) =>
      call(householdEndpoints.link, { params: { profileId }, body: { invitation } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['household-pairs'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() && !link.isPending) link.mutate(code.trim());
  };
  return (
    <div className="two-columns">
      <section className="card" aria-labelledby="invite">
        <h2 id="invite">{t('household.invite')}</h2>
        <p>{t('household.invite.text')}</p>
        {link.data?.invitation ? (
          <p className="invitation" role="status">
            <strong>{link.data.invitation}</strong>
          </p>
        ) : (
          <Button isPending={link.isPending} onPress={() => link.mutate(null)}>
            {t('household.invite.show')}
          </Button>
        )}
      </section>
      <section className="card" aria-labelledby="join">
        <h2 id="join">{t('household.join')}</h2>
        <form onSubmit={submit}>
          <WordsField label={t('household.code')} value={code} onChange={setCode} maxLength={100} isRequired />
          {link.isError && <Failure error={link.error} />}
          <Button type="submit" kind="secondary" isPending={link.isPending}>
            {t('household.join.go')}
          </Button>
        </form>
      </section>
    </div>
  );
}

export function Leave({ profileId }: { readonly profileId: string }): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const leave = useMutation({
    mutationFn: () => call(householdEndpoints.leave, { params: { profileId } }),
    onSuccess: () => {
      setAsked(false);
      say(t('household.left'));
      return queries.invalidateQueries({ queryKey: ['household-pairs'] });
    },
  });
  return (
    <p className="leave">
      <Button kind="quiet" onPress={() => setAsked(true)}>
        {t('household.leave')}
      </Button>
      <Confirm
        title={t('household.leave')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={() => leave.mutate()}
        confirm={t('household.leave')}
        kind="danger"
        isPending={leave.isPending}
      >
        <p>{t('household.leave.text')}</p>
        {leave.isError && <Failure error={leave.error} />}
      </Confirm>
    </p>
  );
}

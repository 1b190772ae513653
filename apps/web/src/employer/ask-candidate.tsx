import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { WordsField } from '../design/field.js';
import { Failure } from '../design/states.js';
import { say } from '../design/toast.js';
import { useLanguage } from '../language/language.js';

/** Asks a candidate something: they see who asks and for which job, and stay without a name until they say otherwise. */
export function AskCandidate({
  vacancyId,
  profileId,
  suggestion,
  name,
}: {
  readonly vacancyId: string;
  readonly profileId: string;
  /** What is not known, put as a question. */
  readonly suggestion: string;
  readonly name: string | null;
}): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [by, setBy] = useState(name ?? '');
  const ask = useMutation({
    mutationFn: () => call(deskEndpoints.ask, { params: { vacancyId, profileId }, body: { text, by } }),
    onSuccess: () => {
      setOpen(false);
      setText('');
      say(t('ask.sent'));
      void queries.invalidateQueries({ queryKey: ['questions', vacancyId] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() && by.trim() && !ask.isPending) ask.mutate();
  };
  return (
    <>
      <Button
        kind="secondary"
        onPress={() => {
          setText(text || suggestion);
          setOpen(true);
        }}
      >
        {t('ask.open')}
      </Button>
      <Dialog title={t('ask.open')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form onSubmit={submit}>
          <p>{t('ask.lead')}</p>
          <WordsField label={t('ask.text')} rows={4} value={text} onChange={setText} maxLength={1000} isRequired />
          <WordsField label={t('ask.by')} value={by} onChange={setBy} maxLength={200} isRequired />
          {ask.isError && <Failure error={ask.error} />}
          <Button type="submit" isPending={ask.isPending}>
            {t('ask.send')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

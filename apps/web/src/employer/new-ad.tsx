import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { WordsField } from '../design/field.js';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';

/** Begins an ad: what the job is called, and the text if there is one already. Everything else comes in the editor. */
export function NewAd({
  employerId,
  onClose,
}: {
  readonly employerId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [headline, setHeadline] = useState('');
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      call(deskEndpoints.createVacancy, { params: { employerId }, body: { headline: headline.trim(), text } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['employers'] });
      void navigate(`/vacancies/${id}/edit`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (headline.trim() && !create.isPending) create.mutate();
  };
  return (
    <Dialog title={t('ad.new')} isOpen onClose={onClose} isWide>
      <form onSubmit={submit} noValidate>
        <WordsField
          label={t('ad.headline')}
          hint={t('ad.headline.hint')}
          value={headline}
          onChange={setHeadline}
          maxLength={300}
          isRequired
          isFocused
          error={isAsked && !headline.trim() ? t('ad.headline.needed') : undefined}
        />
        <div className="wide">
          <WordsField
            label={t('ad.new.text')}
            hint={t('ad.new.text.hint')}
            isOptional
            rows={8}
            value={text}
            onChange={setText}
          />
        </div>
        {create.isError && <Failure error={create.error} />}
        <Button type="submit" isPending={create.isPending}>
          {t('ad.new.go')}
        </Button>
      </form>
    </Dialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Confirm } from '../design/dialog.js';
import { Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';

const loadCommand = 'npm run rallare -- demo load';

/** The invented region: out by a press, after a question; how it comes in again is told. */
export function DemoData(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: async () => ({
      people: (await call(operatorEndpoints.removeDemoProfiles)).removed,
      vacancies: (await call(operatorEndpoints.removeDemoVacancies)).removed,
    }),
    onSuccess: () => queries.invalidateQueries(),
    onSettled: () => setAsked(false),
  });
  return (
    <section className="card" aria-labelledby="demo">
      <h2 id="demo">{t('demoData.title')}</h2>
      <p>{t('demoData.text')}</p>
      <p>
        <code>{loadCommand}</code>
      </p>
      <p role="status">{remove.data ? t('demoData.removed', { ...remove.data }) : ''}</p>
      {remove.isError && <Failure error={remove.error} />}
      <Button kind="danger" isPending={remove.isPending} onPress={() => setAsked(true)}>
        {t('demoData.remove')}
      </Button>
      <Confirm
        title={t('demoData.remove')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        onConfirm={() => remove.mutate()}
        confirm={t('demoData.remove')}
        kind="danger"
        isPending={remove.isPending}
      >
        <p>{t('demoData.ask')}</p>
      </Confirm>
    </section>
  );
}

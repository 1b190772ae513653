import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { Failure, Loading } from '../design/states.js';
import { useLanguage } from '../language/language.js';

/** Messages that failed for good, to be tried again one by one or all together. */
export function DeadLetters(): ReactNode {
  const { t, moment } = useLanguage();
  const queries = useQueryClient();
  const letters = useQuery({ queryKey: ['dead-letters'], queryFn: () => call(endpoints.deadLetters) });
  const requeue = useMutation({
    mutationFn: (jobIds: string[] | null) => call(endpoints.requeue, { body: { jobIds } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const again = (jobIds: string[] | null): void => {
    if (!requeue.isPending) requeue.mutate(jobIds);
  };
  const items = letters.data?.items ?? [];
  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters">{t('operation.dead')}</h2>
      <p role="status">{requeue.isSuccess ? t('operation.dead.done', { count: requeue.data.requeued }) : ''}</p>
      {requeue.isError && <Failure error={requeue.error} />}
      {letters.isPending && <Loading />}
      {letters.isError && <Failure error={letters.error} retry={() => void letters.refetch()} />}
      {letters.data && items.length === 0 && <p className="notice done">{t('operation.dead.none')}</p>}
      {items.length > 0 && (
        <>
          <div className="table-frame" role="region" aria-label={t('operation.dead.table')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('operation.dead.what')}</th>
                  <th scope="col">{t('operation.dead.where')}</th>
                  <th scope="col">{t('operation.dead.why')}</th>
                  <th scope="col">{t('operation.dead.when')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {items.map(({ service, queue, jobId, name, failedReason, attempts, failedAt }) => (
                  <tr key={`${queue}/${jobId}`}>
                    <th scope="row">{name}</th>
                    <td>
                      {service}, {queue}
                    </td>
                    <td>{failedReason}</td>
                    <td>
                      {moment(failedAt)}
                      <br />
                      <span className="soft small">{t('operation.dead.attempts', { count: attempts })}</span>
                    </td>
                    <td>
                      <button
                        type="button"
                        className="secondary small"
                        aria-label={`${t('operation.dead.one')}: ${name} ${jobId}`}
                        onClick={() => again([jobId])}
                      >
                        {t('operation.dead.one')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="actions">
            <button type="button" onClick={() => again(null)}>
              {t('operation.dead.all')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

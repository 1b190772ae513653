import type { BulkRun } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Progress } from '../design/progress.js';
import { Answered, Empty, Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';

const busyMs = 1500;
const idleMs = 30_000;
const runsShown = 5;

/** Everything ranked for everybody: how far a run has come, and how evenly people and jobs are seen. */
export function BulkRuns(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const runs = useQuery({
    queryKey: ['bulk-runs'],
    queryFn: () => call(operatorEndpoints.bulkRuns, { query: { limit: runsShown } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? busyMs : idleMs),
  });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['bulk-runs'] });
  const start = useMutation({
    mutationFn: () => call(operatorEndpoints.startBulkRun, { body: {} }),
    onSettled: refresh,
  });
  return (
    <section aria-labelledby="bulk">
      <div className="results-head">
        <h2 id="bulk">{t('bulk.title')}</h2>
        <Button kind="secondary" isPending={start.isPending} onPress={() => start.mutate()}>
          {t('bulk.start')}
        </Button>
      </div>
      <p className="soft">{t('bulk.lead')}</p>
      {start.isError && <Failure error={start.error} />}
      <Answered query={runs}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('bulk.none')} />
          ) : (
            <ul className="row-list">
              {items.map((run) => (
                <Run key={run.id} run={run} onChange={refresh} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

const isRunning = ({ state }: BulkRun): boolean => state === 'running';

function Run({ run, onChange }: { readonly run: BulkRun; readonly onChange: () => Promise<void> }): ReactNode {
  const { t, moment } = useLanguage();
  const cancel = useMutation({
    mutationFn: () => call(operatorEndpoints.cancelBulkRun, { params: { runId: run.id } }),
    onSettled: onChange,
  });
  const { result, progress } = run;
  return (
    <li>
      <p>
        <strong>{t(`bulk.cause.${run.cause}`)}</strong>, {moment(run.createdAt)}, {t(`bulk.state.${run.state}`)}
      </p>
      {isRunning(run) && (
        <>
          <Progress label={t('bulk.progress')} value={progress.done} max={Math.max(progress.of, 1)} />
          <Button kind="quiet" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('bulk.cancel')}
          </Button>
        </>
      )}
      {cancel.isError && <Failure error={cancel.error} />}
      {result && (
        <ul className="plain-list">
          <li>{t('bulk.people', { ...result.peopleForVacancies, limit: run.limit })}</li>
          <li>{t('bulk.vacancies', { ...result.vacanciesForPeople, limit: run.limit })}</li>
        </ul>
      )}
    </li>
  );
}

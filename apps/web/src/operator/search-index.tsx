import type { SearchRebuild } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { Progress } from '../design/progress.js';
import { Answered, Failure } from '../design/states.js';
import { useLanguage } from '../language/language.js';

const busyMs = 1500;
const idleMs = 30_000;

/** The index of jobs: building it anew, and how far that has come. */
export function SearchIndex(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const rebuild = useQuery({
    queryKey: ['search-rebuild'],
    queryFn: () => call(operatorEndpoints.searchRebuild),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? busyMs : idleMs),
  });
  const start = useMutation({
    mutationFn: () => call(operatorEndpoints.rebuildSearch),
    onSettled: () => queries.invalidateQueries({ queryKey: ['search-rebuild'] }),
  });
  return (
    <section aria-labelledby="search-index">
      <div className="results-head">
        <h2 id="search-index">{t('index.title')}</h2>
        {rebuild.data?.state !== 'running' && (
          <Button kind="secondary" isPending={start.isPending} onPress={() => start.mutate()}>
            {t('index.start')}
          </Button>
        )}
      </div>
      <p className="soft">{t('index.lead')}</p>
      {start.isError && <Failure error={start.error} />}
      <Answered query={rebuild}>{(current) => <Rebuild rebuild={current} />}</Answered>
    </section>
  );
}

function Rebuild({ rebuild }: { readonly rebuild: SearchRebuild }): ReactNode {
  const { t, moment } = useLanguage();
  const { state, done, of, refused, startedAt, endedAt, problem } = rebuild;
  const at = state === 'done' ? endedAt : startedAt;
  return (
    <>
      <p role="status">
        {t(`index.state.${state}`, { moment: at === null ? '' : moment(at), count: done, problem: problem ?? '' })}
        {refused > 0 && ` ${t('index.refused', { count: refused })}`}
      </p>
      {state === 'running' && <Progress label={t('index.progress')} value={done} max={Math.max(of, 1)} />}
    </>
  );
}

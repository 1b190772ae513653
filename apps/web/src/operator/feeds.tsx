import type { FeedView } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { addressOf, call } from '../api/call.js';
import { operatorEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { StateIcon } from '../design/checklist.js';
import { Drawer } from '../design/dialog.js';
import { Answered, Empty, Failure } from '../design/states.js';
import { DataTable } from '../design/table.js';
import { say } from '../design/toast.js';
import { useLanguage } from '../language/language.js';
import { NewFeed } from './new-feed.js';

const idleMs = 15_000;
const busyMs = 1500;
const wrong = new Set<FeedView['health']>(['failing', 'late']);
const open = new Set<FeedView['health']>(['waiting', 'running', 'held', 'off']);

/** Feeds that bring ads by themselves: how each does, what its last run took, rejected or holds back, and reading it now. */
export function Feeds(): ReactNode {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const feeds = useQuery({
    queryKey: ['feeds'],
    queryFn: () => call(operatorEndpoints.feeds),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ health }) => health === 'running' || health === 'waiting') ? busyMs : idleMs,
  });
  return (
    <section aria-labelledby="feeds">
      <div className="results-head">
        <h2 id="feeds">{t('feeds.title')}</h2>
        <Button kind="secondary" onPress={() => setAdding(true)}>
          {t('feeds.add')}
        </Button>
      </div>
      <Answered query={feeds}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('feeds.none')}>
              <p>{t('feeds.none.text')}</p>
            </Empty>
          ) : (
            <ul className="row-list">
              {items.map((feed) => (
                <Feed key={feed.id} feed={feed} />
              ))}
            </ul>
          )
        }
      </Answered>
      {isAdding && (
        <NewFeed
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            void queries.invalidateQueries({ queryKey: ['feeds'] });
          }}
        />
      )}
    </section>
  );
}

function Feed({ feed }: { readonly feed: FeedView }): ReactNode {
  const { t, moment, number } = useLanguage();
  const queries = useQueryClient();
  const [isLooking, setLooking] = useState(false);
  const params = { feedId: feed.id };
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['feeds'] });
  const run = useMutation({ mutationFn: () => call(operatorEndpoints.runFeed, { params }), onSuccess: refresh });
  const decide = useMutation({
    mutationFn: (remove: boolean) => call(operatorEndpoints.decideHeld, { params, body: { remove } }),
    onSuccess: (answer) => {
      say(t('feeds.decided', { ...answer }));
      return refresh();
    },
  });
  const { health, lastRun, name } = feed;
  const state = wrong.has(health) ? 'not-met' : open.has(health) ? 'unknown' : 'met';
  return (
    <li className="row">
      <div>
        <h3 className="with-icon">
          <StateIcon state={state} /> {name} <span className="tag">{t(`feed.${health}`)}</span>
        </h3>
        <p className="lead">{t('feeds.line', { kind: feed.kind, minutes: feed.everyMinutes, ads: feed.openAds })}</p>
        {lastRun && (
          <p className="small figure">
            {t('feeds.run', {
              moment: moment(lastRun.startedAt),
              read: lastRun.counts.read,
              created: lastRun.counts.created,
              updated: lastRun.counts.updated,
              removed: lastRun.counts.removed,
              rejected: lastRun.counts.rejected,
            })}
          </p>
        )}
        {lastRun?.reason && (
          <p className="small soft" lang="en">
            {lastRun.reason}
          </p>
        )}
        {health === 'held' && lastRun && (
          <div className="notice">
            <p>{t('feeds.held', { count: lastRun.counts.held })}</p>
            <p className="actions">
              <Button kind="danger" isSmall isPending={decide.isPending} onPress={() => decide.mutate(true)}>
                {t('feeds.held.remove')}
              </Button>
              <Button kind="secondary" isSmall isPending={decide.isPending} onPress={() => decide.mutate(false)}>
                {t('feeds.held.keep')}
              </Button>
            </p>
          </div>
        )}
        {(run.isError || decide.isError) && <Failure error={run.error ?? decide.error} />}
      </div>
      <p className="actions">
        {lastRun && lastRun.counts.rejected > 0 && (
          <Button kind="secondary" aria-label={`${t('import.rejects')}: ${name}`} onPress={() => setLooking(true)}>
            {t('feeds.rejects', { count: number(lastRun.counts.rejected) })}
          </Button>
        )}
        <Button
          kind="secondary"
          isPending={run.isPending || health === 'running'}
          aria-label={`${t('feeds.now')}: ${name}`}
          onPress={() => run.mutate()}
        >
          {t('feeds.now')}
        </Button>
      </p>
      {isLooking && lastRun && <Rejects feedId={feed.id} runId={lastRun.id} onClose={() => setLooking(false)} />}
    </li>
  );
}

function Rejects({
  feedId,
  runId,
  onClose,
}: {
  readonly feedId: string;
  readonly runId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t, number } = useLanguage();
  const rejects = useQuery({
    queryKey: ['feed-rejects', runId],
    queryFn: () => call(operatorEndpoints.feedRejects, { params: { feedId, runId }, query: { limit: 100 } }),
  });
  return (
    <Drawer title={t('import.rejects')} isOpen onClose={onClose} isWide>
      <p>
        <a href={addressOf('/feeds/{feedId}/runs/{runId}/rejects.ndjson', { feedId, runId }, undefined)} download>
          {t('import.rejects.save')}
        </a>
      </p>
      <Answered query={rejects}>
        {({ items }) => (
          <DataTable
            caption={t('import.rejects')}
            isCaptionHidden
            rows={items}
            keyOf={({ position }) => String(position)}
            columns={[
              { id: 'at', title: t('import.line'), isNumber: true, cell: ({ position }) => number(position) },
              { id: 'id', title: t('import.id'), isRowHeader: true, cell: ({ externalId }) => externalId ?? '–' },
              { id: 'why', title: t('operation.dead.why'), cell: ({ reason }) => <span lang="en">{reason}</span> },
            ]}
          />
        )}
      </Answered>
    </Drawer>
  );
}

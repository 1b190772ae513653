import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { useState, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { call, type AnswerOfEndpoint } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { CheckField } from '../design/choices.js';
import { SelectField } from '../design/field.js';
import { Answered, Empty, Failure, PageTitle } from '../design/states.js';
import { DataTable, type Column } from '../design/table.js';
import { say } from '../design/toast.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { useLanguage } from '../language/language.js';
import { csv, download } from './csv.js';
import { stages, usePreference, useUndo } from './decisions.js';

type Entry = AnswerOfEndpoint<typeof deskEndpoints.log>['items'][number];
const chunk = 100;

/** Who decided what, when and why, newest first; what stands can be undone, several at once. */
export function DecisionLogPage(): ReactNode {
  const { t, moment } = useLanguage();
  const { shortlistId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const page = usePage();
  const { preference } = usePreference();
  const undo = useUndo(shortlistId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const stage = stages.find((one) => one === search.get('stage'));
  const isMine = search.get('mine') === 'true';
  const query = { ...(stage ? { stage: [stage] } : {}), ...(isMine ? { mine: 'true' as const } : {}) };
  const log = useQuery({
    queryKey: ['decision-log', shortlistId, stage, isMine, page],
    queryFn: () =>
      call(deskEndpoints.log, {
        params: { shortlistId },
        query: { ...query, limit: pageSize, offset: (page - 1) * pageSize },
      }),
    placeholderData: keepPreviousData,
  });
  const narrow = (name: string, value: string | null): void => {
    const next = new URLSearchParams(search);
    next.delete('page');
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  const nameOf = ({ alias, profileId }: Entry): string =>
    preference.blind ? t('shortlist.blinded', { number: profileId.slice(0, 4) }) : t('candidates.name', { alias });
  const undoAll = (ids: readonly string[]): void =>
    undo.mutate(ids, {
      onSuccess: () => {
        setChosen(new Set());
        say(t('shortlist.undone', { count: ids.length }));
      },
    });
  const save = async (): Promise<void> => {
    const entries: Entry[] = [];
    for (let offset = 0, total = 1; offset < total; offset += chunk) {
      const answer = await call(deskEndpoints.log, {
        params: { shortlistId },
        query: { ...query, limit: chunk, offset },
      });
      total = answer.total;
      entries.push(...answer.items);
    }
    const head = [
      t('shortlist.who'),
      t('shortlist.stage'),
      t('shortlist.reason'),
      t('csv.by'),
      t('csv.when'),
      t('csv.undone'),
    ];
    const rows = entries.map((entry) => [
      nameOf(entry),
      t(`stage.${entry.stage}`),
      entry.reason,
      entry.by,
      moment(entry.at),
      entry.undoneAt ? moment(entry.undoneAt) : '',
    ]);
    download(`${t('shortlist.log')}.csv`, csv([head, ...rows]));
  };
  const columns: Column<Entry>[] = [
    {
      id: 'choose',
      title: t('log.choose'),
      cell: (entry) =>
        entry.undoneAt ? null : (
          <input
            type="checkbox"
            aria-label={t('shortlist.choose', { name: `${nameOf(entry)}, ${t(`stage.${entry.stage}`)}` })}
            checked={chosen.has(entry.id)}
            onChange={({ target }) => {
              const next = new Set(chosen);
              if (target.checked) next.add(entry.id);
              else next.delete(entry.id);
              setChosen(next);
            }}
          />
        ),
    },
    { id: 'who', title: t('shortlist.who'), isRowHeader: true, cell: nameOf },
    {
      id: 'stage',
      title: t('shortlist.stage'),
      cell: (entry) => (
        <>
          <span className={`tag stage-${entry.stage}`}>{t(`stage.${entry.stage}`)}</span>{' '}
          {entry.undoneAt && (
            <span className="small soft">{t('shortlist.log.undone', { moment: moment(entry.undoneAt) })}</span>
          )}
        </>
      ),
    },
    { id: 'reason', title: t('shortlist.reason'), cell: ({ reason }) => reason },
    { id: 'by', title: t('csv.by'), cell: ({ by, mine }) => (mine ? t('log.mine', { by }) : by) },
    { id: 'at', title: t('csv.when'), cell: ({ at }) => moment(at) },
  ];
  return (
    <>
      <p className="no-print">
        <Link to={`/shortlists/${shortlistId}`}>← {t('shortlist.title')}</Link>
      </p>
      <PageTitle title={t('shortlist.log')} />
      <p className="page-lead">{t('log.lead')}</p>
      <div className="desk-tools row-wrap no-print">
        <SelectField
          label={t('filter.stage')}
          isInline
          value={stage ?? ''}
          options={[
            { value: '', text: t('filter.all') },
            ...stages.map((value) => ({ value, text: t(`stage.${value}`) })),
          ]}
          onChange={(value) => narrow('stage', value)}
        />
        <CheckField isChecked={isMine} onChange={(isOn) => narrow('mine', isOn ? 'true' : null)}>
          {t('log.onlyMine')}
        </CheckField>
        <Button kind="quiet" isSmall onPress={() => void save()}>
          <Download size={18} aria-hidden /> {t('shortlist.csv')}
        </Button>
        <Button kind="quiet" isSmall onPress={() => window.print()}>
          <Printer size={18} aria-hidden /> {t('shortlist.print')}
        </Button>
        <Button
          isSmall
          kind="secondary"
          isDisabled={chosen.size === 0}
          isPending={undo.isPending}
          onPress={() => undoAll([...chosen])}
        >
          {t('log.undo', { count: chosen.size })}
        </Button>
      </div>
      {undo.isError && <Failure error={undo.error} />}
      <Answered query={log}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty title={t('shortlist.log.none')} />
          ) : (
            <>
              <DataTable
                caption={t('log.count', { count: total })}
                columns={columns}
                rows={items}
                keyOf={({ id }) => id}
                isSelected={({ id }) => chosen.has(id)}
              />
              <Paging total={total} />
            </>
          )
        }
      </Answered>
    </>
  );
}

import type { VacancyStatus, VacancySummary } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Plus from 'lucide-react/icons/plus';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Button } from '../design/button.js';
import { SelectField } from '../design/field.js';
import { Menu } from '../design/menu.js';
import { Answered, Empty, Failure, PageTitle } from '../design/states.js';
import { say } from '../design/toast.js';
import { vacancyAddress } from '#site';
import { useLanguage } from '../language/language.js';
import { VacancyLine } from '../match/vacancy-line.js';
import { useEmployers, type EmployerWithVacancies } from './employers.js';
import { NewAd } from './new-ad.js';

const statuses = ['published', 'draft', 'closed', 'expired'] as const satisfies readonly VacancyStatus[];

/** What an employer has written, with what has come of it, and what can be done with each. */
export function VacanciesPage(): ReactNode {
  const { t } = useLanguage();
  const employers = useEmployers();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? null;
  const [writingFor, setWritingFor] = useState<string | null>(null);
  return (
    <>
      <PageTitle title={t('employer.title')} />
      <p className="page-lead">{t('employer.lead')}</p>
      <Answered query={employers}>
        {(all) => (
          <>
            {all.length === 0 && (
              <Empty title={t('employer.none')}>
                <p>{t('employer.none.text')}</p>
              </Empty>
            )}
            {all.map((one) => (
              <section key={one.employer.id} aria-labelledby={one.employer.id}>
                <div className="results-head">
                  <h2 id={one.employer.id}>{one.employer.name}</h2>
                  <div className="actions">
                    <SelectField
                      label={t('filter.stage')}
                      isInline
                      value={status ?? ''}
                      options={[
                        { value: '', text: t('filter.all') },
                        ...statuses.map((value) => ({ value, text: t(`status.${value}`) })),
                      ]}
                      onChange={(value) => setSearch(value ? { status: value } : {})}
                    />
                    <Button onPress={() => setWritingFor(one.employer.id)}>
                      <Plus size={18} aria-hidden /> {t('ad.new')}
                    </Button>
                  </div>
                </div>
                <Vacancies of={one} status={status} />
              </section>
            ))}
          </>
        )}
      </Answered>
      {writingFor && <NewAd employerId={writingFor} onClose={() => setWritingFor(null)} />}
    </>
  );
}

function Vacancies({
  of,
  status,
}: {
  readonly of: EmployerWithVacancies;
  readonly status: VacancyStatus | null;
}): ReactNode {
  const { t } = useLanguage();
  const employerId = of.employer.id;
  const shown = of.vacancies.filter((vacancy) => status === null || vacancy.status === status);
  const ids = of.vacancies.map(({ id }) => id);
  const figures = useQuery({
    queryKey: ['figures', employerId, ids],
    queryFn: () => call(deskEndpoints.figures, { params: { employerId }, query: { vacancyId: ids } }),
    enabled: ids.length > 0,
  });
  const views = useQuery({
    queryKey: ['views', employerId, ids],
    queryFn: () => call(deskEndpoints.views, { params: { employerId }, query: { vacancyId: ids } }),
    enabled: ids.length > 0,
  });
  if (of.vacancies.length === 0)
    return (
      <Empty title={t('employer.noVacancies')}>
        <p>{t('employer.noVacancies.text')}</p>
      </Empty>
    );
  if (shown.length === 0) return <p className="soft">{t('employer.noneOfStatus')}</p>;
  return (
    <ul className="row-list">
      {shown.map((vacancy) => {
        const of_ = figures.data?.items.find(({ vacancyId }) => vacancyId === vacancy.id);
        const seen = views.data?.items.find(({ vacancyId }) => vacancyId === vacancy.id);
        return (
          <li key={vacancy.id} className="row">
            <div>
              <h3 lang={vacancy.language}>
                <Link to={vacancy.status === 'draft' ? `/vacancies/${vacancy.id}/edit` : `/vacancies/${vacancy.id}`}>
                  {vacancy.headline}
                </Link>{' '}
                <span className={`tag status-${vacancy.status}`}>{t(`status.${vacancy.status}`)}</span>
              </h3>
              <VacancyLine vacancy={vacancy} />
              {vacancy.status !== 'draft' && of_ && (
                <dl className="figures">
                  <Figure name={t('figures.candidates')} value={of_.candidates} />
                  <Figure name={t('figures.views')} value={seen?.views ?? 0} />
                  <Figure name={t('figures.saved')} value={of_.saved} />
                  <Figure name={t('figures.applications')} value={of_.applications} isNew={of_.unopened > 0} />
                  <Figure name={t('figures.undecided')} value={of_.undecided} />
                </dl>
              )}
            </div>
            <Actions vacancy={vacancy} applications={of_?.applications ?? 0} />
          </li>
        );
      })}
    </ul>
  );
}

function Figure({
  name,
  value,
  isNew = false,
}: {
  readonly name: string;
  /** Null: too few to be told apart. */
  readonly value: number | null;
  readonly isNew?: boolean;
}): ReactNode {
  const { t, number } = useLanguage();
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">
        {value === null ? t('figures.few') : number(value)}{' '}
        {isNew && <span className="tag strong">{t('figures.new')}</span>}
      </dd>
    </div>
  );
}

function Actions({
  vacancy,
  applications,
}: {
  readonly vacancy: VacancySummary;
  readonly applications: number;
}): ReactNode {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const params = { vacancyId: vacancy.id };
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['employers'] });
  const act = useMutation({
    mutationFn: async (action: string): Promise<void> => {
      const reopen = async (): Promise<void> => {
        await call(deskEndpoints.reopen, { params });
        await refresh();
      };
      if (action === 'close') {
        await call(deskEndpoints.close, { params, body: { revision: vacancy.revision } });
        say(t('vacancy.closed', { headline: vacancy.headline }), () => void reopen());
      } else if (action === 'reopen') await reopen();
      else if (action === 'copy') {
        const copy = await call(deskEndpoints.copy, { params });
        await refresh();
        await navigate(`/vacancies/${copy.id}/edit`);
      } else if (action === 'remove') {
        await call(deskEndpoints.removeDraft, { params });
        say(t('vacancy.removed', { headline: vacancy.headline }));
      } else await navigate(action);
      await refresh();
    },
  });
  const { id, status } = vacancy;
  const entries = [
    { id: `/vacancies/${id}/edit`, text: t('vacancy.edit') },
    ...(status === 'draft' ? [] : [{ id: `/vacancies/${id}/applications`, text: t('applications.title') }]),
    ...(status === 'published' ? [{ id: 'see', text: t('vacancy.see'), href: vacancyAddress(language, id) }] : []),
    { id: 'copy', text: t('vacancy.copy') },
    ...(status === 'published' ? [{ id: 'close', text: t('vacancy.close') }] : []),
    ...(status === 'closed' ? [{ id: 'reopen', text: t('vacancy.reopen') }] : []),
    ...(status === 'draft' ? [{ id: 'remove', text: t('vacancy.remove') }] : []),
  ];
  return (
    <div>
      <p className="actions">
        {status === 'published' && (
          <Link
            className="button secondary"
            to={`/vacancies/${id}`}
            aria-label={`${t('employer.candidates')}: ${vacancy.headline}`}
          >
            {t('employer.candidates')}
          </Link>
        )}
        {status === 'draft' && (
          <Link
            className="button secondary"
            to={`/vacancies/${id}/edit`}
            aria-label={`${t('vacancy.edit')}: ${vacancy.headline}`}
          >
            {t('vacancy.edit')}
          </Link>
        )}
        {applications > 0 && (
          <Link className="button secondary" to={`/vacancies/${id}/applications`}>
            {t('applications.count', { count: applications })}
          </Link>
        )}
        <Menu
          label={t('vacancy.more', { headline: vacancy.headline })}
          trigger={
            <Button kind="quiet" isIcon aria-label={t('vacancy.more', { headline: vacancy.headline })}>
              <Ellipsis size={22} aria-hidden />
            </Button>
          }
          entries={entries}
          onAction={(action) => action !== 'see' && act.mutate(action)}
        />
      </p>
      {act.isError && <Failure error={act.error} />}
    </div>
  );
}

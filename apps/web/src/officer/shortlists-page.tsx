import type { VacancySummary } from '#contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { CheckField } from '../design/choices.js';
import { useEmployers } from '../employer/employers.js';
import { Empty, Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { VacancyLine } from '../match/vacancy-line.js';

/** Published vacancies, each with its shortlists. */
export function ShortlistsPage(): ReactNode {
  const { t } = useLanguage();
  const employers = useEmployers();
  const open = employers.data?.flatMap(({ vacancies }) => vacancies).filter(({ status }) => status === 'published');
  return (
    <>
      <PageTitle title={t('shortlists.title')} />
      <p className="page-lead">{t('shortlists.lead')}</p>
      {employers.isPending && <Loading />}
      {employers.isError && <Failure error={employers.error} retry={() => void employers.refetch()} />}
      {open?.length === 0 && <Empty title={t('shortlists.notOpen')} />}
      <ul className="row-list">
        {open?.map((vacancy) => (
          <li key={vacancy.id} className="row">
            <div>
              <h2 className="row-title" lang={vacancy.language}>
                {vacancy.headline}
              </h2>
              <VacancyLine vacancy={vacancy} />
              <Shortlists vacancyId={vacancy.id} />
            </div>
            <NewShortlist vacancy={vacancy} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Shortlists({ vacancyId }: { readonly vacancyId: string }): ReactNode {
  const { t, moment } = useLanguage();
  const shortlists = useQuery({
    queryKey: ['shortlists', vacancyId],
    queryFn: () => call(endpoints.shortlists, { params: { vacancyId }, query: { limit: 20 } }),
  });
  if (shortlists.isPending) return <Loading />;
  if (shortlists.isError) return <Failure error={shortlists.error} retry={() => void shortlists.refetch()} />;
  if (shortlists.data.items.length === 0) return <p className="soft">{t('shortlists.none')}</p>;
  return (
    <ul className="plain-list">
      {shortlists.data.items.map(({ id, createdAt, size, undecided }) => (
        <li key={id}>
          <Link to={`/shortlists/${id}`}>{t('shortlists.open', { day: moment(createdAt) })}</Link>{' '}
          <span className="soft">{t('shortlists.figures', { size: size, undecided: undecided })}</span>
        </li>
      ))}
    </ul>
  );
}

function NewShortlist({ vacancy }: { readonly vacancy: VacancySummary }): ReactNode {
  const { t } = useLanguage();
  const id = useId();
  const navigate = useNavigate();
  const [size, setSize] = useState('20');
  const [isIndependent, setIndependent] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      call(endpoints.createShortlist, {
        params: { vacancyId: vacancy.id },
        body: { size: Number(size), independent: isIndependent },
      }),
    onSuccess: (shortlist) => navigate(`/shortlists/${shortlist.id}`),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!create.isPending) create.mutate();
  };
  return (
    <form className="inline-form" onSubmit={submit} aria-label={`${t('shortlists.create')}: ${vacancy.headline}`}>
      <div>
        <label htmlFor={id}>{t('shortlists.size')}</label>
        <input
          id={id}
          type="number"
          min={1}
          max={300}
          required
          value={size}
          onChange={({ target }) => setSize(target.value)}
        />
      </div>
      <CheckField isChecked={isIndependent} onChange={setIndependent}>
        {t('shortlists.independent')}
      </CheckField>
      <button className="secondary" aria-disabled={create.isPending}>
        {t(create.isPending ? 'shortlists.creating' : 'shortlists.create')}
      </button>
      {create.isError && <Failure error={create.error} />}
    </form>
  );
}

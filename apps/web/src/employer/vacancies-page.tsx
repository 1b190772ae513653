import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty, Failure, Loading, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { VacancyLine } from '../match/vacancy-line.js';
import { useEmployers } from './employers.js';

/** What an employer has written, and the way to who fits. */
export function VacanciesPage(): ReactNode {
  const { t } = useLanguage();
  const employers = useEmployers();
  return (
    <>
      <PageTitle title={t('employer.title')} />
      <p className="page-lead">{t('employer.lead')}</p>
      {employers.isPending && <Loading />}
      {employers.isError && <Failure error={employers.error} retry={() => void employers.refetch()} />}
      {employers.data?.length === 0 && (
        <Empty title={t('employer.none')}>
          <p>{t('employer.none.text')}</p>
        </Empty>
      )}
      {employers.data?.map(({ employer, vacancies }) => (
        <section key={employer.id} aria-labelledby={employer.id}>
          <h2 id={employer.id}>{employer.name}</h2>
          {vacancies.length === 0 && <p>{t('employer.noVacancies')}</p>}
          <ul className="row-list">
            {vacancies.map((vacancy) => (
              <li key={vacancy.id} className="row">
                <div>
                  <h3 lang={vacancy.language}>{vacancy.headline}</h3>
                  <VacancyLine vacancy={vacancy} />
                </div>
                <p className="actions">
                  <span className={`tag status-${vacancy.status}`}>{t(`status.${vacancy.status}`)}</span>
                  {vacancy.status === 'published' && (
                    <Link
                      className="button secondary"
                      to={`/vacancies/${vacancy.id}`}
                      aria-label={`${t('employer.candidates')}: ${vacancy.headline}`}
                    >
                      {t('employer.candidates')}
                    </Link>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

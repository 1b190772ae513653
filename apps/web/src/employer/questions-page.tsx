import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { Answered, Empty, PageTitle } from '../design/states.js';
import { pageSize, Paging, usePage } from '../frame/paging.js';
import { useLanguage } from '../language/language.js';
import { Contact } from './contact.js';
import { VacancyTabs } from './vacancy-tabs.js';

/** What was asked of candidates, and what they answered. */
export function QuestionsPage(): ReactNode {
  const { t, moment, day } = useLanguage();
  const { vacancyId = '' } = useParams();
  const page = usePage();
  const questions = useQuery({
    queryKey: ['questions', vacancyId, page],
    queryFn: () =>
      call(deskEndpoints.asked, { params: { vacancyId }, query: { limit: pageSize, offset: (page - 1) * pageSize } }),
  });
  return (
    <>
      <p>
        <Link to="/vacancies">← {t('vacancies.back')}</Link>
      </p>
      <PageTitle title={t('questions.title')} />
      <VacancyTabs vacancyId={vacancyId} />
      <Answered query={questions}>
        {({ total, items }) =>
          total === 0 ? (
            <Empty title={t('questions.none')}>
              <p>{t('questions.none.text')}</p>
            </Empty>
          ) : (
            <>
              <ul className="row-list">
                {items.map((one) => (
                  <li key={one.id} className="row">
                    <div>
                      <h2 className="row-title">
                        <Link to={`/vacancies/${vacancyId}/candidates/${one.profileId}`}>
                          {t('candidates.name', { alias: one.alias })}
                        </Link>{' '}
                        <span className="tag">{t(`question.${one.state}`)}</span>
                      </h2>
                      <p className="letter">{one.text}</p>
                      <p className="small soft">
                        {t('shortlist.log.line', { by: one.by, moment: moment(one.askedAt) })}
                        {one.state === 'open' && `, ${t('questions.until', { day: day(one.answerBy) })}`}
                      </p>
                      {one.answer && <blockquote className="letter">{one.answer}</blockquote>}
                      {one.contactShared && <Contact vacancyId={vacancyId} profileId={one.profileId} />}
                    </div>
                  </li>
                ))}
              </ul>
              <Paging total={total} />
            </>
          )
        }
      </Answered>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { Answered, Empty, PageTitle } from '../design/states.js';
import { useLanguage } from '../language/language.js';
import { useShortlist } from './decisions.js';
import { Desk } from './desk.js';

/** A frozen list: looked through by keyboard or pointer, decided about with reason and name, undone. */
export function ShortlistPage({ name }: { readonly name: string | null }): ReactNode {
  const { t, moment } = useLanguage();
  const { shortlistId = '' } = useParams();
  const shortlist = useShortlist(shortlistId);
  const vacancyId = shortlist.data?.vacancyId;
  const vacancy = useQuery({
    queryKey: ['vacancy', vacancyId],
    queryFn: () => call(endpoints.vacancy, { params: { vacancyId: vacancyId! } }),
    enabled: vacancyId !== undefined,
  });
  return (
    <>
      <p className="no-print">
        <Link to="/shortlists">← {t('shortlists.title')}</Link>
      </p>
      <PageTitle title={t('shortlist.title')} />
      {vacancy.data && (
        <p className="page-lead" lang={vacancy.data.language}>
          {vacancy.data.headline}
        </p>
      )}
      <Answered query={shortlist}>
        {(list) => (
          <>
            <p className="small soft">
              {t('shortlist.lead', { moment: moment(list.createdAt) })}{' '}
              {list.independent && t('shortlist.independent.on')}
            </p>
            {list.items.length === 0 ? (
              <Empty title={t('shortlist.empty')}>
                <p>{t('shortlist.empty.text')}</p>
              </Empty>
            ) : (
              <Desk list={list} name={name} headline={vacancy.data?.headline ?? ''} />
            )}
          </>
        )}
      </Answered>
    </>
  );
}

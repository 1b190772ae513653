import type { Disclosure } from '#contracts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call, CallError } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Answered, Empty } from '../../design/states.js';
import { DataTable } from '../../design/table.js';
import { pageSize, Paging, usePage } from '../../frame/paging.js';
import { vacancyAddress } from '#site';
import { useLanguage } from '../../language/language.js';
import { textOf } from '../../language/texts.js';

/** Who has looked at me, for which vacancy, and why; each look is logged when it happens. */
export function Disclosures({ profileId }: { readonly profileId: string }): ReactNode {
  const { t, moment, language } = useLanguage();
  const page = usePage();
  const disclosures = useQuery({
    queryKey: ['disclosures', profileId, page],
    queryFn: () =>
      call(endpoints.disclosures, { params: { profileId }, query: { limit: pageSize, offset: (page - 1) * pageSize } }),
    placeholderData: keepPreviousData,
  });
  const vacancies = useVacancies(disclosures.data?.items.map(({ vacancyId }) => vacancyId) ?? []);
  return (
    <section aria-labelledby="looked">
      <h2 id="looked">{t('privacy.looked')}</h2>
      <Answered query={disclosures}>
        {({ total, items }) =>
          total === 0 ? (
            <Empty title={t('privacy.looked.none')}>
              <p>{t('privacy.looked.none.text')}</p>
            </Empty>
          ) : (
            <>
              <p>{t('privacy.looked.count', { count: total })}</p>
              <DataTable<Disclosure>
                caption={t('privacy.looked')}
                isCaptionHidden
                keyOf={({ at, vacancyId, purpose }) => `${at} ${vacancyId} ${purpose}`}
                rows={items}
                columns={[
                  { id: 'at', title: t('privacy.when'), cell: ({ at }) => <time dateTime={at}>{moment(at)}</time> },
                  {
                    id: 'who',
                    title: t('privacy.who'),
                    isRowHeader: true,
                    cell: ({ vacancyId }) => vacancies.get(vacancyId)?.employer.name ?? t('privacy.closed'),
                  },
                  {
                    id: 'vacancy',
                    title: t('privacy.vacancy'),
                    cell: ({ vacancyId }) => {
                      const vacancy = vacancies.get(vacancyId);
                      return vacancy ? (
                        <a href={vacancyAddress(language, vacancyId)} lang={vacancy.language}>
                          {vacancy.headline}
                        </a>
                      ) : (
                        t('privacy.closed.vacancy')
                      );
                    },
                  },
                  {
                    id: 'why',
                    title: t('privacy.why'),
                    cell: ({ purpose }) => textOf(t, `purpose.${purpose}`, 'purpose.other'),
                  },
                ]}
              />
              <Paging total={total} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

type Vacancy = Awaited<ReturnType<typeof ask>>;
const ask = (vacancyId: string) =>
  call(endpoints.vacancy, { params: { vacancyId } }).catch((error: unknown) => {
    if (error instanceof CallError && (error.type === 'gone' || error.type === 'not-found')) return null;
    throw error;
  });

/** The vacancies that can still be read. */
function useVacancies(ids: readonly string[]): ReadonlyMap<string, NonNullable<Vacancy>> {
  const found = useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: ['vacancy', id],
      queryFn: () => ask(id),
      staleTime: Infinity,
    })),
  });
  return new Map(found.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}

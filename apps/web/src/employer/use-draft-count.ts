import type { VacancyView } from '#contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { call } from '../api/call.js';
import { deskEndpoints } from '../api/role-endpoints.js';

/** How many the ad fits as it is saved, and how many more without each requirement. */
export function useDraftCount(vacancy: VacancyView) {
  const ranked = vacancy.demands.filter(({ origin }) => origin !== 'rejected');
  const body = {
    occupationId: vacancy.occupationId,
    municipalities: vacancy.municipalities,
    remote: vacancy.remote,
    employmentTypeId: vacancy.employmentTypeId,
    extent: vacancy.extent,
    pay: vacancy.pay,
    start: vacancy.start,
    demands: ranked.map(({ kind, conceptId, words, span, necessity, level, years, weight, either }) => ({
      kind,
      conceptId,
      words: words ?? (conceptId ? null : (span?.quote.slice(0, 200) ?? null)),
      necessity,
      level,
      years,
      weight,
      either: either ?? null,
    })),
  };
  const asked = useDeferredValue(JSON.stringify(body));
  const { data } = useQuery({
    queryKey: ['draft-count', vacancy.employer.id, asked],
    queryFn: () =>
      call(deskEndpoints.countDraft, {
        params: { employerId: vacancy.employer.id },
        body: JSON.parse(asked) as typeof body,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return {
    isKnown: data !== undefined,
    count: data?.count ?? null,
    without: new Map(
      (data?.without ?? []).flatMap(({ index, more }) => {
        const demand = ranked[index];
        return demand ? [[demand.id, more] as const] : [];
      }),
    ),
  };
}

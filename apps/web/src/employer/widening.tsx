import type { Loosening, VacancyView } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { useConceptLabels } from '../api/labels.js';
import { deskEndpoints } from '../api/role-endpoints.js';
import { useLanguage } from '../language/language.js';

/** Where few fit: what, given up alone, would bring how many. */
export function Widening({ vacancy }: { readonly vacancy: VacancyView }): ReactNode {
  const { t, list } = useLanguage();
  const widening = useQuery({
    queryKey: ['widening', vacancy.id, vacancy.revision],
    queryFn: () => call(deskEndpoints.widen, { params: { vacancyId: vacancy.id } }),
  });
  const label = useConceptLabels(vacancy.demands.map(({ conceptId }) => conceptId));
  const nameOf = (loosening: Loosening): string => {
    if (loosening.kind !== 'demand') return t('widen.remote');
    const names = loosening.demandIds.flatMap((id) => {
      const demand = vacancy.demands.find((one) => one.id === id);
      return demand ? [demand.conceptId ? label(demand.conceptId) : (demand.words ?? '')] : [];
    });
    return t('widen.demand', { names: list(names) });
  };
  const shown =
    widening.data?.loosened.filter(({ loosening }) => ['demand', 'remote-offered'].includes(loosening.kind)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className="card" aria-labelledby="widen">
      <h2 id="widen">{t('widen.title')}</h2>
      <ul className="plain-list">
        {shown.map(({ loosening, more }, at) => (
          <li key={at}>
            {nameOf(loosening)} <strong>{more === null ? t('ad.more.few') : t('ad.more', { count: more })}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

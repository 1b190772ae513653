import type { Loosening } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { ButtonLink } from '../../design/button.js';
import { useLanguage } from '../../language/language.js';
import { textOf, type Translate } from '../../language/texts.js';
import { apiQuery, type MatchQuery } from './match-query.js';

function inWords(t: Translate, loosening: Loosening): string {
  switch (loosening.kind) {
    case 'reach':
      return t(`widen.reach.${loosening.unit}`, { to: loosening.to });
    case 'filter':
      return t(`widen.filter.${loosening.field}`);
    case 'demand':
    case 'knock-out':
      return t('widen.knock-out', { reason: textOf(t, `reason.${loosening.reason}`, 'reason.other') });
    default:
      return t(`widen.${loosening.kind}`);
  }
}

/** Where few fit: which wish or filter, given up alone, would bring how many more. */
export function Widening({
  profileId,
  revision,
  query,
}: {
  readonly profileId: string;
  readonly revision: number;
  readonly query: MatchQuery;
}): ReactNode {
  const { t } = useLanguage();
  const { municipality, occupationField, remote } = apiQuery(query);
  const widening = useQuery({
    queryKey: ['widening', profileId, revision, municipality, occupationField, remote],
    queryFn: () =>
      call(endpoints.widening, { params: { profileId }, query: { municipality, occupationField, remote } }),
  });
  const loosened = widening.data?.loosened.filter(({ more }) => more > 0) ?? [];
  if (loosened.length === 0) return null;
  return (
    <section className="widening" aria-labelledby="widening">
      <h2 id="widening">{t('widen.title')}</h2>
      <ul>
        {loosened.map(({ loosening, more }) => (
          <li key={JSON.stringify(loosening)}>
            {inWords(t, loosening)}: <strong>{t('widen.more', { count: more })}</strong>
          </li>
        ))}
      </ul>
      <ButtonLink kind="secondary" to="/profile?part=places">
        {t('widen.change')}
      </ButtonLink>
    </section>
  );
}

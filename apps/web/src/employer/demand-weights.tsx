import type { VacancyView } from '#contracts';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useConceptLabels } from '../api/labels.js';
import { Button } from '../design/button.js';
import { SelectField } from '../design/field.js';
import { useLanguage } from '../language/language.js';

const steps = ['0', '1', '3', '5', '8', '10'] as const;

/** Other weights of the demands for this list alone; the ad stays as it is, and the address tells them. */
export function DemandWeights({ vacancy }: { readonly vacancy: VacancyView }): ReactNode {
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const demands = vacancy.demands.filter(({ origin, conceptId }) => origin !== 'rejected' && conceptId !== null);
  const label = useConceptLabels(demands.map(({ conceptId }) => conceptId));
  const given = new Map(search.getAll('weight').map((one) => [one.slice(0, 36), one.slice(37)] as const));
  if (demands.length === 0) return null;
  const weigh = (id: string, weight: string): void => {
    const next = new URLSearchParams(search);
    next.delete('weight');
    next.delete('page');
    for (const [other, its] of given) if (other !== id) next.append('weight', `${other}:${its}`);
    next.append('weight', `${id}:${weight}`);
    setSearch(next, { replace: true });
  };
  const reset = (): void => {
    const next = new URLSearchParams(search);
    next.delete('weight');
    setSearch(next, { replace: true });
  };
  return (
    <details className="weights" open={given.size > 0}>
      <summary>{t('weights.title')}</summary>
      <p className="small soft">{t('weights.lead')}</p>
      <div className="weight-list">
        {demands.map(({ id, conceptId, weight }) => (
          <SelectField
            key={id}
            label={label(conceptId)}
            value={given.get(id) ?? steps.find((one) => Number(one) >= weight) ?? '5'}
            options={steps.map((value) => ({ value, text: t(`ad.weight.${value}`) }))}
            onChange={(value) => weigh(id, value)}
          />
        ))}
      </div>
      {given.size > 0 && (
        <Button kind="quiet" isSmall onPress={reset}>
          {t('weights.reset')}
        </Button>
      )}
    </details>
  );
}

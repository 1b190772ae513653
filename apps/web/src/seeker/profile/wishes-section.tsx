import type { Wishes } from '#contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { useConceptLabels } from '../../api/labels.js';
import { CheckField, RadioField } from '../../design/choices.js';
import { Chips } from '../../design/chips.js';
import { ConceptBox } from '../../design/concept-box.js';
import { WordsField } from '../../design/field.js';
import { useLanguage } from '../../language/language.js';
import { NumberField } from './number-field.js';

export interface WishesProps {
  readonly wishes: Wishes;
  readonly onChange: (wishes: Wishes) => void;
}

const mostOccupations = 20;
const mostPay = 1_000_000;
const partTime = { min: 50, max: 99 };

/** What the person wants of a job. Nothing said means that nothing is asked for. */
export function WishesSection({ wishes, onChange }: WishesProps): ReactNode {
  const { t, language } = useLanguage();
  const label = useConceptLabels(wishes.occupations);
  const change = (part: Partial<Wishes>): void => onChange({ ...wishes, ...part });
  const types = useQuery({
    queryKey: ['kind', 'employment-type', language],
    queryFn: () => call(endpoints.suggest, { query: { q: '', kind: ['employment-type'], language, limit: 50 } }),
    staleTime: Infinity,
  });
  const toggleType = (id: string, isOn: boolean): void =>
    change({
      employmentTypes: isOn ? [...wishes.employmentTypes, id] : wishes.employmentTypes.filter((one) => one !== id),
    });
  return (
    <>
      <h3>{t('wish.occupations')}</h3>
      <Chips
        label={t('wish.occupations')}
        items={wishes.occupations.map((id) => ({ id, text: label(id) }))}
        onRemove={(id) => change({ occupations: wishes.occupations.filter((one) => one !== id) })}
      />
      {wishes.occupations.length < mostOccupations && (
        <ConceptBox
          label={t('wish.occupations.add')}
          hint={t('wish.occupations.hint')}
          kinds={['occupation', 'occupation-group', 'occupation-field']}
          without={wishes.occupations}
          onChoose={({ id }) => change({ occupations: [...wishes.occupations, id] })}
        />
      )}
      <ExtentField wishes={wishes} onChange={onChange} />
      <fieldset>
        <legend>{t('wish.employmentTypes')}</legend>
        <div className="check-columns">
          {types.data?.items.map((concept) => (
            <CheckField
              key={concept.id}
              isChecked={wishes.employmentTypes.includes(concept.id)}
              onChange={(isOn) => toggleType(concept.id, isOn)}
            >
              {concept.label[language]}
            </CheckField>
          ))}
        </div>
      </fieldset>
      <div className="field-row">
        <WordsField
          label={t('wish.start')}
          hint={t('wish.start.hint')}
          type="date"
          isNarrow
          value={wishes.earliestStart ?? ''}
          onChange={(value) => change({ earliestStart: value || null })}
        />
        <NumberField
          label={t('wish.pay')}
          hint={t('wish.pay.hint')}
          max={mostPay}
          value={wishes.payFloor}
          onChange={(payFloor) => change({ payFloor })}
        />
      </div>
      <CheckField isChecked={wishes.remote} onChange={(remote) => change({ remote })}>
        {t('wish.remote')}
      </CheckField>
    </>
  );
}

type ExtentChoice = 'any' | 'full' | 'part';

function ExtentField({ wishes, onChange }: WishesProps): ReactNode {
  const { t } = useLanguage();
  const { extent } = wishes;
  const choice: ExtentChoice = extent === null ? 'any' : extent.min === 100 ? 'full' : 'part';
  const extents: Record<ExtentChoice, Wishes['extent']> = { any: null, full: { min: 100, max: 100 }, part: partTime };
  return (
    <>
      <RadioField
        legend={t('wish.extent')}
        isSegmented
        value={choice}
        options={(['any', 'full', 'part'] as const).map((value) => ({ value, text: t(`wish.extent.${value}`) }))}
        onChange={(value) => onChange({ ...wishes, extent: extents[value] })}
      />
      {extent !== null && choice === 'part' && (
        <div className="field-row">
          {(['min', 'max'] as const).map((end) => (
            <NumberField
              key={end}
              label={t(`wish.extent.${end}`)}
              min={1}
              max={end === 'min' ? extent.max : 100}
              value={extent[end]}
              onChange={(percent) => {
                if (percent === null) return;
                const next = { ...extent, [end]: percent };
                onChange({ ...wishes, extent: { min: Math.min(next.min, next.max), max: next.max } });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}

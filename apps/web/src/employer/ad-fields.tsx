import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api/call.js';
import { endpoints } from '../api/endpoints.js';
import { useConceptLabels, usePlaceList, usePlaces } from '../api/labels.js';
import { Chips } from '../design/chips.js';
import { CheckField } from '../design/choices.js';
import { ConceptBox } from '../design/concept-box.js';
import { SelectField, WordsField } from '../design/field.js';
import { PlacePicker } from '../design/places/place-picker.js';
import { useLanguage } from '../language/language.js';
import type { Ad } from './ad-draft.js';

const wholeOf = (typed: string): number | null => (/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : null);

/** Everything of an ad but its text: each field is saved with the rest. */
export function AdFields({
  ad,
  errors,
  onWrite,
}: {
  readonly ad: Ad;
  /** What publishing found missing, by field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onWrite: (over: Partial<Ad>) => void;
}): ReactNode {
  const { t } = useLanguage();
  const label = useConceptLabels([ad.occupationId]);
  const places = usePlaces();
  const all = usePlaceList();
  const types = useQuery({
    queryKey: ['employment-types'],
    queryFn: () => call(endpoints.suggest, { query: { q: '', kind: ['employment-type'], limit: 50 } }),
    staleTime: Infinity,
  });
  const { language } = useLanguage();
  const extent = ad.extent ?? { min: 100, max: 100 };
  const pay = ad.pay ?? { min: null, max: null, text: null };
  const setPay = (over: Partial<typeof pay>): void => {
    const next = { ...pay, ...over };
    onWrite({ pay: next.min === null && next.max === null && next.text === null ? null : next });
  };
  const payError = pay.min !== null && pay.max !== null && pay.min > pay.max ? t('ad.pay.wrong') : undefined;
  return (
    <div className="ad-fields">
      <section aria-labelledby="ad-job">
        <h2 id="ad-job">{t('ad.job')}</h2>
        <Chips
          label={t('ad.occupation')}
          items={ad.occupationId ? [{ id: ad.occupationId, text: label(ad.occupationId) }] : []}
          onRemove={() => onWrite({ occupationId: null })}
        />
        <ConceptBox
          label={t('ad.occupation')}
          hint={t('ad.occupation.hint')}
          kinds={['occupation']}
          onChoose={({ id }) => onWrite({ occupationId: id })}
        />
        <WordsField
          label={t('ad.positions')}
          type="number"
          min={1}
          max={10_000}
          isNarrow
          value={String(ad.positions)}
          onChange={(typed) => onWrite({ positions: Math.min(10_000, Math.max(1, wholeOf(typed) ?? 1)) })}
        />
        <SelectField
          label={t('ad.employmentType')}
          value={ad.employmentTypeId ?? ''}
          options={[
            { value: '', text: t('ad.notSaid') },
            ...(types.data?.items ?? []).map(({ id, label: name }) => ({ value: id, text: name[language] })),
          ]}
          onChange={(value) => onWrite({ employmentTypeId: value === '' ? null : value })}
        />
        <SelectField
          label={t('ad.extent')}
          value={ad.extent ? `${extent.min}-${extent.max}` : ''}
          options={[
            { value: '', text: t('ad.notSaid') },
            ...extents(ad.extent).map(({ min, max }) => ({
              value: `${min}-${max}`,
              text: min === max ? t('ad.extent.one', { max }) : t('ad.extent.range', { min, max }),
            })),
          ]}
          onChange={(value) => {
            const [min, max] = value.split('-').map(Number);
            onWrite({ extent: min && max ? { min, max } : null });
          }}
        />
      </section>
      <section aria-labelledby="ad-where">
        <h2 id="ad-where">{t('ad.where')}</h2>
        {errors['municipalities'] && <p className="field-error">{errors['municipalities']}</p>}
        <Chips
          label={t('ad.places')}
          items={ad.municipalities.map((code) => ({ id: code, text: places([code]) }))}
          onRemove={(code) => onWrite({ municipalities: ad.municipalities.filter((one) => one !== code) })}
        />
        <SelectField
          label={t('ad.place.add')}
          value=""
          options={[
            { value: '', text: t('ad.place.choose') },
            ...all
              .filter(({ code }) => !ad.municipalities.includes(code))
              .map(({ code, name }) => ({ value: code, text: name })),
          ]}
          onChange={(code) => code && onWrite({ municipalities: [...ad.municipalities, code] })}
        />
        <details>
          <summary>{t('ad.place.map')}</summary>
          <PlacePicker
            label={t('ad.places')}
            chosen={ad.municipalities}
            onChange={(municipalities) => onWrite({ municipalities })}
          />
        </details>
        <CheckField isChecked={ad.remote} onChange={(remote) => onWrite({ remote })}>
          {t('remote')}
        </CheckField>
      </section>
      <section aria-labelledby="ad-terms">
        <h2 id="ad-terms">{t('ad.terms')}</h2>
        <div className="field-row">
          <WordsField
            label={t('ad.pay.min')}
            type="number"
            min={0}
            isNarrow
            value={pay.min === null ? '' : String(pay.min)}
            onChange={(typed) => setPay({ min: wholeOf(typed) })}
            error={payError}
          />
          <WordsField
            label={t('ad.pay.max')}
            type="number"
            min={0}
            isNarrow
            value={pay.max === null ? '' : String(pay.max)}
            onChange={(typed) => setPay({ max: wholeOf(typed) })}
          />
        </div>
        <p className="hint">{t('ad.pay.hint')}</p>
        <div className="field-row">
          <WordsField
            label={t('ad.start')}
            type="date"
            isNarrow
            value={ad.start ?? ''}
            onChange={(start) => onWrite({ start: start || null })}
          />
          <WordsField
            label={t('ad.deadline')}
            type="date"
            isNarrow
            value={ad.deadline ?? ''}
            onChange={(deadline) => onWrite({ deadline: deadline || null })}
            error={errors['deadline']}
          />
        </div>
        <WordsField
          label={t('ad.email')}
          type="email"
          isOptional
          value={ad.applicationEmail ?? ''}
          onChange={(value) => onWrite({ applicationEmail: value.trim() || null })}
        />
        <WordsField
          label={t('ad.url')}
          type="url"
          isOptional
          value={ad.applicationUrl ?? ''}
          onChange={(value) => onWrite({ applicationUrl: value.trim() || null })}
        />
      </section>
    </div>
  );
}

const usualExtents = [
  { min: 100, max: 100 },
  { min: 75, max: 100 },
  { min: 50, max: 100 },
  { min: 50, max: 50 },
];

/** The usual ones, and whatever the ad says already. */
const extents = (now: Ad['extent']): { min: number; max: number }[] =>
  !now || usualExtents.some(({ min, max }) => min === now.min && max === now.max)
    ? usualExtents
    : [now, ...usualExtents];

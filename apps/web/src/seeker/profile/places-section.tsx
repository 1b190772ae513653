import type { ProfileView } from '#contracts';
import { useMemo, type ReactNode } from 'react';
import { usePlaceList } from '../../api/labels.js';
import { RadioField } from '../../design/choices.js';
import { Chips } from '../../design/chips.js';
import { SelectField } from '../../design/field.js';
import { PlacePicker, regionCounties } from '../../design/places/place-picker.js';
import { useLanguage } from '../../language/language.js';
import { countries } from './countries.js';
import { NumberField } from './number-field.js';
import type { WishesProps } from './wishes-section.js';

const sweden = 'SE';
const mostMinutes = 600;
const mostKm = 2000;

type HomePlace = Pick<ProfileView, 'homeMunicipality' | 'homeCountry'>;

interface PlacesSectionProps extends WishesProps {
  readonly home: HomePlace;
  readonly onHome: (home: HomePlace) => void;
}

/** Where the person lives, how far they go, and where else they would take a job. */
export function PlacesSection({ wishes, onChange, home, onHome }: PlacesSectionProps): ReactNode {
  const { t } = useLanguage();
  const all = usePlaceList();
  const region = new Set(usePlaceList(regionCounties).map(({ code }) => code));
  const elsewhere = wishes.municipalities.filter((code) => !region.has(code));
  const nameOf = (code: string): string => all.find((place) => place.code === code)?.name ?? code;
  return (
    <>
      <Home home={home} onHome={onHome} />
      <Reach wishes={wishes} onChange={onChange} />
      <RadioField
        legend={t('wish.move')}
        hint={t('wish.move.hint')}
        isSegmented
        value={wishes.willingToMove === null ? 'unsaid' : wishes.willingToMove ? 'yes' : 'no'}
        options={(['yes', 'no', 'unsaid'] as const).map((value) => ({ value, text: t(`wish.move.${value}`) }))}
        onChange={(value) => onChange({ ...wishes, willingToMove: value === 'unsaid' ? null : value === 'yes' })}
      />
      <h3>{t('wish.places')}</h3>
      <p className="measure soft">{t('wish.places.hint')}</p>
      <Chips
        label={t('wish.places.elsewhere')}
        items={elsewhere.map((code) => ({ id: code, text: nameOf(code) }))}
        onRemove={(code) =>
          onChange({ ...wishes, municipalities: wishes.municipalities.filter((one) => one !== code) })
        }
      />
      <PlacePicker
        label={t('wish.places')}
        chosen={wishes.municipalities}
        onChange={(municipalities) => onChange({ ...wishes, municipalities })}
        home={home.homeMunicipality}
      />
    </>
  );
}

/** A municipality in Sweden, or the country where somebody lives who thinks of moving here. */
function Home({
  home: { homeMunicipality, homeCountry },
  onHome,
}: Pick<PlacesSectionProps, 'home' | 'onHome'>): ReactNode {
  const { t, country, language } = useLanguage();
  const municipalities = usePlaceList();
  const abroad = useMemo(
    () =>
      countries
        .filter((code) => code !== sweden)
        .map((code) => ({ value: code, text: country(code) }))
        .sort((a, b) => a.text.localeCompare(b.text, language)),
    [country, language],
  );
  return (
    <div className="field-row">
      <SelectField
        label={t('home.country')}
        value={homeCountry}
        options={[{ value: sweden, text: country(sweden) }, ...abroad]}
        onChange={(code) => onHome({ homeCountry: code, homeMunicipality: null })}
      />
      {homeCountry === sweden && (
        <SelectField
          label={t('cv.home')}
          value={homeMunicipality ?? ''}
          options={[
            { value: '', text: t('cv.home.none') },
            ...municipalities.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          onChange={(code) => onHome({ homeCountry, homeMunicipality: code || null })}
        />
      )}
    </div>
  );
}

function Reach({ wishes, onChange }: WishesProps): ReactNode {
  const { t } = useLanguage();
  const unit = wishes.reachKm === null ? 'minutes' : 'km';
  const set = (value: number | null, next: 'minutes' | 'km'): void =>
    onChange({
      ...wishes,
      reachMinutes: next === 'minutes' ? value : null,
      reachKm: next === 'km' ? value : null,
    });
  const value = wishes.reachMinutes ?? wishes.reachKm;
  return (
    <div className="field-row">
      <NumberField
        label={t('wish.reach')}
        hint={t('wish.reach.hint')}
        max={unit === 'km' ? mostKm : mostMinutes}
        value={value}
        onChange={(next) => set(next, unit)}
      />
      {value !== null && (
        <RadioField
          legend={t('wish.reach.unit')}
          isLegendHidden
          isSegmented
          value={unit}
          options={(['minutes', 'km'] as const).map((one) => ({ value: one, text: t(`wish.reach.${one}`) }))}
          onChange={(next) => set(Math.min(value, next === 'km' ? mostKm : mostMinutes), next)}
        />
      )}
    </div>
  );
}

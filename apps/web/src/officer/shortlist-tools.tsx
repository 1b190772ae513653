import type { DeskFilter, DeskPreference } from '#contracts';
import Bookmark from 'lucide-react/icons/bookmark';
import { useState, type FormEvent, type ReactNode } from 'react';
import { usePlaces } from '../api/labels.js';
import { Button } from '../design/button.js';
import { Chips } from '../design/chips.js';
import { CheckField } from '../design/choices.js';
import { Dialog } from '../design/dialog.js';
import { SelectField, WordsField } from '../design/field.js';
import { useLanguage } from '../language/language.js';
import type { Item } from './decisions.js';
import { letterKeys } from './keys.js';
import { allStages, rankings } from './narrowing.js';

type Change = (over: Partial<DeskPreference>) => void;

/** What the list is narrowed to and in which order; saved under a name for the next list. */
export function FilterBar({
  items,
  filter,
  onFilter,
  preference,
  onPreference,
}: {
  readonly items: readonly Item[];
  readonly filter: DeskFilter;
  readonly onFilter: (filter: DeskFilter) => void;
  readonly preference: DeskPreference;
  readonly onPreference: Change;
}): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  const [name, setName] = useState('');
  const [isNaming, setNaming] = useState(false);
  const homes = [...new Set(items.flatMap(({ candidate }) => candidate.homeMunicipality ?? []))];
  const [stage] = filter.stage;
  const [eligibility] = filter.eligibility;
  const [place] = filter.municipality;
  const isNarrowed =
    filter.stage.length + filter.eligibility.length + filter.municipality.length > 0 || filter.minimumFit > 0;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!name.trim()) return;
    const others = preference.views.filter((view) => view.name !== name.trim());
    onPreference({ views: [...others, { name: name.trim(), filter }].slice(-30) });
    setName('');
    setNaming(false);
  };
  return (
    <div className="desk-tools">
      <div className="row-wrap">
        <SelectField
          label={t('filter.stage')}
          isInline
          value={stage ?? ''}
          options={[
            { value: '', text: t('filter.all') },
            ...allStages.map((value) => ({ value, text: t(`stage.${value}`) })),
          ]}
          onChange={(value) => onFilter({ ...filter, stage: value === '' ? [] : [value] })}
        />
        <SelectField
          label={t('shortlist.eligibility')}
          isInline
          value={eligibility ?? ''}
          options={[
            { value: '', text: t('filter.all') },
            ...(['met', 'unknown', 'not-met'] as const).map((value) => ({ value, text: t(`eligibility.${value}`) })),
          ]}
          onChange={(value) => onFilter({ ...filter, eligibility: value === '' ? [] : [value] })}
        />
        {!preference.blind && homes.length > 1 && (
          <SelectField
            label={t('shortlist.place')}
            isInline
            value={place ?? ''}
            options={[
              { value: '', text: t('filter.all') },
              ...homes
                .map((value) => ({ value, text: places([value]) }))
                .sort((a, b) => a.text.localeCompare(b.text, 'sv')),
            ]}
            onChange={(value) => onFilter({ ...filter, municipality: value === '' ? [] : [value] })}
          />
        )}
        {!preference.hideScores && (
          <SelectField
            label={t('matches.rank')}
            isInline
            value={filter.rankBy}
            options={rankings.map((value) => ({ value, text: t(`rank.${value}.candidate`) }))}
            onChange={(rankBy) => onFilter({ ...filter, rankBy })}
          />
        )}
      </div>
      <div className="row-wrap">
        {preference.views.length > 0 && (
          <Chips
            label={t('filter.views')}
            items={preference.views.map((view) => ({ id: view.name, text: view.name }))}
            onOpen={(id) => {
              const view = preference.views.find((one) => one.name === id);
              if (view) onFilter(view.filter);
            }}
            onRemove={(id) => onPreference({ views: preference.views.filter((view) => view.name !== id) })}
          />
        )}
        {isNarrowed && !isNaming && (
          <>
            <Button kind="quiet" isSmall onPress={() => setNaming(true)}>
              <Bookmark size={18} aria-hidden /> {t('filter.save')}
            </Button>
            <Button
              kind="quiet"
              isSmall
              onPress={() => onFilter({ ...filter, stage: [], eligibility: [], municipality: [], minimumFit: 0 })}
            >
              {t('filter.clear')}
            </Button>
          </>
        )}
      </div>
      {isNaming && (
        <form className="field-row" onSubmit={save}>
          <WordsField label={t('filter.name')} value={name} onChange={setName} maxLength={60} isFocused isNarrow />
          <Button type="submit" kind="secondary">
            {t('filter.save.done')}
          </Button>
          <Button kind="quiet" onPress={() => setNaming(false)}>
            {t('dialog.cancel')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** How I want to work: kept for the account. */
export function PreferenceDialog({
  preference,
  onPreference,
  onClose,
}: {
  readonly preference: DeskPreference;
  readonly onPreference: Change;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLanguage();
  return (
    <Dialog title={t('preference.title')} isOpen onClose={onClose}>
      <CheckField isChecked={preference.hideScores} onChange={(hideScores) => onPreference({ hideScores })}>
        {t('preference.hideScores')}
        <span className="hint">{t('preference.hideScores.hint')}</span>
      </CheckField>
      <CheckField isChecked={preference.blind} onChange={(blind) => onPreference({ blind })}>
        {t('preference.blind')}
        <span className="hint">{t('preference.blind.hint')}</span>
      </CheckField>
      <CheckField isChecked={preference.keys} onChange={(keys) => onPreference({ keys })}>
        {t('preference.keys')}
        <span className="hint">{t('preference.keys.hint')}</span>
      </CheckField>
    </Dialog>
  );
}

export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <Dialog title={t('keys.title')} isOpen onClose={onClose}>
      <p>{t('keys.lead')}</p>
      <dl className="keys">
        {letterKeys.map(([key]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${key === '?' ? 'help' : key}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>↵</kbd>
          </dt>
          <dd>{t('keys.enter')}</dd>
        </div>
      </dl>
    </Dialog>
  );
}

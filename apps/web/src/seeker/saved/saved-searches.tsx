import Pencil from 'lucide-react/icons/pencil';
import Trash from 'lucide-react/icons/trash-2';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../design/button.js';
import { CheckField } from '../../design/choices.js';
import { Tag } from '../../design/chips.js';
import { Dialog } from '../../design/dialog.js';
import { WordsField } from '../../design/field.js';
import { Answered, Empty } from '../../design/states.js';
import { addresses } from '#site';
import { useLanguage } from '../../language/language.js';
import { useSearchAddress, useSearchLabels } from './search-labels.js';
import { useAlertActions, useAlerts, type Alert, type AlertActions } from './use-alerts.js';

const longestName = 80;

/** Searches that the person keeps: what each asks for, what is new, and whether they want to be told. */
export function SavedSearches({ profileId }: { readonly profileId: string }): ReactNode {
  const { t, language } = useLanguage();
  const alerts = useAlerts(profileId);
  const actions = useAlertActions(profileId);
  return (
    <Answered query={alerts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('searches.none')}>
            <p>{t('searches.none.text')}</p>
            <p>
              <ButtonLink kind="secondary" href={addresses.vacancies[language]}>
                {t('nav.search')}
              </ButtonLink>
            </p>
          </Empty>
        ) : (
          <ul className="row-list">
            {items.map((alert) => (
              <SavedSearch key={alert.id} alert={alert} actions={actions} />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function SavedSearch({ alert, actions }: { readonly alert: Alert; readonly actions: AlertActions }): ReactNode {
  const { t, day } = useLanguage();
  const [isNaming, setNaming] = useState(false);
  const { chips, total } = useSearchLabels(alert);
  const address = useSearchAddress(alert);
  const title = alert.name ?? chips.join(' · ');
  return (
    <li className="row saved-search">
      <div>
        <h3>
          {title} {alert.newHits > 0 && <Tag kind="strong">{t('searches.new', { count: alert.newHits })}</Tag>}
        </h3>
        {alert.name !== null && (
          <ul className="chips" aria-label={t('searches.asks')}>
            {chips.map((chip) => (
              <li key={chip} className="chip still">
                {chip}
              </li>
            ))}
          </ul>
        )}
        <p className="small soft">
          {total !== undefined && `${t('searches.total', { count: total })} · `}
          {t('searches.since', { day: day(alert.createdAt) })}
        </p>
        <CheckField isChecked={alert.active} onChange={(active) => actions.change(alert, { active })}>
          {t('searches.tell')} <span className="visually-hidden">{title}</span>
        </CheckField>
      </div>
      <div className="actions">
        <ButtonLink kind="secondary" isSmall {...address} onPress={() => actions.open(alert)}>
          {t('searches.open')} <span className="visually-hidden">{title}</span>
        </ButtonLink>
        <Button
          kind="quiet"
          isSmall
          isIcon
          aria-label={t('fact.about', { action: t('searches.rename'), label: title })}
          onPress={() => setNaming(true)}
        >
          <Pencil size={18} aria-hidden />
        </Button>
        <Button
          kind="quiet"
          isSmall
          isIcon
          aria-label={t('fact.about', { action: t('searches.remove'), label: title })}
          onPress={() => actions.remove(alert)}
        >
          <Trash size={18} aria-hidden />
        </Button>
      </div>
      {isNaming && (
        <Naming
          name={alert.name ?? ''}
          onClose={() => setNaming(false)}
          onName={(name) => actions.change(alert, { name })}
        />
      )}
    </li>
  );
}

function Naming({
  name,
  onClose,
  onName,
}: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onName: (name: string | null) => void;
}): ReactNode {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(name);
  const save = (event?: FormEvent): void => {
    event?.preventDefault();
    onName(typed.trim() || null);
    onClose();
  };
  return (
    <Dialog
      title={t('searches.rename')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="secondary" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button onPress={() => save()}>{t('searches.rename.save')}</Button>
        </>
      }
    >
      <form onSubmit={save}>
        <WordsField
          label={t('searches.name')}
          hint={t('searches.name.hint')}
          maxLength={longestName}
          value={typed}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}

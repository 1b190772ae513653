import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../api/call.js';
import { endpoints } from '../../api/endpoints.js';
import { Button } from '../../design/button.js';
import { CheckField } from '../../design/choices.js';
import { ConceptBox } from '../../design/concept-box.js';
import { Drawer } from '../../design/dialog.js';
import { PlacePicker } from '../../design/places/place-picker.js';
import { useLanguage } from '../../language/language.js';
import { apiQuery, noFilters, type MatchQuery } from './match-query.js';

interface FilterDrawerProps {
  readonly profileId: string;
  readonly query: MatchQuery;
  readonly onChange: (change: Partial<MatchQuery>) => void;
  readonly total: number;
  readonly onClose: () => void;
}

/** What the list can be narrowed to; the list behind it follows at once. */
export function FilterDrawer({ profileId, query, onChange, total, onClose }: FilterDrawerProps): ReactNode {
  const { t } = useLanguage();
  const { remote, occupationField } = apiQuery(query);
  const narrowed = { occupationField, ...(remote && { remote }) };
  const { data: places } = useQuery({
    queryKey: ['match-places', profileId, narrowed],
    queryFn: () => call(endpoints.matchPlaces, { params: { profileId }, query: narrowed }),
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer
      title={t('match.filter')}
      isWide
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="secondary" onPress={() => onChange(noFilters)}>
            {t('match.filter.clear')}
          </Button>
          <Button onPress={onClose}>{t('matches.count', { count: total })}</Button>
        </>
      }
    >
      <CheckField isChecked={query.remote} onChange={(remote) => onChange({ remote })}>
        {t('remote')}
      </CheckField>
      <ConceptBox
        label={t('match.filter.field')}
        kinds={['occupation-field']}
        isShort
        without={query.occupationField}
        onChoose={({ id }) => onChange({ occupationField: [...query.occupationField, id] })}
      />
      <h3>{t('match.filter.places')}</h3>
      <p className="small soft">{t('match.filter.places.hint')}</p>
      <PlacePicker
        label={t('match.filter.places')}
        amounts={places && new Map(places.items.map(({ municipality, matches }) => [municipality, matches]))}
        chosen={query.municipality}
        onChange={(municipality) => onChange({ municipality })}
      />
    </Drawer>
  );
}

import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useConceptLabels, usePlaces } from '../../api/labels.js';
import { Button } from '../../design/button.js';
import { RadioField } from '../../design/choices.js';
import { Chips } from '../../design/chips.js';
import { SelectField } from '../../design/field.js';
import { Loading } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { noFilters, orders, shows, type MatchQuery } from './match-query.js';

/** Map, combobox and drawer come when they are asked for. */
const FilterDrawer = lazy(() => import('./filter-drawer.js').then((module) => ({ default: module.FilterDrawer })));

interface MatchFiltersProps {
  readonly profileId: string;
  readonly query: MatchQuery;
  readonly onChange: (change: Partial<MatchQuery>) => void;
  readonly newCount: number;
  readonly total: number;
}

/** What is shown, in which order, and narrowed to what; every choice stands in the address. */
export function MatchFilters({ profileId, query, onChange, newCount, total }: MatchFiltersProps): ReactNode {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const texts = {
    all: t('match.show.all'),
    new: t('match.show.new', { count: newCount }),
    saved: t('match.show.saved'),
  };
  return (
    <>
      <div className="match-toolbar">
        <RadioField
          legend={t('match.show')}
          isLegendHidden
          isSegmented
          value={query.show}
          options={shows.map((value) => ({ value, text: texts[value] }))}
          onChange={(show) => onChange({ show })}
        />
        <Button kind="secondary" onPress={() => setOpen(true)}>
          <SlidersHorizontal size={18} aria-hidden /> {t('match.filter')}
        </Button>
        <SelectField
          label={t('matches.rank')}
          isInline
          value={query.order}
          options={orders.map((value) => ({ value, text: t(`match.order.${value}`) }))}
          onChange={(order) => onChange({ order })}
        />
      </div>
      <Chosen query={query} onChange={onChange} />
      {isOpen && (
        <Suspense fallback={<Loading />}>
          <FilterDrawer
            profileId={profileId}
            query={query}
            onChange={onChange}
            total={total}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** What the list is narrowed to, each to be taken away. */
function Chosen({ query, onChange }: Pick<MatchFiltersProps, 'query' | 'onChange'>): ReactNode {
  const { t } = useLanguage();
  const places = usePlaces();
  const label = useConceptLabels(query.occupationField);
  const items = [
    ...query.municipality.map((code) => ({ id: code, text: places([code]) })),
    ...query.occupationField.map((id) => ({ id, text: label(id) })),
    ...(query.remote ? [{ id: 'remote', text: t('remote') }] : []),
  ];
  return (
    <Chips
      label={t('match.filter.chosen')}
      items={items}
      onRemove={(id) =>
        onChange(
          id === 'remote'
            ? { remote: false }
            : {
                municipality: query.municipality.filter((code) => code !== id),
                occupationField: query.occupationField.filter((one) => one !== id),
              },
        )
      }
    >
      {items.length > 1 && (
        <Button kind="quiet" isSmall onPress={() => onChange(noFilters)}>
          {t('match.filter.clear')}
        </Button>
      )}
    </Chips>
  );
}

import type { ConceptView, Demand, DemandChange, DemandInput, Necessity } from '#contracts';
import Trash from 'lucide-react/icons/undo-2';
import type { ReactNode } from 'react';
import { Button } from '../design/button.js';
import { Tag } from '../design/chips.js';
import { RadioField } from '../design/choices.js';
import { ConceptBox } from '../design/concept-box.js';
import { SelectField } from '../design/field.js';
import { useLanguage } from '../language/language.js';
import { levelText, yearsText } from '../match/checks.js';
import type { ConceptLabel } from '../match/evidence.js';

const addable = [
  'skill',
  'language',
  'driving-licence',
  'professional-licence',
  'education-level',
  'education-field',
  'work-permit',
] as const satisfies readonly ConceptView['kind'][];
const weights = ['1', '3', '5', '8', '10'] as const;
type Choice = Necessity | 'none';

const kindOf = ({ kind }: ConceptView): DemandInput['kind'] | null => {
  if (kind === 'education-level' || kind === 'education-field') return 'education';
  return addable.some((one) => one === kind) ? (kind as DemandInput['kind']) : null;
};

/** Demands beside the text that they were read from: each is a requirement, a merit or no demand at all, and weighs more or less. */
export function DemandList({
  demands,
  label,
  more,
  onActive,
  onChange,
  onAdd,
}: {
  readonly demands: readonly Demand[];
  readonly label: ConceptLabel;
  /** How many more would fit without each requirement; null for too few to say. */
  readonly more: ReadonlyMap<string, number | null>;
  readonly onActive: (demandId: string | null) => void;
  readonly onChange: (demandId: string, change: DemandChange) => void;
  readonly onAdd: (demand: DemandInput) => void;
}): ReactNode {
  const { t } = useLanguage();
  const standing = demands.filter(({ origin }) => origin !== 'rejected');
  const rejected = demands.filter(({ origin }) => origin === 'rejected');
  const nameOf = (demand: Demand): string => {
    const words = demand.kind === 'education' && demand.conceptId ? null : levelText(t, demand.kind, demand.level);
    return [
      demand.conceptId ? label(demand.conceptId) : (demand.words ?? demand.span?.quote ?? ''),
      words,
      yearsText(t, demand.years),
    ]
      .filter(Boolean)
      .join(', ');
  };
  const choose = (demand: Demand, choice: Choice): void =>
    onChange(demand.id, choice === 'none' ? { origin: 'rejected' } : { origin: 'confirmed', necessity: choice });
  return (
    <div className="demand-list">
      {standing.length === 0 && <p className="soft">{t('ad.demands.none')}</p>}
      <ul className="plain-list" aria-label={t('ad.demands')}>
        {standing.map((demand) => {
          const name = nameOf(demand);
          const gain = more.get(demand.id);
          return (
            <li
              key={demand.id}
              className={`demand ${demand.necessity}`}
              onMouseEnter={() => onActive(demand.id)}
              onMouseLeave={() => onActive(null)}
              onFocus={() => onActive(demand.id)}
              onBlur={() => onActive(null)}
            >
              <div className="demand-head">
                <strong>{name}</strong> {demand.origin === 'read' && <Tag kind="assumed">{t('ad.demand.read')}</Tag>}
                {demand.either !== null && demand.either !== undefined && <Tag>{t('ad.demand.either')}</Tag>}
              </div>
              {demand.span && <q className="words">{demand.span.quote}</q>}
              <div className="row-wrap">
                <RadioField<Choice>
                  legend={t('ad.demand.choice', { name })}
                  isLegendHidden
                  isSegmented
                  value={demand.necessity}
                  options={[
                    { value: 'requirement', text: t('ad.demand.requirement') },
                    { value: 'merit', text: t('ad.demand.merit') },
                    { value: 'none', text: t('ad.demand.not') },
                  ]}
                  onChange={(choice) => choose(demand, choice)}
                />
                <SelectField
                  label={t('ad.demand.weight')}
                  isInline
                  value={weights.find((one) => Number(one) >= demand.weight) ?? '5'}
                  options={weights.map((value) => ({ value, text: t(`ad.weight.${value}`) }))}
                  onChange={(value) => onChange(demand.id, { weight: Number(value) })}
                />
              </div>
              {demand.necessity === 'requirement' && gain !== undefined && gain !== 0 && (
                <p className="small more">{gain === null ? t('ad.more.few') : t('ad.more', { count: gain })}</p>
              )}
            </li>
          );
        })}
      </ul>
      <ConceptBox
        label={t('ad.demand.add')}
        hint={t('ad.demand.add.hint')}
        kinds={addable}
        without={standing.flatMap(({ conceptId }) => conceptId ?? [])}
        onChoose={(concept) => {
          const kind = kindOf(concept);
          if (kind) onAdd({ kind, conceptId: concept.id });
        }}
      />
      {rejected.length > 0 && (
        <details>
          <summary>{t('ad.rejected', { count: rejected.length })}</summary>
          <ul className="plain-list">
            {rejected.map((demand) => (
              <li key={demand.id} className="row-wrap">
                <s className="soft">{nameOf(demand)}</s>
                <Button
                  kind="quiet"
                  isSmall
                  aria-label={t('ad.rejected.back', { name: nameOf(demand) })}
                  onPress={() => onChange(demand.id, { origin: 'confirmed' })}
                >
                  <Trash size={16} aria-hidden /> {t('toast.undo')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
